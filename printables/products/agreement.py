"""The group's agreement, once to hold and once for the wall. Before there is one: room to write it."""

from dataclasses import replace

from printables.products.saying import of_kind, said_lines, steps_of
from printables.products.simple import one
from printables.sheet import Sheet, Source
from printables.tree import List, Node, WritingSpace, words

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
        source, "agreement-poster", TITLE, nodes, "Hang it where all can see it.", form="agreement", series=1, poster=True))


def _lines(source: Source) -> tuple[str, ...]:
    return next((lines for r in reversed(of_kind(source.records, "agreement")) if (lines := said_lines(r, "lines"))), ())


def _list(lines: tuple[str, ...]) -> Node:
    return List(tuple(words(line) for line in lines))
