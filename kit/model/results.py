"""What votes, ratings and rankings say, in lines for the room, screens and paper: always counts, never a winner."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from kit.model.ranks import in_halves, ties
from kit.model.record import Record
from kit.model.rule import IN, NEITHER, OUT, Tally, bands, in_part
from kit.model.text import counted, listed

DISSENT = "dissent"
"""The kind of record that holds another view. It hangs on the results of the step it was given in."""

RESULTS = ("decision", "rating", "ranking", "vote")
"""Kinds of record that a dissent stays beside."""

NONE = "none"
"""The key of "none of these" among the counts of a vote."""

FIST = {"0": "No, I cannot live with this", "1": "I see a big problem", "2": "Some things need to change first",
        "3": "I can live with it", "4": "I think it is good", "5": "I will help to make it happen"}
"""What each card of fist to five says. Its words vary by source, so they are always printed with the numbers."""

FIST_PASSES = 3
"""The lowest card with which a proposal passes."""

MARK = "■"
"""One person in a text picture."""

OUTCOMES = {IN: "We agree: it is in.", OUT: "We agree: it is out.", NEITHER: "We do not agree yet."}


_ROUND = re.compile(r"Round (\d+)\. (.*)", re.DOTALL)


def in_round(number: int, statement: str) -> str:
    """A statement as a sheet that comes back knows it: with the round that the sheet is for."""
    return f"Round {number}. {statement}"


def round_of(question: str) -> tuple[int, str]:
    """The round of a question from such a sheet, and the statement alone; 0 where it names none."""
    found = _ROUND.fullmatch(question)
    return (int(found[1]), found[2]) if found else (0, question)


def dissent_of(result: Record, records: Iterable[Record]) -> tuple[str, ...]:
    """Every other view beside a result, in its own words: those in the result itself, and those given in the same step."""
    own = result.content.get("dissent")
    beside = (str(r.content.get("text", "")) for r in records if r.kind == DISSENT and step_of(r) == step_of(result))
    return (*(own if isinstance(own, list | tuple) else ()), *filter(None, beside))


def step_of(record: Record) -> tuple[str, str, int]:
    """The workshop, the block and the step in which something was made."""
    return record.origin.workshop, record.origin.block, record.origin.step


def vote_lines(content: Mapping[str, Any]) -> tuple[str, ...]:
    """The counts of a vote, in the order of its options."""
    one = {"dots": "dot", "fist-to-five": "card"}.get(content["how"], "vote")
    worries = content.get("worries", {})
    lines = [f"{letter}: {words}. {counted(content['counts'].get(letter, 0), one)}"
             + (f", {counted(worries[letter], 'worry', 'worries')}" if letter in worries else "") + "."
             for letter, words in content["options"].items()]
    if NONE in content["counts"]:
        lines.append(f"None of these: {content['counts'][NONE]}.")
    lines.append(_who_voted(content))
    if content["how"] == "dots":
        lines.append("Dots show what to talk about. They decide nothing.")
    if content["how"] == "fist-to-five":
        lines.append("Every card shows 3 or more." if content["passed"] else "Not passed: that needs every card at 3 or more.")
    return tuple(lines)


def _who_voted(content: Mapping[str, Any]) -> str:
    what = {"ballots": "ballot", "dots": "dot sheet", "fist-to-five": "card"}.get(content["how"])
    of = counted(content["people"], what) if what else counted(content["people"], "person", "people")
    unused = "Dots not used" if content["how"] == "dots" else "Left empty or passed"
    return f"{of} in all. {unused}: {content['empty']}."


def ranking_lines(content: Mapping[str, Any]) -> tuple[str, ...]:
    """The rank sums in the order of the options, with ties, and how complete the slips were."""
    lines = [f"{letter}: {words}. {_sum_of(content, letter)}" for letter, words in content["options"].items()]
    lines.append("The lower the sum, the more often it came first.")
    lines += [f"{listed(letters)} have the same sum." for letters in ties(dict(content["halves"]))] if content["slips"] else []
    asked = content["choose"] if 0 < content["choose"] < len(content["options"]) else "everything"
    lines.append(f"{counted(content['slips'], 'slip')}. {content['complete']} of them put {asked} in order.")
    for group, sums in content.get("groups", {}).items():
        each = [f"{letter} {in_halves(half)}" for letter, half in sums["halves"].items()]
        lines.append(f"{group}, {counted(sums['slips'], 'slip')}: {listed(each)}.")
    return tuple(lines)


def _sum_of(content: Mapping[str, Any], letter: str) -> str:
    return f"Sum {in_halves(content['halves'][letter])}, on {counted(content['named'][letter], 'slip')}."


def tally_of(content: Mapping[str, Any]) -> Tally:
    """What a rating record counts."""
    return Tally({int(score): count for score, count in content["counts"].items()}, content["cant_say"], content["blank"])


def spread_lines(content: Mapping[str, Any]) -> tuple[str, ...]:
    """A rating as a text picture: a line for each score, its number first, so that it can be heard too."""
    counts = content["counts"]
    lines = [f"{score}: {count} {MARK * count}".rstrip() for score, count in counts.items()]
    return (*lines, f"Can't say: {content['cant_say']}. Left empty: {content['blank']}.")


def rating_lines(content: Mapping[str, Any]) -> tuple[str, ...]:
    """What a rating comes to: counts, the rule's own numbers, and the outcome."""
    low, high = bands(content["scale"])
    tally = tally_of(content)
    lines = [f"{high} to {content['scale']}: {in_part(tally, 'high', content['scale'])} of {content['of']}. "
             f"1 to {low}: {in_part(tally, 'low', content['scale'])} of {content['of']}.", OUTCOMES.get(content["outcome"], "")]
    for group, part in content.get("groups", {}).items():
        lines.append(f"{group}: {high} to {content['scale']}: {part['high']} of {part['of']}. 1 to {low}: {part['low']} of "
                     f"{part['of']}.")
    return tuple(lines)
