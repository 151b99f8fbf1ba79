"""A canvas that tags what is drawn on it: ISO 14289-1 (PDF/UA-1) through reportlab's own hooks.

reportlab writes no tags. What it leaves open, and what this module leans on, is `Canvas._code`, the page's operators.
reportlab is pinned for that.
"""

# mypy: allow-subclassing-any

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from printables.layout import Place
from printables.pdf.body import Page
from printables.pdf.elements import Content, Element

if TYPE_CHECKING:
    from printables.pdf.embedded import EmbeddedFace
    from printables.shaping.faces import Face


class TaggedCanvas(Canvas):
    """Everything drawn inside `mark` is read aloud in its place; what is drawn inside `artifact` is passed over."""

    page: Page
    """The page that is being drawn."""
    sheet: str
    """The text in the code of the sheet that is being drawn."""
    places: list[Place]
    """Where everything stands that is read back."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs, pdfVersion=(1, 7))
        self.root = Element("Document", hung=True)
        self.page = Page(0)
        self.sheet = ""
        self.places = []
        self._open = [self.root]
        self._quiet = 0
        self._faces: dict[Face, EmbeddedFace] = {}

    def embedded(self, face: "Face") -> "EmbeddedFace":
        """A typeface for shaped text, which is written into this file."""
        if face not in self._faces:
            from printables.pdf.embedded import EmbeddedFace

            self._faces[face] = EmbeddedFace(face, len(self._faces) + 1)
            self._doc.delayedFonts.append(self._faces[face])
        return self._faces[face]

    def open(self, *elements: Element) -> None:
        """Go into the elements, each within the one before. One that is new is hung in here."""
        for element in elements:
            if not element.hung and not self._quiet:
                element.hung = True
                self._open[-1].kids.append(element)
            self._open.append(element)

    def close(self, count: int = 1) -> None:
        """Come out of so many elements."""
        del self._open[-count:]

    @contextmanager
    def mark(self, *path: Element) -> Iterator[None]:
        """What is drawn inside is content of the last element of the path, or of the one that is open."""
        self.open(*path)
        if not self._quiet:
            self._code.append(self.mark_begun())
        yield
        if not self._quiet:
            self._code.append("EMC")
        if path:
            self.close(len(path))

    def mark_begun(self) -> str:
        """The operator that begins content of the element that is open."""
        here, owners = self._open[-1], self.page.owners
        here.kids.append(Content(self.page.number, len(owners)))
        owners.append(here)
        return f"/{here.kind} <</MCID {len(owners) - 1}>> BDC"

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn inside is not read: Layout, or Pagination for what every page repeats."""
        self.hush(kind)
        yield
        self.speak()

    def hush(self, kind: str = "Layout") -> None:
        """Begin what is not read. It may be called again before `speak`."""
        if not self._quiet:
            self._code.append(f"/Artifact <</Type /{kind}>> BDC")
        self._quiet += 1

    def speak(self) -> None:
        """End what the last `hush` began."""
        self._quiet -= 1
        if not self._quiet:
            self._code.append("EMC")

    def box(self, element: Element, width: float, height: float, left: float = 0) -> None:
        """Say where an element stands: from the origin, or so far to its right, so wide and high."""
        left, bottom = self.absolutePosition(left, 0)
        element.box = (left, bottom, left + width, bottom + height)

    def place(self, kind: str, rect: tuple[float, float, float, float], group: str = "", value: str = "",
              several: bool = False) -> None:
        """Remember where something stands that is read back: left, bottom, width and height, from the origin."""
        left, bottom = self.absolutePosition(rect[0], rect[1])
        self.places.append(Place(kind, self.page.number, self.sheet, group, value, several, (left, bottom, *rect[2:])))
