"""What is said of pages that were not read, and of cards that are not counted: one sentence each."""

import re
from typing import TYPE_CHECKING

from kit.model.sheetcode import ALPHABET, SheetCode, read_code
from kit.model.text import clean_line, counted

if TYPE_CHECKING:
    from kit.paperin.results import Unread

TWICE = "This code was printed twice with other words in the same places. Look at the paper."
DIFFER = "Two pictures of this card do not say the same."
COPY = "A copy of {code}, which was read before. It is not counted again."
COPIES = "copies of cards that were read before, not counted again"
DRAWN_AGAIN = "Another picture of the drawing {code}, which was read before. Another drawing needs a sheet of its own"
WALL_ALONE = "This picture shows the wall {code} and other sheets. Photograph the wall alone, so that no sheet is shown with it"
UNKNOWN_HERE = "Where the boxes of {code} stand is not known here. Join the laptop that printed it, or count the sheet by hand"
_OUR_FORM = re.compile(f"[{ALPHABET}]{{3}}-[{ALPHABET}]{{4}}-[{ALPHABET}]{{3}}")


def may_be_ours(unread: "Unread") -> bool:
    """Whether what was not read may be a sheet of somebody's: its code is one of ours, or cannot be made out."""
    return not unread.code or read_code(unread.code) is not None or _OUR_FORM.fullmatch(unread.code.upper()) is not None


def foreign(text: str, code: SheetCode | None) -> str:
    """What is said of a code that is no sheet of this programme; `code` is None where it is no sheet of ours at all."""
    if code is not None:
        return f"The sheet {code} is of another programme, {code.programme}"
    shown = clean_line(text[:200])[:40]
    if _OUR_FORM.fullmatch(text.upper()):
        return f"The check letter of the code {shown} is wrong. Type in what the card says"
    return f"This code is no sheet's of ours: {shown}" + ("…" if len(text) > 40 else "")


def short(why: str, pages: int) -> str:
    """Why some pages were not read, as short as can be."""
    from kit.paperin.reading import NO_CODE

    return f"{counted(pages, 'page shows', 'pages show')} no code" if why == NO_CODE else why.rstrip(".")


def where(file: str, page: int) -> str:
    """A place among the files; pages of a file count from 1, and a picture has page 0."""
    return f"page {page} of {file}" if page else file
