"""The consent slip: what is asked, yes or no to each, and a part to tear off with the code that takes it back."""

from dataclasses import replace

from printables.products.simple import each
from printables.sheet import Sheet, Source
from printables.tree import Card, CutGrid, Document, Heading, Node, Ticks, WritingSpace, paragraph

ASKED = ("My words may be in the report, with no name.", "My drawing may be shown to this group.",
         "My drawing may be shown to other people.", "You may write to me about what comes next.")
ANSWERS = ("Yes", "No", "Not yet")


def sheets(source: Source) -> tuple[Sheet, ...]:
    """A slip for each person. It carries a code and no name, so that somebody can withdraw without saying who they are."""
    nodes: list[Node] = [
        paragraph("You choose. You can say no to any of these and still take part.", picture="choose"),
        *(Ticks(text, ANSWERS) for text in ASKED), WritingSpace(1, "Codes of my sheets")]
    note = "Give out one each. Each person tears off and keeps the lower part. It takes back what the slip says yes to."
    slips = each(source, "consent-slip", "What may we do with it?", nodes, note)
    return tuple(replace(sheet, documents=tuple(map(_with_lower_part, sheet.documents))) for sheet in slips)


def _with_lower_part(slip: Document) -> Document:
    """The slip, and below it a part with the same code for its owner to keep."""
    lower = Card(slip.code, (Heading(2, "Tear off and keep"), paragraph(
        "You can change your mind at any time. Show or tell us this code. You need not say why.", picture="cut")))
    return replace(slip, children=(*slip.children, CutGrid((lower,))))
