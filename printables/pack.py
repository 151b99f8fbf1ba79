"""The pack: every sheet a workshop needs, in the order it is needed."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kit.model.text import clean_line
from printables.products import (
    agenda,
    caption_slips,
    drawing_sheet,
    feedback_card,
    glossary,
    run_sheet,
    what_we_made,
)
from printables.profile import Paper, Profile
from printables.sheet import Sheet, Source

if TYPE_CHECKING:
    from printables.pdf import Rendered

__all__ = ["PRODUCTS", "Sheet", "Source", "file_name", "missing_sentence", "pack", "print_sheet"]

PRODUCTS: dict[str, Callable[[Source], tuple[Sheet, ...]]] = {
    "run-sheet": run_sheet.sheets,
    "agenda": agenda.sheets,
    "glossary": glossary.sheets,
    "drawing-sheet": drawing_sheet.sheets,
    "caption-slips": caption_slips.sheets,
    "feedback-card": feedback_card.sheets,
    "what-we-made": what_we_made.sheets,
}
"""Every product by its name. Each makes no sheet, one, or one for each step of the plan that asks for one."""


def pack(source: Source, what: Sequence[str] = ()) -> tuple[Sheet, ...]:
    """The sheets of these products, or all that the plan needs.

    Raises ValueError, with a sentence, for a product there is none of, or more copies than codes can count.
    """
    for name in what:
        if name not in PRODUCTS:
            raise ValueError(f"There is no sheet called “{name}”. Choose from: {', '.join(PRODUCTS)}.")
    return tuple(sheet for name, sheets in PRODUCTS.items() if not what or name in what
                 for sheet in sheets(source) if sheet.documents)


def print_sheet(sheet: Sheet, profile: Profile, paper: Paper) -> "Rendered":
    """All copies of a sheet as one PDF."""
    from printables.pdf import render

    return render(sheet.documents, profile, paper, title=sheet.title)


def file_name(sheet: Sheet, profile: Profile, paper: Paper) -> str:
    """A name that is safe on every disk: `drawing-sheet-A-clear-A4.pdf`."""
    return "-".join(part for part in (sheet.name, sheet.mark, profile.name, paper.name) if part) + ".pdf"


def missing_sentence(sheet: Sheet, missing: Sequence[str]) -> str:
    """What to tell a person about characters that a sheet could not draw; empty where there are none."""
    if not missing:
        return ""
    shown = ", ".join(f"{char if char.isprintable() else '?'} (U+{ord(char):04X})" for char in missing[:12])
    more = f" and {len(missing) - 12} more" if len(missing) > 12 else ""
    return f"{clean_line(sheet.title)}: the print typeface has no shape for {shown}{more}. Each one is drawn as a box."
