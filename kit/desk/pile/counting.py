"""What a pile comes to: the same kinds and shapes of records that the steps make, counted from cards.

A count that was kept by hand for the same step stands beside it, so that the two can be compared.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kit.desk.pile.cards import Answer, Card
from kit.desk.pile.places import STEPS, place_of, script_of
from kit.engine.steps.rating import rated
from kit.model import Origin, Record, Script, Step
from kit.model.data import to_data
from kit.model.gate import SMALL
from kit.model.ranks import PLACES, in_halves, rank_sums
from kit.model.results import NONE, round_of
from kit.model.rule import Rule, Tally
from kit.model.sheetcode import SERIES, read_code
from kit.store import History

NONE_OF_THESE, CANT_SAY, MY_GROUP = "None of these", "Can't say", "My group"
"""Words on the sheets that are counted apart (`printables.products.choosing`)."""
_COUNTS = ("counts", "worries", "people", "empty", "cant_say", "blank", "halves", "named", "slips", "complete")
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

    @property
    def script(self) -> Script | None:
        """The plan of the workshop as it began, or None where it did not."""
        return script_of(self.history, self.workshop)

    @property
    def where(self) -> tuple[Step, Origin]:
        """The step these sheets are of, and where its records come from; an open step where there is none."""
        step, origin = place_of(self.history, self.programme, self.workshop, self.form, self.series)
        return step or Step(STEPS.get(self.form, "feedback"), settings={}), origin

    def count(self, kind: str, content: dict[str, Any], origin: Origin) -> Count:
        """A count beside the one that stands for the same thing."""
        same = ("question", "label", "round", "how")
        before = next((r for r in reversed(self.history.records()) if r.kind == kind and r.origin.workshop == origin.workshop
                       and (r.origin.block, r.origin.step) == (origin.block, origin.step)
                       and all(r.content.get(name) == content.get(name) for name in same)), None)
        return Count(kind, content, origin, before, before is not None and before.id not in self.piles)


def counts(history: History, programme: str, cards: Iterable[Card], piles: frozenset[str]) -> tuple[Count, ...]:
    """Everything that the ticks on some cards come to. `programme` is its id; `piles` has the records of earlier piles."""
    groups: dict[tuple[str, str, int], dict[str, dict[str, Answer]]] = {}
    for card in cards:
        code = read_code(card.code)
        if code and card.form in _WAYS:
            here = groups.setdefault((card.workshop, card.form, code.series), {})
            here.setdefault(card.code, {}).update({answer.question: answer for answer in card.answers})
    found: list[Count] = []
    for (workshop, form, series), answers in sorted(groups.items()):
        found += _WAYS[form](_Sheets(history, programme, workshop, form, series, answers, piles))
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
    found: list[Count] = []
    for number in range(1, locked["rounds"] + 1):
        here = [_of_statements(answers) for answers in sheets.answers.values() if _round(answers) == number]
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


def _round(answers: Mapping[str, Answer]) -> int:
    """The round that is printed on a sheet beside each of its statements."""
    return max(map(_number, answers), default=0)


def _number(question: str) -> int:
    return round_of(question)[0]


def _of_statements(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers of a sheet without its round."""
    return {round_of(question)[1]: answer for question, answer in answers.items()}


def _ranked(sheets: _Sheets) -> list[Count]:
    """The sums of places over all sheets that have one, as the step makes them from slips."""
    step, origin = sheets.where
    options, choose = _options(sheets, origin), int(step.settings.get("choose") or 0)
    slips = [(_group(answers), order) for answers in sheets.answers.values() if (order := _order(answers))]
    content = {"question": str(step.settings.get("question", "")), "options": options, "choose": choose,
               **rank_sums([order for _, order in slips], tuple(options), choose)}
    named = step.settings.get("groups") or ()
    by_group = {name: [order for group, order in slips if group == name] for name in named}
    counted = _with_earlier(sheets.count("ranking", content, origin))
    if counted.content == content and len(named) > 1 and all(len(one) >= SMALL for one in by_group.values()):
        content["groups"] = {name: rank_sums(one, tuple(options), choose) for name, one in by_group.items()}
        return [replace(counted, content=content)]
    return [counted]


def _order(answers: Mapping[str, Answer]) -> list[list[str]]:
    """The letters of a sheet from its first place on; letters in one place are equal, as somebody saw."""
    by_place: dict[int, list[str]] = {}
    for question, answer in answers.items():
        for value in answer.value if question != MY_GROUP else ():
            by_place.setdefault(PLACES.index(value), []).append(_letter(question)[0])
    return [sorted(by_place[place]) for place in sorted(by_place)]


def _group(answers: Mapping[str, Answer]) -> str:
    return next(iter(answers[MY_GROUP].value), "") if MY_GROUP in answers else ""


def _options(sheets: _Sheets, origin: Origin) -> dict[str, str]:
    """What was put in order: the words on the sheets, or those that the room gave for letters that had an empty line."""
    printed = dict(sorted(_letter(question) for question in _asked(sheets) if question != MY_GROUP))
    if any(text.strip("_ ") for text in printed.values()):
        return printed
    room = [str(r.content["text"]) for r in sheets.history.records() if r.kind == "proposal"
            and (r.origin.workshop, r.origin.block, r.origin.step) == (origin.workshop, origin.block, origin.step)]
    return dict(zip(SERIES, room, strict=False)) if len(room) >= len(printed) else printed


def _tallies(sheets: Sequence[Mapping[str, Answer]], label: str, locked: Mapping[str, Any]) -> dict[str, Tally]:
    """What each group says of a statement; one group without a name where none were asked."""
    by_group: dict[str, list[str]] = {}
    for answers in sheets:
        said = next((answer.value for question, answer in answers.items() if _letter(question)[0] == label), ())
        group = _group(answers) if locked["groups"] else ""
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
    asked = {round_of(question)[1]: options for question, options in _asked(sheets).items() if question != MY_GROUP}
    rules = (sheets.script.rules if sheets.script else ()) or (Rule(),)
    rule = next((rule for rule in rules if rule.id == step.settings.get("rule")), rules[0])
    return {"question": step.settings.get("question", ""), "statements": dict(sorted(map(_letter, asked))),
            "scale": max((len(options) - 1 for options in asked.values()), default=9),
            "rounds": int(step.settings.get("rounds", 1)), "groups": list(step.settings.get("groups", ())), "rule": to_data(rule)}


_WAYS: Mapping[str, Callable[[_Sheets], list[Count]]] = {
    "feedback-card": _ratings, "survey": _ratings, "ballot": _ballots, "dot-sheet": _dots, "rating-sheet": _rated,
    "ranking-sheet": _ranked}


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
    if "halves" in content:
        return ", ".join(f"{letter} {in_halves(number)}" for letter, number in content["halves"].items())
    return ", ".join(f"{name} {number}" for name, number in content["counts"].items())
