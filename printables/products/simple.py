"""What most sheets share: one document for everybody, one copy for each person, or one for the team."""

from collections.abc import Iterable

from printables.sheet import EVERYONE, FACILITATOR, ONCE, OWN, SAME, Sheet, Source
from printables.tree import Document, Node

WHICH = "This code says which sheet this is."
NOT_WHOSE = "This code says which card this is, not whose it is."


def one(source: Source, name: str, title: str, nodes: Iterable[Node], note: str, *, form: str = "", series: int = 0,
        team: bool = False, poster: bool = False, copies: int = 1) -> tuple[Sheet, ...]:
    """A sheet that is the same for all: one for the room, or as many copies as people should get."""
    code = source.sheet_code(form or name, WHICH, series)
    document = Document(title, tuple(nodes), code, source.language, wide=poster, poster=poster)
    share = SAME if copies > 1 else ONCE
    return (Sheet(name, title, FACILITATOR if team else EVERYONE, (document,), note, share=share, copies=copies),)


def each(source: Source, name: str, title: str, nodes: Iterable[Node], note: str, *,
         read_back: bool = False) -> tuple[Sheet, ...]:
    """A sheet for each person, each with its own code and no name."""
    nodes = tuple(nodes)
    copies = tuple(Document(title, nodes, source.sheet_code(name, NOT_WHOSE, 0, copy), source.language,
                            read_back=read_back)
                   for copy in source.copies(name))
    return (Sheet(name, title, EVERYONE, copies, note, share=OWN),) if copies else ()
