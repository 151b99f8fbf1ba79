"""The elements of a tagged PDF: what a screen reader reads, in the order in which it stands here.

An element belongs to one rendering. Flowables carry elements; the canvas hangs each one into the tree when it is first
drawn, so a paragraph that goes on over three pages stays one element.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from printables.tree import Link


@dataclass(frozen=True, slots=True)
class Content:
    """One marked piece of a page: the page's number from 0, and the piece's number on it."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of a page that leads somewhere: the page's number from 0, and its annotation in the file."""

    page: int
    annotation: Any


@dataclass(eq=False, slots=True)
class Element:
    """One element of the structure tree, by its standard name: P, H1, L, Table …"""

    kind: str
    alt: str = ""
    """What stands in for what it shows."""
    attributes: tuple[tuple[str, str | int], ...] = ()
    """Names and values of the attributes of its owner, such as Scope and Column."""
    owner: str = ""
    """Owner of the attributes: List, Table, PrintField."""
    language: str = ""
    """BCP 47, where it is not the document's."""
    says: str = ""
    """What a link says of where it leads, for whoever comes to it alone."""
    kids: "list[Element | Content | Spot]" = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None
    """Where it stands on its page, in points: left, bottom, right, top."""
    hung: bool = False
    """True once it stands in the tree."""

    def contents(self) -> Iterator[Content]:
        """Every marked piece below it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.contents()
            elif isinstance(kid, Content):
                yield kid

    def again(self) -> "Element":
        """One like it, with nothing below it yet. Thousands are made, so no part is looked up by its name."""
        return Element(self.kind, self.alt, self.attributes, self.owner, self.language, self.says, [], self.box, True)


class Address(str):
    """An address with the element of the link that leads there, as reportlab hands it about."""

    element: Element

    def __new__(cls, address: str, element: Element) -> "Address":
        """An address that knows its element."""
        made = super().__new__(cls, address)
        made.element = element
        return made


def figure(alt: str, language: str = "") -> Element:
    """A picture, or a code, and the words for it."""
    return Element("Figure", alt, language=language)


def link_to(link: Link) -> Element:
    """A link; its annotations say its words and its address."""
    return Element("Link", says=link.shown)


def listing(numbered: bool = False, marked: bool = True) -> Element:
    """A list; its items are `LI` with `Lbl` and `LBody`."""
    numbering = "Decimal" if numbered else "Disc" if marked else "None"
    return Element("L", attributes=(("ListNumbering", numbering),), owner="List")


def cell(scope: str, columns: int = 1, rows: int = 1) -> Element:
    """A cell of a table that stands over so many columns and rows; a header where its scope is Column or Row."""
    over = [(name, count) for name, count in (("ColSpan", columns), ("RowSpan", rows)) if count > 1]
    attributes = (*((("Scope", scope),) if scope else ()), *over)
    return Element("TH" if scope else "TD", attributes=attributes, owner="Table")


def field_on_paper(role: str, words: str) -> Element:
    """A place for a pen, as ISO 32000 describes a form that is not interactive: role cb (to tick) or tv (to write)."""
    state: tuple[tuple[str, str | int], ...] = (("checked", "off"),) if role == "cb" else ()
    return Element("Form", words, (("Role", role), *state), "PrintField")
