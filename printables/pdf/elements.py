"""The elements of a tagged PDF: what a screen reader reads, in the order in which it stands here.

An element belongs to one rendering. Flowables carry elements; the canvas hangs each one into the tree when it is first
drawn, so a paragraph that goes on over three pages stays one element.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Content:
    """One marked piece of a page: the page's number from 0, and the piece's number on it."""

    page: int
    number: int


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
    kids: "list[Element | Content]" = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None
    """Where it stands on its page, in points: left, bottom, right, top."""
    hung: bool = False
    """True once it stands in the tree."""

    def contents(self) -> Iterator[Content]:
        """Every marked piece below it, in reading order."""
        for kid in self.kids:
            yield from (kid,) if isinstance(kid, Content) else kid.contents()


def figure(alt: str) -> Element:
    """A picture, or a code, and the words for it."""
    return Element("Figure", alt)


def listing(numbered: bool = False, marked: bool = True) -> Element:
    """A list; its items are `LI` with `Lbl` and `LBody`."""
    numbering = "Decimal" if numbered else "Disc" if marked else "None"
    return Element("L", attributes=(("ListNumbering", numbering),), owner="List")


def header(scope: str) -> Element:
    """A header cell of its Column or its Row."""
    return Element("TH", attributes=(("Scope", scope),), owner="Table")


def field_on_paper(role: str, words: str) -> Element:
    """A place for a pen, as ISO 32000 describes a form that is not interactive: role cb (to tick) or tv (to write)."""
    state: tuple[tuple[str, str | int], ...] = (("checked", "off"),) if role == "cb" else ()
    return Element("Form", words, (("Role", role), *state), "PrintField")
