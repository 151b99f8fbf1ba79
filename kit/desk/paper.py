"""Printing what a workshop needs: which sheets, how many, and the files they become."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.desk.library import Shelf, plans_of, with_programme
from kit.engine import setting_of
from kit.model import Record, Script
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
    sample: bool = False
    """True: made-up records stand beside the programme's own, for a look at every sheet."""
    pocket: bool = False
    """True: agenda, glossary and support card have a copy in codes that a phone can read aloud."""
    form: str = "pdf"
    """pdf, html or text."""


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
    """Pages of a PDF; 0 for HTML and plain text."""
    warning: str
    """A sentence about characters the typeface lacks, or empty."""
    layout: tuple[dict[str, Any], ...] = ()
    """Where everything stands that is read back, a page each (`printables.layout`)."""


def preview(programme: Programme, shelf: Shelf, order: Order) -> tuple[SheetPreview, ...]:
    """What would be printed. Raises StoreProblem."""
    return tuple(SheetPreview(s.name, s.title, len(s.documents), s.note) for s in _sheets(programme, shelf, order))


def print_pack(programme: Programme, shelf: Shelf, order: Order, out: Path | None = None,
               progress: Progress = lambda done, total, title: None) -> tuple[Printed, ...]:
    """Make the files, in the programme's prints folder or in `out`. Raises StoreProblem with a sentence."""
    _refuse_misfits(order)
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
    return tuple(printed)


def write_layout(printed: Sequence[Printed], file: Path) -> None:
    """Write where everything stands that is read back, for each printed page. Raises StoreProblem."""
    pages = [{"file": one.path.name, "page": number, **page} for one in printed for number, page in enumerate(one.layout, 1)]
    try:
        write_safely(file, json.dumps(pages, ensure_ascii=False, indent=1).encode())
    except OSError as error:
        raise StoreProblem(f"The layout cannot be written to {file}: {error.strerror}. Choose another file.") from None


def _refuse_misfits(order: Order) -> None:
    from printables.profile import PAPERS, PROFILES, suits

    if not suits(PROFILES[order.profile], PAPERS[order.paper]):
        raise StoreProblem(f"{order.paper} paper is too small for {order.profile} print. Choose A4 or Letter paper.")


def _print(sheet: "Sheet", order: Order, folder: Path) -> Printed:
    from printables.html import page
    from printables.layout import layout
    from printables.pack import file_name, missing_sentence, print_sheet
    from printables.plain_text import plain_text
    from printables.profile import PAPERS, PROFILES

    profile, paper = PROFILES[order.profile], PAPERS[order.paper]
    path = folder / file_name(sheet, profile, paper)
    if order.form == "text":
        path = path.with_suffix(".txt")
        write_safely(path, "\n\n".join(plain_text(document) for document in sheet.documents).encode())
        return Printed(sheet.name, path, 0, "")
    if order.form == "html":
        path = path.with_suffix(".html")
        write_safely(path, page(sheet.documents, profile, paper, sheet.title).encode())
        return Printed(sheet.name, path, 0, "")
    rendered = print_sheet(sheet, profile, paper)
    write_safely(path, rendered.pdf)
    return Printed(sheet.name, path, rendered.pages, missing_sentence(sheet, rendered.missing),
                   tuple(layout(rendered.places, rendered.sizes)))


def _sheets(programme: Programme, shelf: Shelf, order: Order) -> "tuple[Sheet, ...]":
    from printables.pack import PRODUCTS, Source, pack
    from printables.pocket import with_pocket_copy
    from printables.profile import PROFILES
    from printables.sample import with_made_up

    history = read_history(programme.folder)
    records = history.records()
    if sessions := history.sessions():
        last = setting_of(history.events(sessions[-1]))
        script, workshop = last.script, last.place.workshop
        here = tuple(r for r in records if r.origin.workshop == last.session)
    else:
        script, workshop, here = _first_script(programme, shelf), 1, ()
    source = Source(programme.name, programme.code, workshop, script, order.people or _counted(here), _terms(records), here,
                    order.notes, load=f"{PROFILES[order.profile].load} {order.paper}.")
    try:
        sheets = pack(with_made_up(source) if order.sample else source, order.what or tuple(PRODUCTS) * order.sample)
        return tuple(map(with_pocket_copy, sheets)) if order.pocket else sheets
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
