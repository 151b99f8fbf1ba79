"""What a pile comes to: the same kinds and shapes of records that the steps make, counted from cards.

A count that was kept by hand for the same step stands beside it, so that the two can be compared.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kit.desk.pile.cards import Answer, Card
from kit.engine import setting_of
from kit.engine.steps.rating import rated
from kit.model import Origin, Record, Script, Step
from kit.model.data import to_data
from kit.model.results import NONE
from kit.model.rule import Rule, Tally
from kit.model.sheetcode import read_code
from kit.store import History

NONE_OF_THESE, CANT_SAY, MY_GROUP = "None of these", "Can't say", "My group"
"""Words on the sheets that are counted apart (`printables.products.choosing`)."""
_STEPS = {"feedback-card": "feedback", "ballot": "vote", "dot-sheet": "vote", "rating-sheet": "rate"}
_COUNTS = ("counts", "worries", "people", "empty", "cant_say", "blank")
"""Parts of a count that are numbers of marks or of sheets."""


@dataclass(frozen=True, slots=True)
class Count:
    """One record to come of a pile."""

    kind: str
    content: dict[str, Any]
    origin: Origin
    before: Record | None = None
    """The count that stands for the same thing, by hand or of an earlier pile."""
    by_hand: bool = False
    """Whether the one before was counted by hand."""

    @property
    def differs(self) -> bool:
        """Whether a count by hand says something else."""
        return self.by_hand and self.before is not None and _numbers(self.before.content) != _numbers(self.content)

    @property
    def difference(self) -> str:
        """Both counts in words."""
        about = self.content.get("statement") or self.content["question"] or "the vote"
        hand = _shown(self.before.content) if self.before else ""
        return f"{about} By hand: {hand}. By paper: {_shown(self.content)}."


@dataclass(frozen=True, slots=True)
class _Sheets:
    """The sheets of one step."""

    history: History
    programme: str
    workshop: str
    form: str
    series: int
    answers: Mapping[str, Mapping[str, Answer]]
    """By the code of the sheet, then by the question: all of its pages together."""
    piles: frozenset[str]
    """Ids of the records that came of earlier piles."""
    people: Callable[[str], int] = field(repr=False)
    """How many sheets of this kind were printed, by a code of one."""

    @property
    def script(self) -> Script | None:
        """The plan of the workshop as it began, or None where it did not."""
        return setting_of(self.history.events(self.workshop)).script if self.workshop else None

    @property
    def where(self) -> tuple[Step, Origin]:
        """The step these sheets are of, and where its records come from; an open step where there is none."""
        found = list(_steps(self.script, _STEPS.get(self.form, ""))) if self.script else []
        place = setting_of(self.history.events(self.workshop)).place if self.workshop else None
        origin = Origin(programme=self.programme, workshop=self.workshop, device=place.device if place else "")
        if self.series >= len(found):
            return Step(_STEPS.get(self.form, "feedback"), settings={}), origin
        block, activity, number, step = found[self.series]
        return step, Origin(origin.programme, self.workshop, block, activity, number, device=origin.device)

    def count(self, kind: str, content: dict[str, Any], origin: Origin) -> Count:
        """A count beside the one that stands for the same thing."""
        same = ("question", "label", "round", "how")
        before = next((r for r in reversed(self.history.records()) if r.kind == kind and r.origin.workshop == origin.workshop
                       and (r.origin.block, r.origin.step) == (origin.block, origin.step)
                       and all(r.content.get(name) == content.get(name) for name in same)), None)
        return Count(kind, content, origin, before, before is not None and before.id not in self.piles)


def counts(history: History, programme: str, cards: Iterable[Card], piles: frozenset[str],
           copies: Callable[[str], int]) -> tuple[Count, ...]:
    """Everything that the ticks on some cards come to. `programme` is its id; `piles` has the records of earlier piles."""
    groups: dict[tuple[str, str, int], dict[str, dict[str, Answer]]] = {}
    for card in cards:
        code = read_code(card.code)
        if code and card.form in _WAYS:
            here = groups.setdefault((card.workshop, card.form, code.series), {})
            here.setdefault(card.code, {}).update({answer.question: answer for answer in card.answers})
    found: list[Count] = []
    for (workshop, form, series), answers in sorted(groups.items()):
        found += _WAYS[form](_Sheets(history, programme, workshop, form, series, answers, piles, copies))
    return tuple(found)


def _ratings(sheets: _Sheets) -> list[Count]:
    """One tally for each question with boxes, as the closing step makes it."""
    _, origin = sheets.where
    found: list[Count] = []
    for question, options in _asked(sheets).items():
        given = [value for answer in _to(sheets, question) for value in answer.value]
        content = {"question": question, "counts": {option: given.count(option) for option in options}}
        found.append(sheets.count("feedback", content, origin))
    return [_with_earlier(one) for one in found]


def _ballots(sheets: _Sheets) -> list[Count]:
    step, origin = sheets.where
    question = next(iter(_asked(sheets)), "")
    options = dict(sorted(_letter(option) for option in _asked(sheets).get(question, ()) if option != NONE_OF_THESE))
    given = [value for answer in _to(sheets, question) for value in answer.value]
    votes = [NONE if value == NONE_OF_THESE else _letter(value)[0] for value in given]
    content = {"counts": {key: votes.count(key) for key in (*options, NONE)}, "people": len(sheets.answers),
               "empty": len(sheets.answers) - len(votes), "question": step.settings.get("question", question), "how": "ballots",
               "options": options}
    return [_with_earlier(sheets.count("vote", content, origin))]


def _dots(sheets: _Sheets) -> list[Count]:
    step, origin = sheets.where
    asked = _asked(sheets)
    options = dict(sorted(map(_letter, asked)))
    each = int(step.settings.get("dots") or 0) or max(1, len(options) // 3)
    tally = {mark: {_letter(option)[0]: sum(mark in answer.value for answer in _to(sheets, option)) for option in asked}
             for mark in ("Dot", "Worry")}
    dots, worries = ({letter: tally[mark][letter] for letter in options} for mark in ("Dot", "Worry"))
    people = len(sheets.answers)
    content = {"counts": dots, "worries": worries, "people": people, "each": each,
               "empty": max(0, people * each - sum(dots.values())), "question": step.settings.get("question", ""), "how": "dots",
               "options": options}
    return [_with_earlier(sheets.count("vote", content, origin))]


def _rated(sheets: _Sheets) -> list[Count]:
    """Each statement in each round, by the rule that was locked."""
    step, origin = sheets.where
    locked = _locked(sheets, step)
    most = max((sheets.people(code) for code in sheets.answers), default=1)
    each = max(1, most // locked["rounds"])
    found: list[Count] = []
    for number in range(1, locked["rounds"] + 1):
        here = [answers for code, answers in sheets.answers.items() if _round(code, each) == number]
        for label in locked["statements"] if here else ():
            content = rated(locked, label, number, _tallies(here, label, locked))
            one = sheets.count("rating", content, origin)
            earlier = one.before if one.before is not None and not one.by_hand else None
            if earlier:
                tallies = {**_tallies(here, label, locked), "earlier": _as_tally(earlier.content)}
                content = {**rated(locked, label, number, tallies)}
                content.pop("groups", None)
            found.append(Count(one.kind, content, origin, one.before, one.by_hand))
    return found


def _round(code: str, each: int) -> int:
    read = read_code(code)
    return (read.copy - 1) // each + 1 if read else 0


def _tallies(sheets: Sequence[Mapping[str, Answer]], label: str, locked: Mapping[str, Any]) -> dict[str, Tally]:
    """What each group says of a statement; one group without a name where none were asked."""
    by_group: dict[str, list[str]] = {}
    for answers in sheets:
        said = next((answer.value for question, answer in answers.items() if _letter(question)[0] == label), ())
        group = next(iter(answers[MY_GROUP].value), "") if MY_GROUP in answers and locked["groups"] else ""
        by_group.setdefault(group, []).append(next(iter(said), ""))
    scores = range(1, locked["scale"] + 1)
    return {group: Tally({n: given.count(str(n)) for n in scores}, given.count(CANT_SAY), given.count(""))
            for group, given in by_group.items()}


def _as_tally(content: Mapping[str, Any]) -> Tally:
    return Tally({int(score): number for score, number in content["counts"].items()}, content["cant_say"], content["blank"])


def _locked(sheets: _Sheets, step: Step) -> Mapping[str, Any]:
    """What the room locked, or what the plan and the sheets say."""
    for record in reversed(sheets.history.records()):
        if record.kind == "rating-rule" and record.origin.workshop == sheets.workshop \
                and record.content.get("question") == step.settings.get("question"):
            return record.content
    asked = {question: options for question, options in _asked(sheets).items() if question != MY_GROUP}
    rules = (sheets.script.rules if sheets.script else ()) or (Rule(),)
    rule = next((rule for rule in rules if rule.id == step.settings.get("rule")), rules[0])
    return {"question": step.settings.get("question", ""), "statements": dict(sorted(map(_letter, asked))),
            "scale": max((len(options) - 1 for options in asked.values()), default=9),
            "rounds": int(step.settings.get("rounds", 1)), "groups": list(step.settings.get("groups", ())), "rule": to_data(rule)}


_WAYS: Mapping[str, Callable[[_Sheets], list[Count]]] = {
    "feedback-card": _ratings, "survey": _ratings, "ballot": _ballots, "dot-sheet": _dots, "rating-sheet": _rated}


def _steps(script: Script | None, kind: str) -> Iterable[tuple[str, str, int, Step]]:
    for block in script.plan.blocks if script else ():
        activity = script.activity(block) if script else None
        for number, step in enumerate(activity.steps if activity else (), 1):
            if activity and step.kind == kind:
                yield block.id, activity.id, number, step


def _asked(sheets: _Sheets) -> dict[str, tuple[str, ...]]:
    """Every question with its options, in the order of the sheets."""
    return {question: answer.options for answers in sheets.answers.values() for question, answer in answers.items()}


def _to(sheets: _Sheets, question: str) -> list[Answer]:
    return [answers[question] for answers in sheets.answers.values() if question in answers]


def _letter(words: str) -> tuple[str, str]:
    letter, _, text = words.partition(": ")
    return letter, text


def _with_earlier(count: Count) -> Count:
    """The count with what an earlier pile brought for the same step."""
    if count.before is None or count.by_hand:
        return count
    before = count.before.content
    summed = {name: _sum(count.content[name], before.get(name, 0)) for name in _COUNTS if name in count.content}
    return Count(count.kind, {**count.content, **summed}, count.origin, count.before)


def _sum(one: Any, other: Any) -> Any:
    if isinstance(one, Mapping):
        return {key: number + (other or {}).get(key, 0) for key, number in one.items()}
    return one + (other or 0)


def _numbers(content: Mapping[str, Any]) -> dict[str, Any]:
    return {name: content[name] for name in _COUNTS if name in content}


def _shown(content: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {number}" for name, number in content["counts"].items())
