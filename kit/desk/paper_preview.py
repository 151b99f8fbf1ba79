"""What would be printed: each sheet with its copies and pages, its words, and whether it is for a day that is over."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.desk.library import Shelf
from kit.desk.next_workshop import run_before
from kit.desk.paper import AFTER, Order, key_of, parts_of, refuse_misfits
from kit.store import Programme

if TYPE_CHECKING:
    from printables.sharing import Part

BLANK = "blank"
"""The mark of a sheet that is there to be written on (`printables.products.agreement`)."""


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """One sheet that would be printed."""

    name: str
    title: str
    copies: int
    note: str
    profile: str
    pages: int
    """Pages of all copies, about."""
    paper: str
    key: str
    """What tells this file from the others of its pack."""
    ready: bool
    """False for a sheet of a day that is over: mostly nobody wants it again."""


def preview(programme: Programme, shelf: Shelf, order: Order) -> tuple[SheetPreview, ...]:
    """What would be printed. The pages are counted by setting the first of each sheet's copies. Raises StoreProblem."""
    refuse_misfits(order)
    _, parts = parts_of(programme, shelf, order)
    over = run_before(programme, shelf, order.plan or None) is not None
    return tuple(SheetPreview(part.sheet.name, part.sheet.title, part.sheet.count, part.sheet.note, part.profile,
                              _pages(part, order), order.paper, key_of(part), not over or _tells(part)) for part in parts)


def sheet_words(programme: Programme, shelf: Shelf, order: Order, name: str) -> str:
    """What stands on the first copy of a sheet, as plain text. Raises StoreProblem."""
    from printables.plain_text import plain_text

    _, parts = parts_of(programme, shelf, replace(order, what=(name,)))
    return plain_text(parts[0].sheet.documents[0]) if parts else ""


def _tells(part: "Part") -> bool:
    """Whether a file tells of a day that has been. A poster with nothing on it does not."""
    return part.sheet.name in AFTER and part.sheet.mark != BLANK


def _pages(part: "Part", order: Order) -> int:
    """How many pages all copies take, about."""
    from printables.pack import print_sheet
    from printables.profile import PAPERS, PROFILES

    sheet = part.sheet
    own = sheet.share == "own"
    one = print_sheet(replace(sheet, documents=sheet.documents[:1]) if own else sheet,
                      PROFILES[part.profile], PAPERS[order.paper])
    return one.pages * sheet.count
