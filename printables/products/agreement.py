"""The group's agreement, once to hold and once for the wall. Before there is one: room to write it."""

from dataclasses import replace

from kit.model.sheetcode import POSTER, WALL_CODES
from printables.products.saying import of_kind, said_lines, steps_of
from printables.products.simple import WHICH, one
from printables.sheet import FACILITATOR, Sheet, Source
from printables.tree import Document, List, Node, Strong, WritingSpace, paragraph, words

TITLE = "What we agreed"
ON_THE_WALL, TO_FILL_IN = "What we agreed, for the wall", "What we agreed, to fill in on the wall"
"""What the poster is called in a list of sheets, with an agreement and without."""

ROOM = 8


def handout(source: Source) -> tuple[Sheet, ...]:
    """The agreement on a sheet for everybody, where there is one."""
    lines = _lines(source)
    if not lines:
        return ()
    return one(source, "agreement", TITLE, [_list(lines)], "Give out one each.", copies=source.people)


def poster(source: Source) -> tuple[Sheet, ...]:
    """The agreement in large letters, or large lines to write it on."""
    lines = _lines(source)
    if not lines and not steps_of(source.script, "agree"):
        return ()
    nodes: list[Node] = [_list(lines) if lines else WritingSpace(ROOM, "")]
    title, mark = (ON_THE_WALL, "") if lines else (TO_FILL_IN, "blank")
    return tuple(replace(sheet, title=title, mark=mark) for sheet in one(
        source, "agreement-poster", TITLE, nodes, "Hang it where all can see it.", form="agreement", series=POSTER, poster=True))


def wall_codes(source: Source) -> tuple[Sheet, ...]:
    """A code for each block of the plan, to hang on its flip chart or wall: a photograph of it is then filed with the block."""
    documents = tuple(
        Document(f"Wall {place}", (paragraph(Strong(block.title)),
                                   paragraph("Photograph the wall with this code on it, and nobody in the picture.")),
                 source.sheet_code("agreement", WHICH, WALL_CODES, place), source.language,
                 wide=True, poster=True)
        for place, block in enumerate(source.script.plan.blocks, 1) if block.activity)
    return (Sheet("wall-code", "Codes for walls", FACILITATOR, documents, "Hang each beside what the group writes up."),) if (
        documents) else ()


def _lines(source: Source) -> tuple[str, ...]:
    return next((lines for r in reversed(of_kind(source.records, "agreement")) if (lines := said_lines(r, "lines"))), ())


def _list(lines: tuple[str, ...]) -> Node:
    return List(tuple(words(line) for line in lines))
