"""What most sheets share: one document for everybody, one copy for each person, or one for the team."""

from collections.abc import Iterable

from kit.model.text import counted
from printables.sheet import EVERYONE, FACILITATOR, Sheet, Source
from printables.tree import Document, Node

WHICH = "This code says which sheet this is."
NOT_WHOSE = "This code says which card this is, not whose it is."


def one(source: Source, name: str, title: str, nodes: Iterable[Node], note: str, *, form: str = "", series: int = 0,
        team: bool = False, poster: bool = False) -> tuple[Sheet, ...]:
    """A sheet that is the same for all."""
    code = source.sheet_code(form or name, WHICH, series)
    document = Document(title, tuple(nodes), code, source.language, wide=poster, poster=poster)
    return (Sheet(name, title, FACILITATOR if team else EVERYONE, (document,), note),)


def each(source: Source, name: str, title: str, nodes: Iterable[Node], note: str, *,
         read_back: bool = False) -> tuple[Sheet, ...]:
    """A sheet for each person, each with its own code and no name."""
    nodes = tuple(nodes)
    copies = tuple(Document(title, nodes, source.sheet_code(name, NOT_WHOSE, 0, copy), source.language,
                            read_back=read_back)
                   for copy in range(1, source.people + 1))
    return (Sheet(name, title, EVERYONE, copies, note),) if copies else ()


def for_each(source: Source) -> str:
    """How many to print, where everybody gets one."""
    return f"Print {counted(source.people, 'copy', 'copies')}."
