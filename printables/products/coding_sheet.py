"""The coding sheet: one text read beside the principles of a framework, with a box for how far it shows each of them."""

from kit.model import Record, Step, Visible
from kit.model.framework import LEVELS
from kit.model.onpaper import FITS_NOTHING, OWN_CODES, READER, TEXT, WHO, WHO_READ, code_asked
from kit.model.sheetcode import SERIES
from printables.products.choosing import own_sheets
from printables.products.saying import of_kind, said, steps_of
from printables.products.simple import NOT_WHOSE
from printables.sheet import Sheet, Source, letter
from printables.tree import Document, Heading, Node, Ticks, WritingSpace, paragraph

_OPEN = Step("code", settings={"frameworks": ("ukspi-2019", "involve-coprod-2018"), "of": ("account",)})
LINES = 3
ASKED = LEVELS[:4]
"""What has a box. A code that does not apply is left empty."""


def sheets(source: Source) -> tuple[Sheet, ...]:
    """A sheet for each person, for each step in which accounts are read."""
    steps = steps_of(source.script, "code")
    made: list[Sheet] = []
    for series, step in enumerate(steps or [_OPEN] * source.asked):
        nodes = tuple(_nodes(source, step))
        documents = [Document("Reading our own accounts", nodes, source.sheet_code("observer-sheet", NOT_WHOSE, series, copy),
                              source.language, read_back=True) for copy in source.copies("observer-sheet", series)]
        made += own_sheets("coding-sheet", "Reading our own accounts", documents, "Give out one for each text that is read.",
                           letter(series) if len(steps) > 1 else "")
    return tuple(made)


def _nodes(source: Source, step: Step) -> list[Node]:
    texts = tuple(line for r in source.programme_records or source.records if (line := _text(r, step)))
    known = {framework.id: framework for framework in source.frameworks}
    here = [known[id] for id in step.settings.get("frameworks", ()) if id in known]
    nodes: list[Node] = [
        paragraph("There is no good or bad result. “Not yet” tells as much as “evident”. Leave out what you like.",
                  picture="eye"),
        Ticks(TEXT, texts) if texts else WritingSpace(1, TEXT), Ticks(WHO_READ, tuple(WHO.values())), WritingSpace(1, READER)]
    for mark, framework in zip(SERIES, here, strict=False):
        nodes += [Heading(2, framework.title), *(
            Ticks(f"{mark}{number} {item.name}", ASKED,
                  known_as=(code_asked(f"{mark}{number}", item.name, framework.id, item.id), *ASKED))
            for number, item in enumerate(framework.items, 1))]
    return [*nodes, Heading(2, "In your own words"), WritingSpace(LINES, FITS_NOTHING), WritingSpace(LINES, OWN_CODES)]


def _text(record: Record, step: Step) -> str:
    """A text that has a letter and that others may read, as it is called on the sheet; else nothing."""
    there = of_kind([record], record.kind) and record.kind in step.settings.get("of", ()) and record.visible is not Visible.ME
    return f"{said(record, 'letter')}: {said(record, 'title')}" if there and said(record, "letter") else ""
