"""A look at every file of a programme folder, also at those that an opening does not need. Nothing is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kit.model.text import counted, listed
from kit.store.attachments import Attachments
from kit.store.copying import Progress
from kit.store.engine import Engine
from kit.store.lines import Keys, NewerFormat
from kit.store.names import ATTACHMENTS, VAULT, VAULT_COPY, is_sealed, list_names
from kit.store.problem import Locked, StoreProblem, reason
from kit.store.report import Report
from kit.store.salvage import read_file
from kit.store.snapshot import read_snapshot
from kit.store.terms import Terms


@dataclass(frozen=True, slots=True)
class Generation:
    """One generation as its files were found."""

    number: int
    documents: int | None
    """Documents in its snapshot; None where there is no snapshot or nobody can tell."""
    saves: int
    """Saves in its part of the journal."""
    damaged: tuple[str, ...]
    """Names of its files that are not whole."""


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found."""

    problem: str = ""
    """Why the folder does not open, where it does not."""
    locked: bool = False
    """True where only a passphrase is wanting."""
    report: Report | None = None
    documents: int = 0
    last: int = 0
    """Number of the last save."""
    generations: tuple[Generation, ...] = ()
    """Newest first."""
    attachments: int = 0
    damaged_attachments: tuple[str, ...] = ()
    missing_attachments: tuple[str, ...] = ()
    vault: tuple[str, ...] = ()
    """Vault files that are missing or damaged, of a sealed folder."""

    @property
    def whole(self) -> bool:
        """Whether every file is as it was written, and nothing is missing."""
        hurt = any(generation.damaged for generation in self.generations)
        return not (self.problem or self.locked or hurt or self.damaged_attachments or self.missing_attachments or self.vault
                    or self.report is None or not self.report.whole)

    def sentences(self) -> tuple[str, ...]:
        """What to tell the person."""
        if self.problem:
            return (self.problem,)
        if self.whole:
            pictures = f" and {counted(self.attachments, 'attachment')}" if self.attachments else ""
            return (f"Everything is whole: {counted(self.last, 'save')}, {counted(self.documents, 'document')}{pictures}, "
                    f"{counted(len(self.generations), 'generation')}.",)
        return tuple(self._what_is_wrong())

    def _what_is_wrong(self) -> Iterator[str]:
        if self.report:
            yield from self.report.sentences(counted(self.documents, "document"))
        told = set(self.report.damaged if self.report else ())
        older = [name for generation in self.generations for name in generation.damaged if name not in told]
        if older:
            yield f"Not needed just now, and not whole: {listed(older)}. The folder has less to fall back on; make a copy."
        if self.damaged_attachments:
            yield f"Damaged pictures or scans: {listed(self.damaged_attachments)}."
        if self.missing_attachments:
            yield f"Pictures or scans that have gone: {listed(self.missing_attachments)}."
        if self.vault:
            yield f"{listed(self.vault)} cannot be read. The programme still opens; a change of passphrase writes it anew."


def examine(folder: Path, keys: Keys | None = None, progress: Progress = lambda *_: None) -> Examination:
    """Look at every file of a folder. `keys` for a sealed one (`kit.store.privacy.unlock`)."""
    told = _Telling(folder, progress)
    terms = Terms(keys) if keys else Terms()
    try:
        engine = Engine(folder, terms=terms, writable=False)
        generations = tuple(_generations(folder, terms.keys, told))
    except Locked as locked:
        return Examination(str(locked), locked=True, vault=_vault(folder))
    except StoreProblem as problem:
        return Examination(str(problem))
    except OSError as error:
        return Examination(f"The folder {folder.name!r} cannot be read: {reason(error)}.")
    attachments = Attachments(engine)
    there = attachments.names()
    damaged = tuple(name for name in there if not _opens(attachments, name, told))
    told.end()
    return Examination(
        report=engine.report, documents=sum(map(len, engine.tables.values())), last=engine.last, generations=generations,
        attachments=len(there), damaged_attachments=damaged,
        missing_attachments=tuple(sorted(attachments.named() - set(there))), vault=_vault(folder))


class _Telling:
    """Tells how many files have been looked at, of how many."""

    def __init__(self, folder: Path, progress: Progress) -> None:
        self._progress = progress
        self._all = sum(len(list((folder / name).glob(which))) for name, which in ((".", "*.jsonl"), (ATTACHMENTS, "*.*")))
        self._done = 0

    def file(self, name: str) -> None:
        """This one is next."""
        self._progress(min(self._done, self._all), self._all, name)
        self._done += 1

    def end(self) -> None:
        """All have been looked at."""
        self._progress(self._all, self._all, "")


def _generations(folder: Path, keys: Keys, told: _Telling) -> Iterator[Generation]:
    names = list_names(folder)
    for number in reversed(names.generations):
        damaged, documents, saves = [], None, 0
        try:
            if number in names.snapshots:
                told.file(names.snapshots[number].name)
                snapshot = read_snapshot(names.snapshots[number], number, keys)
                documents = len(snapshot.documents)
                damaged += [] if snapshot.whole else [snapshot.file.path.name]
            for path in names.segments.get(number, []):
                told.file(path.name)
                file = read_file(path, keys)
                saves += len(file.lines)
                damaged += [path.name] if file.hurt else []
        except (ValueError, TypeError, KeyError, NewerFormat):
            damaged = [path.name for path in names.of(number)]
        yield Generation(number, documents, saves, tuple(damaged))


def _opens(attachments: Attachments, name: str, told: _Telling) -> bool:
    told.file(name)
    try:
        attachments.read(name)
    except StoreProblem:
        return False
    return True


def _vault(folder: Path) -> tuple[str, ...]:
    if not is_sealed(folder):
        return ()
    from kit.store.vault import is_whole

    return tuple(name for name in (VAULT, VAULT_COPY) if not is_whole(folder / name))
