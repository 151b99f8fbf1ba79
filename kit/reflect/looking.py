"""Looking back: the time line, the gallery, what we thought then and now, the same question over time, and site by site."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from kit.model import Record, text_of
from kit.reflect.holdings import Holdings, Meeting

_TALLIES = ("check-in", "feedback")


@dataclass(frozen=True, slots=True)
class Stop:
    """One workshop on the time line, or what was kept outside of any on one day."""

    meeting: Meeting | None
    when: str
    """ISO 8601, UTC, of its first record."""
    records: tuple[Record, ...]

    @property
    def kinds(self) -> dict[str, int]:
        """How many records of each kind."""
        return dict(Counter(record.kind for record in self.records))


def timeline(held: Holdings) -> tuple[Stop, ...]:
    """Everything in the order in which it was made, workshop by workshop."""
    stops: dict[str, list[Record]] = {}
    for record in held.records:
        stops.setdefault(record.origin.workshop or record.when[:10], []).append(record)
    made = [Stop(held.meeting(records[0]), min(record.when for record in records), tuple(records)) for records in stops.values()]
    return tuple(sorted(made, key=lambda stop: stop.when))


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawing with what belongs to it."""

    drawing: Record
    captions: tuple[Record, ...]
    marks: int | None
    """How many resonance marks it got; None where nobody counted. It is no rank."""


def gallery(held: Holdings) -> tuple[Picture, ...]:
    """The drawings that are on show, workshop by workshop and by label: never by marks."""
    shown = [record for record in held.of_kind("drawing") if record.content.get("shown")]
    order = {meeting.id: meeting.number for meeting in held.meetings}
    return tuple(_picture(held, record) for record in
                 sorted(shown, key=lambda record: (order.get(record.origin.workshop, 0), *_label(record))))


def _picture(held: Holdings, drawing: Record) -> Picture:
    made = held.came_of(drawing)
    marks = [int(record.content["marks"]) for record in made if record.kind == "resonance"]
    return Picture(drawing, tuple(record for record in made if record.kind == "caption"), sum(marks) if marks else None)


def _label(record: Record) -> tuple[str, int]:
    label = str(record.content.get("label", ""))
    return label[:1], int(label[1:]) if label[1:].isdecimal() else 0


@dataclass(frozen=True, slots=True)
class Change:
    """What was thought then, and what is thought now."""

    then: tuple[Record, ...]
    """Earlier forms with other words, oldest first."""
    now: Record


def then_and_now(held: Holdings) -> tuple[Change, ...]:
    """Everything whose words have changed: terms, drafts, the agreement, themes."""
    changes = []
    for record in held.records:
        then = tuple(form for form, after in pairwise(held.forms(record)) if _thought(form) != _thought(after))
        if then:
            changes.append(Change(then, record))
    return tuple(changes)


def _thought(record: Record) -> tuple[object, ...]:
    parts = ("text", "parts", "term", "meaning", "lines", "decided", "name", "status")
    return tuple(record.content.get(part) for part in parts)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with every time it was asked."""

    question: str
    times: tuple[Stop, ...]


def questions(held: Holdings) -> tuple[Asked, ...]:
    """Every question that was asked, with the answers workshop by workshop; those asked more than once come first."""
    asked: dict[str, dict[str, list[Record]]] = {}
    for record in held.records:
        if question := _question(record):
            asked.setdefault(question, {}).setdefault(record.origin.workshop or record.when[:10], []).append(record)
    every = [Asked(question, tuple(sorted((_stop(held, records) for records in times.values()), key=lambda stop: stop.when)))
             for question, times in asked.items()]
    return tuple(sorted(every, key=lambda one: len(one.times) < 2))


def _stop(held: Holdings, records: list[Record]) -> Stop:
    return Stop(held.meeting(records[0]), records[0].when, tuple(records))


def _question(record: Record) -> str:
    """What was asked, of the records that answer a question the plan asks."""
    if record.kind == "drawing":
        return str(record.content.get("prompt", "")) if record.content.get("shown") else ""
    return str(record.content.get("question", "")) if record.kind in _TALLIES or text_of(record) else ""


def by_site(held: Holdings) -> Mapping[str, Mapping[str, int]]:
    """How many records of each kind came from each site; from each laptop, where nobody said which site it was."""
    sites: dict[str, Counter[str]] = {}
    for site, record in _with_sites(held):
        sites.setdefault(site, Counter())[record.kind] += 1
    return {site: dict(sites[site]) for site in sorted(sites)}


def _with_sites(held: Holdings) -> Iterator[tuple[str, Record]]:
    for record in held.records:
        meeting = held.meeting(record)
        yield (meeting.site if meeting and meeting.site else record.origin.device), record
