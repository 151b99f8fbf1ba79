"""Answers of one sheet that have to fit each other: places of an order, who read a text. A person looks where they do not."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kit.desk.pile.cards import Answer, Card, How
from kit.model.onpaper import TEXT, WHO_READ, asked_code
from kit.model.ranks import PLACES

TOGETHER = frozenset({"ranking-sheet", "coding-sheet"})
"""Sheets whose answers are looked at together."""
_DOES_NOT_FIT = "This does not fit the rest of the sheet"


def fitted(pages: Sequence[Card], whole: bool) -> tuple[Card, ...]:
    """The pages of one sheet, with a doubt where its answers do not fit, and without one that is settled.

    `whole`: whether every page of it is there. Only what was read is doubted, never what a person saw or typed.
    """
    bare = tuple(replace(card, answers=tuple(_settled(answer) for answer in card.answers)) for card in pages)
    answers = [answer for card in bare for answer in card.answers]
    doubts = (_ranking if bare[0].form == "ranking-sheet" else _coding)(answers, whole) if bare else {}
    return tuple(replace(card, answers=tuple(_doubted(answer, doubts) for answer in card.answers)) for card in bare)


def _settled(answer: Answer) -> Answer:
    return replace(answer, doubt="") if answer.doubt.startswith(_DOES_NOT_FIT) else answer


def _doubted(answer: Answer, doubts: dict[str, str]) -> Answer:
    why = doubts.get(answer.question, "")
    return replace(answer, doubt=f"{_DOES_NOT_FIT}: {why}") if why and answer.how is How.READ and not answer.doubt else answer


def _ranking(answers: Iterable[Answer], whole: bool) -> dict[str, str]:
    """Why each question of an order is in doubt: a place that is ticked twice, or left out before a later one."""
    asked = [answer for answer in answers if set(answer.options) <= set(PLACES)]
    given = {answer.question: answer.value[0] for answer in asked if answer.value and not answer.doubt}
    open_ = any(answer.doubt for answer in asked)
    taken = list(given.values())
    last = max(map(PLACES.index, taken), default=-1)
    missing = [place for place in PLACES[:last + 1] if place not in taken]
    if given and not whole:
        return dict.fromkeys(given, "another page of it has not come back.")
    if missing and not open_:
        return dict.fromkeys(given, f"{missing[0]} is ticked nowhere, though a later place is.")
    return {question: f"{place} is ticked more than once." for question, place in given.items() if taken.count(place) > 1}


def _coding(answers: Iterable[Answer], whole: bool) -> dict[str, str]:
    every = tuple(answers)
    ticked = any(answer.value and asked_code(answer.question) for answer in every)
    return {answer.question: "nothing is ticked here." for answer in every
            if ticked and answer.question in (TEXT, WHO_READ) and not answer.value}
