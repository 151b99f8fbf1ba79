"""Printing what a workshop needs: which sheets, how many, and the files they become."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kit.desk.library import Shelf, plans_of, with_programme
from kit.desk.outputs import outputs, this_day
from kit.desk.wentout import ON_PAPER, note_quietly
from kit.desk.world import real_world
from kit.engine import setting_of
from kit.model import Record, Script
from kit.model.gate import Way, let_out
from kit.store import Programme, StoreProblem, read_history, write_safely

if TYPE_CHECKING:
    from printables.pack import Sheet

Progress = Callable[[int, int, str], None]
"""Called with how many sheets are done, of how many, and which one is next."""

USUAL_PEOPLE = 12
"""People to print for, where nobody has been counted yet."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to print and how. Nearly all prints use the defaults."""

    what: tuple[str, ...] = ()
    """Names of sheets; empty for all that the plan needs."""
    profile: str = "clear"
    paper: str = "A4"
    people: int = 0
    """People to print for; 0 for as many as were counted, or the usual dozen."""
    notes: bool = False
    """True: the run sheet carries the facilitator's private notes."""
    form: str = "pdf"
    """pdf or text."""


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """One sheet that would be printed."""

    name: str
    title: str
    copies: int
    note: str


@dataclass(frozen=True, slots=True)
class Printed:
    """One file that was made."""

    name: str
    path: Path
    pages: int
    """Pages of a PDF; 0 for plain text."""
    warning: str
    """A sentence about characters the typeface lacks, or empty."""


def preview(programme: Programme, shelf: Shelf, order: Order) -> tuple[SheetPreview, ...]:
    """What would be printed. Raises StoreProblem."""
    return tuple(SheetPreview(s.name, s.title, len(s.documents), s.note) for s in _sheets(programme, shelf, order))


def print_pack(programme: Programme, shelf: Shelf, order: Order, out: Path | None = None,
               progress: Progress = lambda done, total, title: None) -> tuple[Printed, ...]:
    """Make the files, in the programme's prints folder or in `out`. Raises StoreProblem with a sentence."""
    if programme.sealed and out is None:
        raise StoreProblem("This programme is locked with a passphrase, so no open sheet is left in its folder. "
                           "Say where the sheets go: --out DIR.")
    sheets = _sheets(programme, shelf, order)
    folder = out or programme.prints_folder
    printed = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for done, sheet in enumerate(sheets):
            progress(done, len(sheets), sheet.title)
            printed.append(_print(sheet, order, folder))
    except OSError as error:
        raise StoreProblem(f"Nothing more can be written to {folder}: {error.strerror}. "
                           "Choose another folder with --out.") from None
    progress(len(sheets), len(sheets), "")
    for name in ON_PAPER:
        if with_words := [one.path for one in printed if one.name == name]:
            told = outputs(programme, Way.PAPER)
            note_quietly(programme, "paper", with_words, [r for r in told if name != "glossary" or r.kind == "term"])
    return tuple(printed)


def _print(sheet: "Sheet", order: Order, folder: Path) -> Printed:
    from printables.pack import file_name, missing_sentence, print_sheet
    from printables.plain_text import plain_text
    from printables.profile import PAPERS, PROFILES

    profile, paper = PROFILES[order.profile], PAPERS[order.paper]
    path = folder / file_name(sheet, profile, paper)
    if order.form == "text":
        path = path.with_suffix(".txt")
        write_safely(path, "\n\n".join(plain_text(document) for document in sheet.documents).encode())
        return Printed(sheet.name, path, 0, "")
    rendered = print_sheet(sheet, profile, paper)
    write_safely(path, rendered.pdf)
    return Printed(sheet.name, path, rendered.pages, missing_sentence(sheet, rendered.missing))


def _sheets(programme: Programme, shelf: Shelf, order: Order, today: str = "") -> "tuple[Sheet, ...]":
    from printables.pack import Source, pack

    history = read_history(programme.folder, programme.keys)
    records = let_out(history.records(), Way.PAPER, today or this_day(real_world()))
    if sessions := history.sessions():
        last = setting_of(history.events(sessions[-1]))
        script, workshop = last.script, last.place.workshop
        here = tuple(r for r in records if r.origin.workshop == last.session)
    else:
        script, workshop, here = _first_script(programme, shelf), 1, ()
    source = Source(programme.name, programme.code, workshop, script, order.people or _counted(here), _terms(records), here,
                    order.notes)
    try:
        return pack(source, order.what)
    except ValueError as problem:
        raise StoreProblem(str(problem)) from None


def _first_script(programme: Programme, shelf: Shelf) -> Script:
    return with_programme(shelf, programme).script(plans_of(programme, shelf)[0])


def _counted(records: tuple[Record, ...]) -> int:
    return next((int(r.content["people"]) for r in reversed(records) if r.kind == "attendance"), USUAL_PEOPLE)


def _terms(records: tuple[Record, ...]) -> tuple[tuple[str, str], ...]:
    """The words people asked about, each with its newest meaning."""
    terms = {r.content["term"].casefold(): (r.content["term"], r.content["meaning"]) for r in records if r.kind == "term"}
    return tuple(terms[key] for key in sorted(terms))
