"""Writing a report, or its drafts for the people quoted: through the gate, to a file, and into the log of what went out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kit.desk.reflecting import keep, opened
from kit.desk.wentout import note
from kit.desk.world import World
from kit.model import Record, Visible
from kit.model.gate import Way
from kit.model.text import LONGEST, clean
from kit.store import NoSuchThing, Programme, Store, StoreProblem, write_safely

if TYPE_CHECKING:
    from printables.profile import Paper, Profile
    from printables.tree import Document


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which report, and how."""

    kind: str = "programme"
    form: str = "html"
    profile: str = "clear"
    paper: str = "A4"
    public: bool = False
    """True: only what may be made public."""
    drafts: bool = False
    """True: sheets for the people quoted, in place of the report."""


@dataclass(frozen=True, slots=True)
class Reported:
    """What was written."""

    path: Path
    records: int
    """How many records may be in it."""
    kept_back: int


def report(programme: Programme, wanted: Wanted, out: Path | None, world: World) -> Reported:
    """Write a report to a file, into a folder, or among the programme's prints. Raises StoreProblem with a sentence."""
    _refuse(programme, wanted, out)
    store = Store(programme.folder, "report", programme.keys)
    try:
        documents, told, kept_back = _documents(store, programme, wanted, world)
        path = _place(programme, wanted, out)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_safely(path, _FORMS[wanted.form](documents, *_sizes(wanted)))
        except OSError as error:
            raise StoreProblem(f"The report could not be written to {path}: {error.strerror or 'the disk said no'}.") from None
        note(store, "report", [path], told, world)
    finally:
        store.close()
    return Reported(path, len(told), kept_back)


def report_words(programme: Programme, wanted: Wanted, world: World) -> str:
    """A report as plain text, for a screen. Nothing is written."""
    from kit.store.keeping import open_for_reading
    from printables.plain_text import plain_text

    _refuse(programme, wanted, Path())
    documents, _, _ = _documents(open_for_reading(programme), programme, wanted, world)
    return "\n".join(map(plain_text, documents))


def say_who_was_absent(programme: Programme, words: str, world: World) -> Record:
    """Keep, for every report from now on, who was not there and why. Raises StoreProblem."""
    from kit.desk.reports.material import ABSENCE

    text = clean(words)
    if not text or len(text) > LONGEST:
        raise StoreProblem(f"Say in a sentence who was not there, in at most {LONGEST:,} characters. Name nobody.")
    with opened(programme, world) as (store, held):
        last = held.of_kind(ABSENCE)[-1:]
        return keep(store, world, ABSENCE, {"text": text}, Visible.PUBLIC, last[0] if last else None)


def _documents(store: Store, programme: Programme, wanted: Wanted,
               world: World) -> "tuple[tuple[Document, ...], tuple[Record, ...], int]":
    from kit.desk.reports import KINDS, document
    from kit.desk.reports.drafts import drafts
    from kit.desk.reports.material import material

    kind = KINDS[wanted.kind]
    made = material(store, programme, Way.PUBLIC if wanted.public else kind.way, world)
    documents = drafts(made, kind.title) if wanted.drafts else (document(kind, made),)
    if not documents:
        raise StoreProblem("Nobody is quoted in this report, so there is nobody to ask.")
    return documents, made.held.records, sum(made.left_out.values())


def _refuse(programme: Programme, wanted: Wanted, out: Path | None) -> None:
    from kit.desk.reports import KINDS
    from printables.profile import PAPERS, PROFILES, suits

    if wanted.kind not in KINDS:
        raise NoSuchThing(f"There is no report {clean(wanted.kind)[:40]!r}. There are: {', '.join(KINDS)}.")
    if wanted.form not in _FORMS:
        raise NoSuchThing(f"There is no form {clean(wanted.form)[:40]!r}. Choose from: {', '.join(_FORMS)}.")
    if wanted.kind == "log" and (wanted.public or wanted.drafts):
        raise StoreProblem("The log is for the facilitator alone. It cannot be made public, and it has no drafts.")
    if not suits(PROFILES[wanted.profile], PAPERS[wanted.paper]):
        raise StoreProblem(f"{wanted.paper} paper is too small for {wanted.profile} print. Choose A4 or Letter paper.")
    if programme.sealed and out is None:
        raise StoreProblem("This programme is locked with a passphrase, so no open report is left in its folder. "
                           "Say where the report goes: --out FILE.")


def _sizes(wanted: Wanted) -> "tuple[Profile, Paper]":
    from printables.profile import PAPERS, PROFILES

    return PROFILES[wanted.profile], PAPERS[wanted.paper]


def _place(programme: Programme, wanted: Wanted, out: Path | None) -> Path:
    """Where the file goes: `out` itself, or under its usual name where `out` is a folder or nothing."""
    name = f"report-{wanted.kind}{'-drafts' if wanted.drafts else ''}{'-public' if wanted.public else ''}.{_ENDINGS[wanted.form]}"
    if out is None:
        return programme.prints_folder / name
    return out if out.suffix and not out.is_dir() else out / name


def _html(documents: "Sequence[Document]", profile: "Profile", paper: "Paper") -> bytes:
    from printables.html import page

    return page(documents, profile, paper).encode()


def _pdf(documents: "Sequence[Document]", profile: "Profile", paper: "Paper") -> bytes:
    from printables.pdf import render

    return render(documents, profile, paper).pdf


def _docx(documents: "Sequence[Document]", profile: "Profile", paper: "Paper") -> bytes:
    from printables.docx import docx_bytes

    return docx_bytes(documents, profile, paper)


def _text(documents: "Sequence[Document]", profile: "Profile", paper: "Paper") -> bytes:
    from printables.plain_text import plain_text

    return "\n\n".join(map(plain_text, documents)).encode()


_FORMS: "Mapping[str, Callable[[Sequence[Document], Profile, Paper], bytes]]" = {
    "html": _html, "pdf": _pdf, "docx": _docx, "text": _text}
_ENDINGS = {"html": "html", "pdf": "pdf", "docx": "docx", "text": "txt"}
FORMS = tuple(_FORMS)
"""Forms a report can be written in."""
