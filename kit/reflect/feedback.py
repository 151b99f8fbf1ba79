"""Feedback over a programme: each question workshop by workshop with its spread, and what people wrote beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from kit.model import Record
from kit.model.gate import SMALL
from kit.reflect.holdings import Holdings, Meeting


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers to one question in one workshop."""

    meeting: Meeting | None
    counts: Mapping[str, int] | None
    """How many chose each answer; None where so few answered that they could be told apart."""

    @property
    def people(self) -> int:
        """How many answered, as far as that is told."""
        return sum((self.counts or {}).values())


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the feedback card."""

    words: str
    answers: tuple[str, ...]
    """Every answer that could be chosen, in the card's order."""
    tallies: tuple[Tally, ...]
    """Workshop by workshop, in their order."""


@dataclass(frozen=True, slots=True)
class Came:
    """One thing people asked for, and what came of it."""

    said: str
    did: str
    """What was done; empty where nothing was, or not yet."""
    could_not: str
    """Why it could not be done."""
    next: str
    """Where it will be seen, such as the next workshop."""
    answers: tuple[Record, ...]
    """The answers that it goes back to, as far as they may be shown."""


def tallies(held: Holdings) -> tuple[Question, ...]:
    """Every question that was ticked, in the order in which they were first asked."""
    asked: dict[str, list[Record]] = {}
    for record in held.of_kind("feedback"):
        asked.setdefault(str(record.content["question"]), []).append(record)
    return tuple(_question(held, words, records) for words, records in asked.items())


def _question(held: Holdings, words: str, records: list[Record]) -> Question:
    answers = tuple(dict.fromkeys(answer for record in records for answer in record.content["counts"]))
    meetings: dict[str, dict[str, int]] = {}
    for record in records:
        sums = meetings.setdefault(record.origin.workshop, dict.fromkeys(answers, 0))
        for answer, count in record.content["counts"].items():
            sums[answer] += int(count)
    by_id = {meeting.id: meeting for meeting in held.meetings}
    order = {meeting.id: meeting.number for meeting in held.meetings}
    return Question(words, answers, tuple(
        Tally(by_id.get(id), sums if sum(sums.values()) >= SMALL else None)
        for id, sums in sorted(meetings.items(), key=lambda one: order.get(one[0], 0))))


def free_words(held: Holdings) -> Mapping[str, tuple[Record, ...]]:
    """What people wrote, by the question they wrote it to."""
    written: dict[str, list[Record]] = {}
    for record in held.of_kind("feedback-words"):
        written.setdefault(str(record.content.get("question", "")), []).append(record)
    return {question: tuple(records) for question, records in written.items()}


def what_came(held: Holdings) -> tuple[Came, ...]:
    """You said, we did: every change that was asked for, oldest first."""
    return tuple(_came(held, record) for record in held.of_kind("change") if record.content.get("text"))


def _came(held: Holdings, record: Record) -> Came:
    said, did, could_not, next_ = (str(record.content.get(part) or "") for part in ("text", "did", "why_not", "next"))
    return Came(said, did, could_not, next_, held.came_from(record))
