"""The opening of every session: how many people are here, and the names they choose to give. Nobody has to say who they are."""

import re
from collections.abc import Callable

from kit.engine.scene import Made, StepScript
from kit.model import Ask, Form, Naming, Plan, Record

MOST_PEOPLE = 500

LONGEST_NAME = 100
"""Characters. A name has to fit a place card and a line of the seating list."""


def opening(plan: Plan, records: Callable[[], tuple[Record, ...]]) -> StepScript:
    """Count the people, then take names for the seating list for as long as there are any.

    A head count that was noted before the question was answered is replaced. Somebody who came late meanwhile has their name.
    """
    people = yield Ask(Form.NUMBER, "How many people are here, with you and your co-facilitator?", least=1, most=MOST_PEOPLE,
                       makes="attendance", facts=(f"This plan suits {plan.least_people} to {plan.most_people} people.",))
    yield Made("attendance", {"people": people}, replaces=next((r.id for r in records() if r.kind == "attendance"), ""))

    def given() -> list[str]:
        return [str(record.content["text"]) for record in records() if record.kind == "name"]

    names: list[str] = []
    while len(names) < people:
        name = yield Ask(Form.WORDS, "Which names do people want on the seating list? Nobody has to give one.", many=True,
                         makes="name", so_far=tuple(names), check=lambda text: not_a_name(text, given()))
        if name is None:
            return
        yield Made("name", {"text": name}, naming=Naming.CHOSEN)
        names.append(name)


def not_a_name(text: str, taken: list[str]) -> str:
    """Why a text cannot be a name on the seating list, in a sentence; empty where it can."""
    if len(text) > LONGEST_NAME or "\n" in text:
        return f"A name is one line of at most {LONGEST_NAME} characters. Please give a shorter one."
    if re.fullmatch(r"card\s*\d+", text, re.IGNORECASE):
        return "The kit gives numbered cards to people without a name. Please give another name."
    if text.casefold() in (name.casefold() for name in taken):
        return "That name is already on the list. Add a letter, so that people can tell them apart."
    return ""
