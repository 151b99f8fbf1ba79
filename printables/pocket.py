"""A pocket copy: QR codes that hold a sheet's own text, for a phone without a signal to read aloud or enlarge."""

from dataclasses import replace

from printables.plain_text import plain_text
from printables.sheet import Sheet
from printables.tree import Card, Code, CutGrid, Document, paragraph
from printables.wording import wording

SHEETS = ("agenda", "glossary", "support-card")
"""Products with a pocket copy."""
MOST = 220
"""Bytes in one code: 41 mm wide with modules of 0.6 mm, which a phone reads at arm's length (PAPER.md, 4)."""


def with_pocket_copy(sheet: Sheet) -> Sheet:
    """The sheet with one more document that holds its text in codes; sheets that have no pocket copy as they are."""
    if sheet.name not in SHEETS:
        return sheet
    return replace(sheet, documents=(*sheet.documents, *(_copy(document) for document in sheet.documents[:1])))


def parts(text: str) -> list[str]:
    """A text in parts of at most MOST bytes, each with its number, parted at line ends or spaces where there are any."""
    room = MOST - len("99/99 ")
    found, rest = [], " ".join(text.split(" ")).strip()
    while rest:
        head = rest.encode()[:room].decode(errors="ignore")
        if len(head) < len(rest):
            cut = max(head.rfind("\n"), head.rfind(" "))
            head = head[:cut] if cut > room // 2 else head
        found.append(head.strip())
        rest = rest[len(head):].strip()
    return [f"{number}/{len(found)} {part}" for number, part in enumerate(found, 1)] if len(found) > 1 else found


def _copy(document: Document) -> Document:
    texts = parts(plain_text(replace(document, code=None)))
    say = wording(document.language).say
    cards = tuple(
        Card(Code(text, say("A phone can read it aloud."), say("Part {part} of {parts}", part=str(n), parts=str(len(texts)))), (
            paragraph(say("Point your phone at the code. It needs no signal.")),)) for n, text in enumerate(texts, 1))
    return Document(say("Pocket copy: {title}", title=document.title), (CutGrid(cards),), language=document.language)
