"""Voting: private ballots, hands, dots or cards from 0 to 5. Counts keep the options' own order; nothing wins."""

from collections.abc import Callable, Mapping
from typing import Any

from kit.engine.scene import Made, Part, Scene, StepScript
from kit.engine.steps.options import lettered, lines, options_of, up_to
from kit.model import Ask, Form, Option
from kit.model.results import DISSENT, FIST, FIST_PASSES, NONE, vote_lines

_FEW = "There are fewer than two things to choose from. Go on."


def vote(scene: Scene) -> StepScript:
    """One vote in the way the step says. Empty ballots and people who pass are counted apart, and nobody is asked why."""
    if scene.step["how"] == "fist-to-five":
        yield from _fist_to_five(scene)
        return
    options = yield from options_of(scene)
    if len(options) < 2:
        yield Ask(Form.GO, _FEW)
        return
    content = yield from _WAYS[scene.step["how"]](scene, options)
    earlier = next((r.id for r in scene.earlier("vote")), "")
    content |= {"question": scene.step["question"], "how": scene.step["how"], "options": options}
    yield Made("vote", content, replaces=earlier)
    yield Ask(Form.GO, "Read out the counts. Go on when people have seen them.", room_facts=vote_lines(content))


def _ballots(scene: Scene, options: dict[str, str]) -> Part:
    back = yield _how_many(scene, "How many ballots came back, with empty ones?", lines(options),
                           "Give out one ballot each. Everybody folds it and puts it into the box. Mix them before you count.")
    return (yield from _one_each(options, back, "ballots"))


def _hands(scene: Scene, options: dict[str, str]) -> Part:
    here = yield _how_many(scene, "How many people could vote?", lines(options),
                           "Hands are seen by all. Private ballots are safer where some people have more power.")
    return (yield from _one_each(options, here, "people"))


def _one_each(options: dict[str, str], people: int, what: str) -> Part:
    counts = yield Ask(Form.COUNTS, "How many for each?", (*lettered(options), Option(NONE, "none of these")), makes="vote",
                       check=up_to(people, what))
    return {"counts": counts, "people": people, "empty": people - sum(counts.values())}


def _dots(scene: Scene, options: dict[str, str]) -> Part:
    each = scene.step["dots"] or max(1, len(options) // 3)
    people = yield _how_many(
        scene, "How many dot sheets came back, with empty ones?", (*lines(options), f"Dots for each person: {each}."),
        "Dots go on private sheets, all at the same time. At most one dot of a person on one option.")
    dots = yield Ask(Form.COUNTS, "How many dots has each?", lettered(options), makes="vote",
                     check=_stacked(people, each))
    worries = yield Ask(Form.COUNTS, "How many worry marks has each?", lettered(options), makes="vote",
                        check=_stacked(people, len(options)))
    return {"counts": dots, "worries": worries, "people": people, "each": each, "empty": people * each - sum(dots.values())}


def _stacked(people: int, each: int) -> Callable[[Mapping[str, int]], str]:
    """A check of dots: one of a person on one option, and no more than they had."""
    def check(counts: Mapping[str, int]) -> str:
        over = next((letter for letter, number in counts.items() if number > people), "")
        if over:
            return f"{over} has {counts[over]}. With {people} sheets, one option can have {people} at most."
        return up_to(people * each, "to give")(counts)

    return check


_WAYS: Mapping[str, Callable[[Scene, dict[str, str]], Part]] = {"ballots": _ballots, "hands": _hands, "dots": _dots}


def _fist_to_five(scene: Scene) -> StepScript:
    """Cards from 0 to 5, face down. It passes where every card shows 3 or more; else people talk, and may show cards again."""
    question = scene.step["question"] or (yield Ask(Form.WORDS, "What is the proposal?", makes="proposal"))
    cards = tuple(Option(card, f"{card}: {words}") for card, words in FIST.items())
    earlier = {r.content["round"]: r.id for r in scene.earlier("vote")}
    number, again = 1, "again"
    while again == "again":
        people = yield _how_many(scene, "How many cards came back, face down?", (question, *(c.words for c in cards)),
                                 "Everybody gives one card, face down. Nobody holds up a hand. Mix them before you turn them.")
        counts = yield Ask(Form.COUNTS, "How many show each number?", cards, makes="vote", check=up_to(people, "cards"))
        shown = sum(counts.values())
        low = sum(counts[card] for card in FIST if int(card) < FIST_PASSES)
        content: dict[str, Any] = {
            "question": question, "how": "fist-to-five", "options": dict(FIST), "counts": counts, "people": people,
            "empty": people - shown, "round": number, "passed": shown > 0 and not low}
        yield Made("vote", content, replaces=earlier.get(number, ""))
        room = vote_lines(content)
        if content["passed"]:
            yield from _no_more_rounds(earlier, number)
            yield Ask(Form.GO, "Every card shows 3 or more. Read it out and go on.", room_facts=room)
            return
        again = yield Ask(Form.CHOICE, "Some cards ask for more talk. Nobody has to say which card was theirs. What now?", (
            Option("keep", "Keep this and go on"), Option("again", "Talk, then give cards once more")), makes="vote",
            room_facts=room)
        number += 1
    yield from _no_more_rounds(earlier, number - 1)
    yield from other_views(scene, question)


def _no_more_rounds(earlier: Mapping[int, str], last: int) -> Part:
    """Gone back to, a step has as many rounds as it had this time: a later one of the visit before would tell another end."""
    for number, id in earlier.items():
        if number > last:
            yield Made("vote", {"round": number, "dropped": True}, replaces=id)


def other_views(scene: Scene, about: str) -> Part:
    """Every other view, in its own words. It stays beside the result wherever that goes, until its maker takes it back."""
    so_far = [str(r.content["text"]) for r in scene.earlier(DISSENT)]
    while (words := (yield Ask(Form.WORDS, "Does anybody see it another way? In their own words.", many=True, makes=DISSENT,
                               so_far=tuple(so_far),
                               facts=("It stays beside the result for good. Whoever said it can take it back.",)))) is not None:
        so_far.append(words)
        yield Made(DISSENT, {"text": words, "question": about})
    return tuple(so_far)


def _how_many(scene: Scene, question: str, room: tuple[str, ...], fact: str) -> Ask:
    return Ask(Form.NUMBER, question, least=0, most=500, default=scene.people or None, makes="vote", room_facts=room,
               facts=(fact,))
