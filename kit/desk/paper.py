"""Printing what a workshop needs: which sheets, how many, and the files they become."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.desk.library import Shelf, plans_of, with_programme
from kit.desk.makers import MAKERS, named
from kit.desk.outputs import outputs, this_day
from kit.desk.wentout import note_prints
from kit.desk.workshop import next_number, next_plan
from kit.desk.world import real_world
from kit.engine import Session, setting_of
from kit.model import Record, Script
from kit.model.gate import Way, let_out
from kit.store import History, NoSuchThing, Programme, StoreProblem, read_history, read_rows, write_safely
from kit.store.tombstones import ERASED

if TYPE_CHECKING:
    from printables.pack import Sheet

Progress = Callable[[int, int, str], None]
"""Called with how many sheets are done, of how many, and which one is next."""

AFTER = ("agreement", "agreement-poster", "gallery-labels", "what-we-made")
"""Sheets that tell of a workshop that has been, and not of the one to come."""

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
    plan: str = ""
    """Id of the plan to print for; empty for the one that is running, or comes next."""


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
    note_prints(programme, ((one.path, _text(sheet)) for sheet, one in zip(sheets, printed, strict=True)),
                outputs(programme, Way.PAPER))
    return tuple(printed)


def _text(sheet: "Sheet") -> str:
    from printables.plain_text import plain_text

    return "\n\n".join(plain_text(document) for document in sheet.documents)


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
    from printables.profile import PAPERS, PROFILES

    profile, paper = PROFILES[order.profile], PAPERS[order.paper]
    path = folder / file_name(sheet, profile, paper)
    if order.form == "text":
        path = path.with_suffix(".txt")
        write_safely(path, _text(sheet).encode())
        return Printed(sheet.name, path, 0, "")
    if order.form == "html":
        path = path.with_suffix(".html")
        write_safely(path, page(sheet.documents, profile, paper, sheet.title).encode())
        return Printed(sheet.name, path, 0, "")
    rendered = print_sheet(sheet, profile, paper)
    write_safely(path, rendered.pdf)
    return Printed(sheet.name, path, rendered.pages, missing_sentence(sheet, rendered.missing),
                   tuple(layout(rendered.places, rendered.sizes)))


def _sheets(programme: Programme, shelf: Shelf, order: Order, today: str = "") -> "tuple[Sheet, ...]":
    from printables.pack import PRODUCTS, Source, pack
    from printables.pocket import with_pocket_copy
    from printables.profile import PROFILES
    from printables.sample import with_made_up

    history = read_history(programme.folder, programme.keys)
    records = named(let_out(history.records(), Way.PAPER, today or this_day(real_world())),
                    read_rows(programme.folder, MAKERS, programme.keys))
    load = f"{PROFILES[order.profile].load} {order.paper}."

    def source(of: _OfWorkshop) -> Source:
        script, workshop, session = of
        here = tuple(r for r in records if r.kind == "seat-plan" or (session and r.origin.workshop == session))
        made = Source(programme.name, programme.code, workshop, script, order.people or _counted(here), _terms(records), here,
                      order.notes, load=load)
        return with_made_up(made) if order.sample else made

    day = source(_now_or_next(programme, shelf, history, order.plan))
    told = source(last) if (last := _last(history)) else day
    asked = order.what or tuple(PRODUCTS) * order.sample
    before = tuple(name for name in asked if name not in AFTER)
    after = tuple(name for name in asked if name in AFTER)
    if not asked and told.workshop != day.workshop:
        after = AFTER
    try:
        sheets = (pack(day, before) if before or not asked else ()) + (pack(told, after) if after else ())
        return tuple(map(with_pocket_copy, sheets)) if order.pocket else sheets
    except ValueError as problem:
        raise NoSuchThing(str(problem)) from None


_OfWorkshop = tuple[Script, int, str]
"""A workshop's plan, its number in the programme, and its session's id; empty for one that has not begun."""


def _last(history: History) -> _OfWorkshop | None:
    """The last workshop that made anything but a head count."""
    for id in reversed(history.sessions()):
        made = tuple(r for r in history.records() if r.origin.workshop == id)
        if any(r.kind not in ("attendance", "name") for r in made):
            begun = setting_of(history.events(id))
            return begun.script, begun.place.workshop, id
    return None


def _now_or_next(programme: Programme, shelf: Shelf, history: History, plan_id: str) -> _OfWorkshop:
    """The workshop that is running, or the one that would begin next, so that paper and records carry the same codes."""
    sessions = history.sessions()
    for id in reversed(sessions):
        begun = setting_of(history.events(id))
        if plan_id in ("", begun.script.plan.id) and not Session(history.events(id), _no_clock).over:
            return begun.script, begun.place.workshop, id
    plans = plans_of(programme, shelf)
    plan = next((p for p in plans if p.id == plan_id), None)
    if plan is None and plan_id:
        raise NoSuchThing(f"{programme.name!r} has no plan {plan_id!r}. It has: {', '.join(p.id for p in plans)}.")
    script = with_programme(shelf, programme).script(plan or next_plan(plans, history))
    return script, next_number(history, read_rows(programme.folder, ERASED, programme.keys)), ""


def _no_clock() -> datetime:
    raise AssertionError("reading a session asks for no time")


def _counted(records: tuple[Record, ...]) -> int:
    return next((int(r.content["people"]) for r in reversed(records) if r.kind == "attendance"), USUAL_PEOPLE)


def _terms(records: tuple[Record, ...]) -> tuple[tuple[str, str], ...]:
    """The words people asked about, each with its newest meaning. A word asked about again keeps the meaning it has."""
    terms: dict[str, tuple[str, str]] = {}
    for term, meaning in ((r.content["term"], r.content["meaning"]) for r in records if r.kind == "term"):
        if meaning or term.casefold() not in terms:
            terms[term.casefold()] = (term, meaning)
    return tuple(terms[key] for key in sorted(terms))
