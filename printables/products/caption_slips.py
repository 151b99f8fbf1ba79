"""Caption slips: several to a page, to cut. Each has room for a drawing's label and for words that go with it."""

from printables.products.saying import steps_of
from printables.sheet import CARDS, EVERYONE, Sheet, Source, letter
from printables.tree import Card, CutGrid, Document, WritingSpace, paragraph

LINES = 4


def sheets(source: Source) -> tuple[Sheet, ...]:
    """A stack of slips for each caption step of the plan: as many as there are captions to write."""
    steps = steps_of(source.script, "caption")
    return tuple(_sheet(source, int(step.settings.get("each", 1)), series, letter(series) if len(steps) > 1 else "")
                 for series, step in enumerate(steps))


def _sheet(source: Source, each: int, series: int, mark: str) -> Sheet:
    title = "Caption slips"
    cards = tuple(_slip(source, series, copy) for copy in source.copies("caption-slips", series, source.people * each))
    document = Document(title, (CutGrid(cards),), language=source.language, headed=False)
    return Sheet("caption-slips", title, EVERYONE, (document,) if cards else (),
                 f"Print on one side and cut along the dashed lines. Give out {each} each.", mark, CARDS)


def _slip(source: Source, series: int, copy: int) -> Card:
    code = source.sheet_code("caption-slips", "This code says which slip this is, not whose it is.", series, copy)
    return Card(code, (WritingSpace(1, "Caption for drawing"), WritingSpace(LINES, "What it says to you"),
                       paragraph("No name needed. Leave it empty if you like.")))
