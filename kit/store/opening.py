"""Reading a folder's state from its files, as they are found. Nothing is written here.

The newest whole snapshot and the journal after it are the state. Where a snapshot is damaged, an older one and its journal
give the same. Where none is whole, everything that can be read is laid over one another, oldest first, and what is missing
is told by number (STORE.md, section 5, rules 3 and 6).
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kit.store.lines import Keys, NewerFormat
from kit.store.migrations import Migrations, migrate
from kit.store.names import VAULT, VAULT_COPY, Names, list_names
from kit.store.problem import StoreProblem, reason
from kit.store.ranges import Ranges, count, gaps, joined, to_ranges
from kit.store.report import Report
from kit.store.salvage import FileRead, read_file
from kit.store.snapshot import About, Snapshot, read_snapshot
from kit.store.state import Operation, State

_NOT_OURS = (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError)
"""What reading raises where a line has the right sum and makes no sense."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a folder's files gave."""

    state: State
    report: Report
    names: Names
    about: About | None
    """What the newest snapshot says that was whole."""
    journal: int
    """Bytes of the journal's files since that snapshot, with the room made ahead."""
    erasing: bool
    """True where something was erased since, and the older files still hold it."""


@dataclass(frozen=True, slots=True)
class _Save:
    """One line of the journal."""

    generation: int
    schema: int
    operations: list[Operation]
    erases: bool


@dataclass(slots=True)
class _Found:
    """Everything that was read, before it is put together."""

    names: Names
    schema: int
    """The newest schema number that can be read."""
    snapshots: dict[int, Snapshot] = field(default_factory=dict)
    saves: dict[int, _Save] = field(default_factory=dict)
    damaged: list[str] = field(default_factory=list)
    tails: list[str] = field(default_factory=list)
    """Segments that end in something that is no line."""
    torn: bool = False
    """True where the last segment does."""
    journal: int = 0
    foreign: bool = False
    """True where a file is sealed with a key that is not at hand."""

    @property
    def whole(self) -> Snapshot | None:
        """The snapshot that everything begins with, where there is a whole one."""
        return next((snapshot for snapshot in self.snapshots.values() if snapshot.whole), None)


def read_folder(folder: Path, keys: Keys, hint: int | None, schema: int, migrations: Migrations) -> Opened:
    """The state of a folder. `hint` is the last saved number that LOCK remembers.

    Raises StoreProblem, and FileNotFoundError where another window took a file away meanwhile.
    """
    try:
        found = _Found(list_names(folder), schema)
        _read_snapshots(found, keys)
        _read_segments(found, keys)
        state, first = _put_together(found, migrations)
    except FileNotFoundError:
        raise
    except NewerFormat:
        raise newer(folder) from None
    except OSError as error:
        raise StoreProblem(f"The folder {folder.name!r} cannot be read: {reason(error)}. Nothing was changed.") from None
    except _NOT_OURS:
        raise StoreProblem(f"The folder {folder.name!r} holds lines that no version of the kit can have written. "
                           "Nothing was changed.") from None
    report = _report(found, state, first, hint)
    _refuse_if_nothing_is_left(folder, found, state, report)
    _step_over_what_is_lost(state, report)
    about = found.whole.about if found.whole else None
    erasing = any(save.erases and number > first for number, save in found.saves.items())
    return Opened(state, report, found.names, about, found.journal, erasing)


def newer(folder: Path) -> StoreProblem:
    """The sentence for a folder from the future."""
    return StoreProblem(f"{folder.name!r} was written by a newer version of the kit. Please update it; nothing was changed.")


def _read_snapshots(found: _Found, keys: Keys) -> None:
    """Snapshots, newest first, down to the first whole one, or to the oldest that may be read."""
    oldest = 0
    for generation in sorted(found.names.snapshots, reverse=True):
        if generation < oldest:
            break
        snapshot = read_snapshot(found.names.snapshots[generation], generation, keys)
        _check(found, snapshot.file)
        found.snapshots[generation] = snapshot
        if snapshot.whole:
            break
        found.damaged.append(snapshot.file.path.name)
        if snapshot.about:
            oldest = max(oldest, snapshot.about.oldest)
    found.snapshots = dict(sorted(found.snapshots.items()))


def _read_segments(found: _Found, keys: Keys) -> None:
    """The journal from the first snapshot on. A number that comes again counts as it comes last: before, it was refused."""
    first = min(found.snapshots, default=0)
    for generation in (g for g in found.names.generations if g >= first):
        snapshot = found.snapshots.get(generation)
        if snapshot and snapshot.about:
            _leave_out_refused(found, snapshot.about.last)
        for path in found.names.segments.get(generation, []):
            file = read_file(path, keys)
            _check(found, file)
            _take_segment(found, generation, file)


def _check(found: _Found, file: FileRead) -> None:
    found.foreign = found.foreign or file.foreign
    if file.header and file.header.schema > found.schema:
        raise NewerFormat(str(file.header.schema))


def _leave_out_refused(found: _Found, last: int) -> None:
    for number in [number for number in found.saves if number > last]:
        del found.saves[number]


def _take_segment(found: _Found, generation: int, file: FileRead) -> None:
    schema = file.header.schema if file.header else found.schema
    found.journal += file.size
    for _, payload in file.lines:
        save = json.loads(payload)
        found.saves[int(save["s"])] = _Save(generation, schema, save["o"], "e" in save)
    if file.hurt:
        found.damaged.append(file.path.name)
    elif file.tail:
        found.tails.append(file.path.name)
    if file.header or file.tail:
        found.torn = bool(file.tail) and not file.hurt


def _put_together(found: _Found, migrations: Migrations) -> tuple[State, int]:
    """The state, and the number of the save that it begins after."""
    state = State()
    by_generation: dict[int, list[int]] = {}
    for number in sorted(found.saves):
        by_generation.setdefault(found.saves[number].generation, []).append(number)
    first = None
    for generation in sorted({*found.snapshots, *by_generation}):
        numbers = by_generation.get(generation, [])
        if generation in found.snapshots:
            _lay_over(state, found.snapshots[generation], migrations)
        if first is None:
            first = _first(found.snapshots.get(generation), numbers)
            state.last = max(state.last, first)
        for number in numbers:
            save = found.saves[number]
            _bring_up(state, save.schema, migrations)
            if number > state.last:
                state.apply(number, save.operations)
    return state, first or 0


def _first(snapshot: Snapshot | None, numbers: list[int]) -> int:
    """The number of the save before all that can be there."""
    if snapshot is None:
        return 0
    if snapshot.about:
        return snapshot.about.last
    return min(numbers) - 1 if numbers else 0


def _bring_up(state: State, schema: int, migrations: Migrations) -> None:
    state.schema = state.schema or schema
    migrate(state, schema, migrations)


def _lay_over(state: State, snapshot: Snapshot, migrations: Migrations) -> None:
    """Put what a snapshot gives over a state. Where its first or last line is whole, what it did not hold goes."""
    _bring_up(state, snapshot.schema, migrations)
    about = snapshot.about
    if about:
        state.next |= {name: max(state.next_id(name), number) for name, number in about.next.items()}
        state.secret = about.secret
        if snapshot.whole:
            state.tables, state.wanting = {name: {} for name in about.ids}, set()
        else:
            _keep_only(state, {name: {str(key) for key in _numbers(ids)} for name, ids in about.ids.items()})
    state.apply(about.last if about else state.last, snapshot.documents)


def _keep_only(state: State, held: dict[str, set[str]]) -> None:
    """Leave in a state what a damaged snapshot held, and note what it held that the state does not have (yet)."""
    state.tables = {name: {k: d for k, d in state.tables.get(name, {}).items() if k in keys} for name, keys in held.items()}
    state.wanting = {(name, key) for name, keys in held.items() for key in keys if key not in state.tables[name]}


def _numbers(ranges: Ranges) -> Iterable[int]:
    return (number for first, last in ranges for number in range(first, last + 1))


def _report(found: _Found, state: State, first: int, hint: int | None) -> Report:
    lost = gaps(found.saves, first + 1, max(hint or 0, state.last))
    documents: dict[str, list[int]] = {}
    for name, key in state.wanting:
        documents.setdefault(name, []).append(int(key))
    lost_documents = {name: to_ranges(keys) for name, keys in sorted(documents.items())}
    damaged = [*found.damaged, *(found.tails if lost else [])]
    about = found.whole.about if found.whole else None
    if about and (about.lost or about.lost_documents):
        before = not (lost or lost_documents or damaged)
        tables = {*lost_documents, *about.lost_documents}
        return Report(found.torn and not lost, tuple(damaged), joined(lost, about.lost),
                      {t: joined(lost_documents.get(t, []), about.lost_documents.get(t, [])) for t in sorted(tables)}, before)
    return Report(found.torn and not lost, tuple(damaged), lost, lost_documents)


def _refuse_if_nothing_is_left(folder: Path, found: _Found, state: State, report: Report) -> None:
    """Never show an empty workshop where there was a full one (rule 6)."""
    if any(state.tables.values()) or report.told_before:
        return
    if found.foreign:
        raise StoreProblem(f"The records in {folder.name!r} are sealed with another key. If {VAULT} and {VAULT_COPY} have gone, "
                           "put one back from your copy of this folder. Nothing was changed.")
    if report.lost or report.lost_documents or (report.damaged and not found.saves):
        raise StoreProblem(f"Nothing can be read of what was saved in {folder.name!r}. It was left as it is. "
                           "Use your copy of this folder, and keep this one for somebody who can repair it.")


def _step_over_what_is_lost(state: State, report: Report) -> None:
    """Numbers of saves, and ids of documents, that may have been given out are not given out again (rule 10)."""
    if report.lost:
        state.last = max(state.last, report.lost[-1][1])
        for name in state.next:
            state.next[name] += count(report.lost)
