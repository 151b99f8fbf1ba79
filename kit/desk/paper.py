"""Printing what a workshop needs: which sheets, how many, and the files they become."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kit.desk.library import Shelf, plans_of, with_programme
from kit.desk.workshop import next_plan
from kit.engine import Session, setting_of
from kit.model import Record, Script
from kit.store import History, NoSuchThing, Programme, StoreProblem, read_history, write_safely

if TYPE_CHECKING:
    from printables.pack import Sheet

Progress = Callable[[int, int, str], None]
"""Called with how many sheets are done, of how many, and which one is next."""

AFTER = ("what-we-made",)
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
    form: str = "pdf"
    """pdf or text."""
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
    """Pages of a PDF; 0 for plain text."""
    warning: str
    """A sentence about characters the typeface lacks, or empty."""


def preview(programme: Programme, shelf: Shelf, order: Order) -> tuple[SheetPreview, ...]:
    """What would be printed. Raises StoreProblem."""
    return tuple(SheetPreview(s.name, s.title, len(s.documents), s.note) for s in _sheets(programme, shelf, order))


def print_pack(programme: Programme, shelf: Shelf, order: Order, out: Path | None = None,
               progress: Progress = lambda done, total, title: None) -> tuple[Printed, ...]:
    """Make the files, in the programme's prints folder or in `out`. Raises StoreProblem with a sentence."""
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


def _sheets(programme: Programme, shelf: Shelf, order: Order) -> "tuple[Sheet, ...]":
    from printables.pack import PRODUCTS, Source, pack

    history = read_history(programme.folder)
    what_was_made, for_the_day = _last(history), _now_or_next(programme, shelf, history, order.plan)
    sheets: list[Sheet] = []
    for name in order.what or PRODUCTS:
        script, workshop, here = what_was_made if name in AFTER and what_was_made else for_the_day
        source = Source(programme.name, programme.code, workshop, script, order.people or _counted(here),
                        _terms(history.records()), here, order.notes)
        try:
            sheets += pack(source, (name,))
        except ValueError as problem:
            raise NoSuchThing(str(problem)) from None
    return tuple(sheets)


_OfWorkshop = tuple[Script, int, tuple[Record, ...]]
"""A workshop's plan, its number in the programme, and what it has made."""


def _last(history: History) -> _OfWorkshop | None:
    """The last workshop that made anything but a head count."""
    for id in reversed(history.sessions()):
        made = tuple(r for r in history.records() if r.origin.workshop == id)
        if any(r.kind not in ("attendance", "name") for r in made):
            begun = setting_of(history.events(id))
            return begun.script, begun.place.workshop, made
    return None


def _now_or_next(programme: Programme, shelf: Shelf, history: History, plan_id: str) -> _OfWorkshop:
    """The workshop that is running, or the one that would begin next, so that paper and records carry the same codes."""
    sessions = history.sessions()
    for id in reversed(sessions):
        begun = setting_of(history.events(id))
        if plan_id in ("", begun.script.plan.id) and not Session(history.events(id), _no_clock).over:
            return begun.script, begun.place.workshop, tuple(r for r in history.records() if r.origin.workshop == id)
    plans = plans_of(programme, shelf)
    plan = next((p for p in plans if p.id == plan_id), None)
    if plan is None and plan_id:
        raise NoSuchThing(f"{programme.name!r} has no plan {plan_id!r}. It has: {', '.join(p.id for p in plans)}.")
    script = with_programme(shelf, programme).script(plan or next_plan(plans, history))
    return script, len(sessions) + 1, ()


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
