"""What a document is without its feet: its pages as drawn, and its part of the tree. Copies of one sheet share it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from printables.layout import Place
from printables.pdf.elements import Content, Element


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading as the outline has it: its words, its level from 1, and its height on the page in points."""

    words: str
    level: int
    top: float


@dataclass(slots=True)
class Page:
    """One page, on which the foot is drawn when it is known how many there are."""

    number: int
    """From 0, in the whole file."""
    size: tuple[float, float] = (0, 0)
    drawn: object = None
    """A stream of the file, with all but the foot."""
    annotations: list[object] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    """Names of the pictures on it, as the file knows them."""
    owners: list[Element] = field(default_factory=list)
    """The element of each marked piece, in the order of their numbers."""
    bookmarks: list[Bookmark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Body:
    """The pages of one document, the elements that stand highest in the tree, and what is read back."""

    pages: list[Page]
    tops: list[Element]
    places: list[Place]

    def again(self, first: int, sheet: str) -> "Body":
        """The same for another copy, whose first page has this number, and whose code says this. No links are in it."""
        shift = first - self.pages[0].number
        twins: dict[Element, Element] = {}
        tops = list(_twins(self.tops, shift, twins))
        pages = [replace(page, number=page.number + shift, owners=[twins[owner] for owner in page.owners])
                 for page in self.pages]
        return Body(pages, tops, [replace(place, page=place.page + shift, sheet=sheet) for place in self.places])

    @property
    def linked(self) -> bool:
        """True where a place on a page leads somewhere."""
        return any(page.annotations for page in self.pages)


def _twins(elements: Iterable[Element], shift: int, twins: dict[Element, Element]) -> Iterable[Element]:
    """Elements like these, so many pages further on; every pair is put into `twins`."""
    for element in elements:
        twin = twins[element] = element.again()
        for kid in element.kids:
            if isinstance(kid, Content):
                twin.kids.append(Content(kid.page + shift, kid.number))
            elif isinstance(kid, Element):
                twin.kids += _twins((kid,), shift, twins)
        yield twin
