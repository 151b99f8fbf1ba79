"""Printing what a workshop needs: which sheets, how many, and the files they become."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.desk.known import is_planned_for
from kit.desk.library import Shelf, plans_of, with_programme
from kit.desk.makers import MAKERS, named
from kit.desk.next_workshop import next_number, next_plan
from kit.desk.outputs import outputs, this_day
from kit.desk.pictures import readable_pictures
from kit.desk.pile.printed import Keep, printed_before, remembered
from kit.desk.reference import for_sheets, frameworks_for
from kit.desk.story import story_of
from kit.desk.support import KIND as SUPPORT
from kit.desk.wentout import note_prints
from kit.desk.wishes import coming, wished
from kit.desk.world import real_world
from kit.engine import Session, setting_of
from kit.model import Record, Script
from kit.model.gate import Way, let_out
from kit.store import History, NoSuchThing, Programme, StoreProblem, read_history, read_rows, write_safely
from kit.store.tombstones import ERASED

if TYPE_CHECKING:
    from printables.pack import Sheet, Source
    from printables.sharing import Part

Progress = Callable[[int, int, str], None]
"""Called with how many sheets are done, of how many, and which one is next."""

AFTER = ("agreement", "agreement-poster", "gallery-labels", "what-we-made", "results", "decision-register", "promise-list")
"""Sheets that tell of a workshop that has been, and not of the one to come; they come with every pack."""

TELLING = (*AFTER, "catch-up", "bulletin")
"""The same, with those that are printed only when asked for."""

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
    """People to print for; 0 for as many as were counted, else as many as are on the list, else the usual dozen."""
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
    language: str = "en-GB"
    """Of the kit's own words (BCP 47), on sheets that have been translated."""
    as_asked: bool = True
    """True: who asked for another profile gets what they hold in theirs."""
    decks: tuple[str, ...] = ()
    """Ids of decks of question cards; empty for all."""
    without: frozenset[str] = frozenset()
    """Files to leave out, by the `key` of their preview."""


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
    to_print: int = 0
    """Pages that leave the printer, with every copy."""


def print_pack(programme: Programme, shelf: Shelf, order: Order, out: Path | None = None,
               progress: Progress = lambda done, total, title: None,
               stopped: Callable[[], bool] = lambda: False, keep: Keep | None = None) -> tuple[Printed, ...]:
    """Make the files, in the programme's prints folder or in `out`. Raises StoreProblem with a sentence.

    `stopped` is asked before each file; what was made until then stays, and is given back. `keep` keeps the layouts of what is
    read back where the programme is open already.
    """
    refuse_misfits(order)
    if programme.sealed and out is None:
        raise StoreProblem("This programme is locked with a passphrase, so no open sheet is left in its folder. "
                           "Say where the sheets go: --out DIR.")
    source, every = parts_of(programme, shelf, order)
    parts = [part for part in every if key_of(part) not in order.without]
    folder = out or programme.prints_folder
    printed: dict[int, Printed] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # The cover says how many pages there are, so it is made last.
        for done, place in enumerate(sorted(range(len(parts)), key=lambda place: _is_cover(parts[place], order))):
            if stopped():
                break
            part = parts[place]
            progress(done, len(parts), part.sheet.title)
            if _is_cover(part, order):
                part = _cover(source, parts, printed, part)
            printed[place] = _print(part, order, folder)
    except OSError as error:
        raise StoreProblem(f"Nothing more can be written to {folder}: {error.strerror}. "
                           "Choose another folder with --out.") from None
    progress(len(printed), len(parts), "")
    note_prints(programme, ((one.path, _text(parts[place].sheet)) for place, one in sorted(printed.items())),
                outputs(programme, Way.PAPER))
    files = tuple(printed[place] for place in sorted(printed))
    return files if order.sample else remembered(programme, files, real_world(), keep)


def key_of(part: "Part") -> str:
    """What tells a file from the others of its pack."""
    return f"{part.sheet.name} {part.sheet.mark} {part.profile}"


def _is_cover(part: "Part", order: Order) -> bool:
    return part.sheet.name == "cover-sheet" and not order.what


def _cover(source: "Source", parts: "list[Part]", printed: dict[int, Printed], part: "Part") -> "Part":
    """The cover sheet of all that was printed."""
    from printables.products.cover import sheets

    counted = [replace(parts[place], pages=one.to_print) for place, one in sorted(printed.items())]
    return replace(part, sheet=sheets(source, counted)[0])


def _text(sheet: "Sheet") -> str:
    from printables.plain_text import plain_text

    return "\n\n".join(plain_text(document) for document in sheet.documents)


def refuse_misfits(order: Order) -> None:
    """Raises StoreProblem where the letters are too large for the paper."""
    from printables.profile import PAPERS, PROFILES, suits

    if not suits(PROFILES[order.profile], PAPERS[order.paper]):
        raise StoreProblem(f"{order.paper} paper is too small for {order.profile} print. Choose A4 or Letter paper.")


def _print(part: "Part", order: Order, folder: Path) -> Printed:
    from printables.html import page
    from printables.layout import layout
    from printables.pack import file_name, missing_sentence, print_sheet
    from printables.profile import PAPERS, PROFILES

    sheet, profile, paper = part.sheet, PROFILES[part.profile], PAPERS[order.paper]
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
                   tuple(layout(rendered.places, rendered.sizes)),
                   rendered.pages * (1 if sheet.share == "own" else sheet.copies))


def parts_of(programme: Programme, shelf: Shelf, order: Order, today: str = "") -> "tuple[Source, list[Part]]":
    """What every sheet is made from, and every file there is to print."""
    from printables.pack import PRODUCTS, Source, pack
    from printables.pocket import with_pocket_copy
    from printables.sample import with_made_up
    from printables.sharing import shared

    history = read_history(programme.folder, programme.keys)
    records = named(let_out(history.records(), Way.PAPER, today or this_day(real_world())),
                    read_rows(programme.folder, MAKERS, programme.keys))
    wishes = wished(history.records(), order.paper) if order.as_asked else {}
    on_the_list = coming(history.records())
    story = story_of(programme, shelf, history, records, today or this_day(real_world()))

    def source(of: _OfWorkshop) -> Source:
        script, workshop, session = of
        here = tuple(r for r in records if is_planned_for(r, workshop) or r.kind == SUPPORT
                     or (session and r.origin.workshop == session))
        people = order.people or max(_counted(here) or on_the_list or USUAL_PEOPLE, sum(wishes.values()))
        made = Source(programme.name, programme.code, workshop, script, people, _terms(records), here, order.notes,
                      order.language, paper=order.paper, pictures=readable_pictures(programme, here),
                      programme_records=records, story=story, printed=printed_before(programme, workshop),
                      frameworks=frameworks_for(programme, order.what, order.sample),
                      **for_sheets(shelf, order.what, order.decks, order.sample))
        return with_made_up(made) if order.sample else made

    day = source(_now_or_next(programme, shelf, history, order.plan))
    told = source(last) if (last := _last(history)) else day
    asked = order.what or tuple(PRODUCTS) * order.sample
    before = tuple(name for name in asked if name not in TELLING)
    after = tuple(name for name in asked if name in TELLING)
    if not asked and told.workshop != day.workshop:
        after = AFTER
    try:
        sheets = (pack(day, before) if before or not asked else ()) + (pack(told, after) if after else ())
        sheets = tuple(map(with_pocket_copy, sheets)) if order.pocket else sheets
        return day, shared(sheets, order.profile, wishes, day.people)
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
    script = with_programme(shelf, programme).script(plan or next_plan(programme, shelf, plans, history))
    return script, next_number(history, read_rows(programme.folder, ERASED, programme.keys)), ""


def _no_clock() -> datetime:
    raise AssertionError("reading a session asks for no time")


def _counted(records: tuple[Record, ...]) -> int:
    return next((int(r.content["people"]) for r in reversed(records) if r.kind == "attendance"), 0)


def _terms(records: tuple[Record, ...]) -> tuple[tuple[str, str], ...]:
    """The words people asked about, each with its newest meaning. A word asked about again keeps the meaning it has."""
    terms: dict[str, tuple[str, str]] = {}
    for term, meaning in ((r.content["term"], r.content["meaning"]) for r in records if r.kind == "term"):
        if meaning or term.casefold() not in terms:
            terms[term.casefold()] = (term, meaning)
    return tuple(terms[key] for key in sorted(terms))
