"""From what is to be forgotten to what has to be written anew: which records go, and which words where.

Nothing is written here. Words that other people said stay theirs: only a name in them becomes "a person". And words that the kit
came with stay as they are: somebody may be called as one of them (Mark, Will, May).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kit.desk.carried import left_open_by
from kit.desk.shipped import shipped_texts
from kit.engine.redaction import Path, spoken
from kit.model import Event, Record, known_as, origins, speaks_of, text_of
from kit.model.gate import MARKS, SOMEONE, TAKEN_BACK
from kit.model.promise import LISTED, taken_on
from kit.model.results import DISSENT
from kit.model.text import whole_words
from kit.store import History
from kit.store.tombstones import ASIDE, at, event_place, lasting, record_place

_KEPT = frozenset({"label", "drawing", "prompt", "shown", "state", "how", "outcome"}) | MARKS
_ASKED = ("feedback", "feedback-words", "check-in", "proposal", "statement", "dissent", "vote", "rating", "rating-rule",
          "ranking")
"""Kinds whose question is the plan's, or what others asked; a decision's question is the group's own, and so is a proposal
that people show cards for."""

FIST_TO_FIVE = "fist-to-five"


@dataclass(frozen=True, slots=True)
class Forgetting:
    """What is to go."""

    records: tuple[Record, ...]
    """Every record of every chain, also those replaced or undone."""
    names: frozenset[str] = frozenset()
    """Names by which somebody is known, to go from other people's words too."""
    texts: frozenset[str] = frozenset()
    places: Mapping[str, str] = field(default_factory=dict)
    """What is to stand in which place of the entries that stay (`kit.store.tombstones`)."""

    @property
    def ids(self) -> frozenset[str]:
        """Ids of the records that go."""
        return frozenset(record.id for record in self.records)

    @property
    def words(self) -> tuple[str, ...]:
        """Words to look for in the end: those that say something by themselves."""
        return tuple(sorted({*(name for name in self.names if len(name) > 1), *(text for text in self.texts if len(text) > 2)}))


def forgetting(history: History, wanted: Iterable[Record], names: Iterable[str] = ()) -> Forgetting:
    """What goes with some records: all of their chains, what quotes them, what was undone and said the same, and their words."""
    every = history.every_record()
    first = origins({record.id: record for record in every})
    roots = _with_what_quotes_them(every, first, {first[record.id] for record in wanted})
    roots |= {first[record.id] for record in every if record.kind == "carried"
              and {first.get(id, id) for id in record.content["of"]} <= roots}
    chain = [record for record in every if first[record.id] in roots]
    texts = frozenset(text for record in chain for text in _said(record))
    standing = {record.id for record in history.records()}
    undone = [record for record in every if record.id not in standing and first[record.id] not in roots
              and record.kind in {r.kind for r in chain} and texts.intersection(_said(record))]
    return _with_places(history, (*chain, *undone), names, ())


def _with_what_quotes_them(every: Iterable[Record], first: Mapping[str, str], roots: set[str]) -> set[str]:
    """The chains of some records, and those of what speaks of them: a coding quotes its account, a passage its diary."""
    called = {name for record in every if first[record.id] in roots for name in (record.id, known_as(record))}
    return roots | {first[record.id] for record in every if speaks_of(record) in called}


def covering(history: History, passed: Iterable[Record]) -> Forgetting:
    """What is to be covered so that nothing is left of any record but these: what is kept back, undone, or was changed since."""
    passed = tuple(passed)
    ids = {record.id for record in passed}
    gone = _with_places(history, [record for record in history.every_record() if record.id not in ids], (), passed)
    return replace(gone, places={**gone.places, **dict(_told_of_seats(history))})


def _told_of_seats(history: History) -> Iterator[tuple[str, str]]:
    """What chance told the facilitator of tables: it speaks of needs and wishes, so it goes no further than people's rows."""
    for session in history.lines():
        for event in history.events(session):
            for place, drawn in enumerate(event.drawn):
                for number in range(len(drawn.get("facts", ())) if isinstance(drawn, Mapping) else 0):
                    path = ("drawn", place, "facts", number)
                    yield event_place(lasting(session, event.at), event.number, path), TAKEN_BACK


def _with_places(history: History, records: Iterable[Record], names: Iterable[str], passed: Iterable[Record]) -> Forgetting:
    records = tuple(records)
    staying = {text for record in passed for text in _said(record)}
    known = frozenset(names) | {text for record in records if record.kind in ("name", "person") for text in _names(record)}
    texts = {text for record in records for text in _said(record)}
    gone = Forgetting(records, known - staying, frozenset(texts - known - staying))
    return Forgetting(gone.records, gone.names, gone.texts, dict(_places(history, gone)))


def _said(record: Record) -> Iterator[str]:
    """The words in a record that somebody said. Of a person's row that is the name alone.

    A role, a need or a wish goes with its row. The same words in another row, and the names in a wish, are other people's.
    """
    for key, part in record.content.items():
        if record.kind == "person" and key != "name":
            continue
        if record.kind == "carried" and key not in ("about", "text"):
            continue
        if record.kind == "promise" and key == "about":  # the question of a decision, which is another record's
            continue
        if key not in _KEPT and not (key == "question" and record.kind in _ASKED and record.content.get("how") != FIST_TO_FIVE):
            yield from (text for _, text in _leaves(part, (key,)) if text.strip())
    yield from filter(str.strip, _told_as(record))


def _told_as(record: Record) -> Iterator[str]:
    """The words of a record as others repeat them in one text: on a card, in a decision, in what a later workshop asks about."""
    if "parts" in record.content:
        yield text_of(record)
    elif record.kind == "promise":
        yield taken_on(record.content)
    yield from (one.words for one in left_open_by(record, ()))


def _names(record: Record) -> Iterator[str]:
    for part in ("text", "name", "chosen", "real"):
        if name := str(record.content.get(part, "")).strip():
            yield name


def _places(history: History, gone: Forgetting) -> Iterator[tuple[str, str]]:
    redact = _Redaction(gone)
    for session in history.lines():
        yield from _in_session(session, history.events(session), history.every_record(), gone, redact)
    for record in history.every_record():
        if record.id not in gone.ids:
            for path, text in _leaves(dict(record.content), ()):
                exact = record.kind in _COPIED or path in _RETOLD or (record.kind == DISSENT and path == ("question",))
                if path[0] not in _KEPT and (new := redact(text, exact=exact)) != text and text not in shipped_texts():
                    yield record_place(lasting(record.id, record.when), path), new


_COPIED = ("agreement", "carried", "seating", "seat-plan", "groups", "vote", "ranking", "rating", "rating-rule")
"""Kinds that hold other records' words as they were said: lines, names, options, statements."""

_RETOLD = (("who_acts",), ("about",))
"""Parts of any record that do: the promises of a decision, the question a promise was made for."""


def _in_session(session: str, events: tuple[Event, ...], every: Iterable[Record], gone: Forgetting,
                redact: "_Redaction") -> Iterator[tuple[str, str]]:
    made: dict[int, set[str]] = {}
    for record in every:
        if number := _number_in(session, record):
            made.setdefault(number, set()).add(record.id)
    by_number = {event.number: event for event in events}
    for number, paths in spoken(events).items():
        ours = bool(made.get(number, set()) & gone.ids) or not made.get(number)
        event = {"data": by_number[number].data, "drawn": list(by_number[number].drawn)}
        for path in paths:
            text = at(event, path)
            new = redact(text, exact=number > 1 and (ours or path[0] == "drawn"))
            if new != text and not (number == 1 and text in shipped_texts()):
                yield event_place(lasting(session, by_number[number].at), number, path), new


def _number_in(session: str, record: Record) -> int:
    """The number of the event of a session, or of a line beside it, that made a record; 0 where none of its events did."""
    name, _, mark = session.partition(ASIDE)
    made, _, here = record.id.partition(ASIDE)
    number = made.removeprefix(f"{name}.").split("-")[0]
    return int(number) if made.startswith(f"{name}.") and mark == here and number.isdecimal() else 0


class _Redaction:
    """From a text to what may stay of it."""

    def __init__(self, gone: Forgetting) -> None:
        self._equal = {text.casefold().strip() for text in gone.texts | gone.names}
        self._inside = whole_words(gone.names)
        self._quoted = whole_words(text for text in gone.texts if len(text.split()) > 2)

    def __call__(self, text: str, *, exact: bool) -> str:
        """`exact`: where the whole text is one that goes, it goes, for nobody else said it here; and so does a line in a list."""
        if exact and text.casefold().strip() in self._equal:
            return TAKEN_BACK
        if exact and LISTED in text:
            text = LISTED.join(TAKEN_BACK if line.casefold().strip() in self._equal else line for line in text.split(LISTED))
        return self._inside.sub(SOMEONE, self._quoted.sub(TAKEN_BACK, text))


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _leaves(part, (*path, key))
    elif isinstance(value, list | tuple):
        for place, part in enumerate(value):
            yield from _leaves(part, (*path, place))
