"""Name badges and table tents: only what each person chose to be called, and what they chose to say."""

from printables.products.saying import of_kind, said
from printables.products.simple import WHICH
from printables.sheet import EVERYONE, Sheet, Source
from printables.tree import Card, CutGrid, Document, Heading, Node, WritingSpace, paragraph


def badges(source: Source) -> tuple[Sheet, ...]:
    """A badge for each name that somebody asked for, else a blank one for each to write on."""
    cards = tuple(Card(None, _about(name, about)) for name, about in _chosen(source))
    cards = cards or (Card(None, (WritingSpace(2, "I am called"),)),) * source.people
    document = Document("Name badges", (CutGrid(cards, large=True),), source.sheet_code("badge", WHICH), source.language,
                        headed=False)
    note = "Cut them out. Keep blank ones by the door: nobody has to wear a name."
    return (Sheet("badges", "Name badges", EVERYONE, (document,), note, thick=True),)


def tents(source: Source) -> tuple[Sheet, ...]:
    """A sign for the table for each name that somebody asked for."""
    documents = tuple(
        Document(name, (paragraph(about),) if about else (), source.sheet_code("badge", WHICH, 1, copy), source.language,
                 wide=True, poster=True) for copy, (name, about) in enumerate(_chosen(source), 1))
    note = "Fold each one in the middle, and stand it up with the name in front."
    return (Sheet("table-tents", "Signs for the table", EVERYONE, documents, note, thick=True),) if documents else ()


def _chosen(source: Source) -> list[tuple[str, str]]:
    return [(said(r), said(r, "about")) for r in of_kind(source.records, "name") if said(r)]


def _about(name: str, about: str) -> tuple[Node, ...]:
    return (Heading(2, name), *([paragraph(about)] if about else []))
