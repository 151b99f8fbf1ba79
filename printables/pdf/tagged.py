"""A canvas that tags what is drawn on it: ISO 14289-1 (PDF/UA-1) through reportlab's own hooks.

reportlab writes no tags. What it leaves open, and what this module leans on, is `Canvas._code` (the page's operators),
`Canvas._setAnnotations` (called with each finished page) and the catalogue's names. reportlab is pinned for that.
"""

# mypy: allow-subclassing-any

from collections.abc import Iterator
from contextlib import contextmanager

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from kit.model.text import clean_line
from printables.layout import Place
from printables.pdf.elements import Address, Content, Element, Spot
from printables.pdf.structure import write_structure


class TaggedCanvas(Canvas):
    """Everything drawn inside `mark` is read aloud in its place; what is drawn inside `artifact` is passed over."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs, pdfVersion=(1, 7))
        self.root = Element("Document", hung=True)
        self._open = [self.root]
        self._quiet = 0
        self._pages: list[list[Element]] = [[]]
        self._level = 0
        self._links: list[tuple[PDFDictionary, Element]] = []
        self.sheet = ""
        self.places: list[Place] = []
        self.sizes: list[tuple[float, float]] = []

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
        here, owners = self._open[-1], self._pages[-1]
        here.kids.append(Content(len(self._pages) - 1, len(owners)))
        owners.append(here)
        return f"/{here.kind} <</MCID {len(owners) - 1}>> BDC"

    @contextmanager
    def linked(self, *path: Element) -> Iterator[None]:
        """As `mark`, for text with links in it: `linked_text` marks within the text, where each link begins and ends."""
        self.open(*path)
        yield
        if path:
            self.close(len(path))

    def linked_text(self, text: PDFTextObject) -> None:
        """Mark the text, and in it each link, as reportlab says (`_linkRecord`) where they begin and end."""
        if self._quiet:
            return

        def record(link: tuple[int, Address], event: str) -> None:
            if event == "start":
                # reportlab tells of a link's begin when its first words are written.
                self.open(link[1].element)
                text._code[-1:] = ["EMC", self.mark_begun(), text._code[-1]]
            else:
                self.close()
                text._code += ["EMC", self.mark_begun()]

        text._code.append(self.mark_begun())
        text._linkRecord = record

    def drawText(self, text: PDFTextObject) -> None:
        """Draw a text, and end the mark that `linked_text` began in it."""
        if hasattr(text, "_linkRecord"):
            text._code.append("EMC")
        super().drawText(text)

    def linkURL(self, address: Address, rect: tuple[float, float, float, float], **_: object) -> None:
        """A place that leads to an address, as reportlab finds it once the text is written."""
        if self._quiet:
            return
        spot = PDFDictionary({
            "Type": PDFName("Annot"), "Subtype": PDFName("Link"), "Rect": PDFArray(self._absRect(rect, 1)),
            "Border": PDFArray([0, 0, 0]), "F": 4, "Contents": PDFString(clean_line(address.element.says)),
            "A": PDFDictionary({"S": PDFName("URI"), "URI": PDFString(address)})})
        self._addAnnotation(spot)
        self._links.append((spot, address.element))
        address.element.kids.append(Spot(len(self._pages) - 1, self._annotationrefs[-1]))

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

    def box(self, element: Element, width: float, height: float) -> None:
        """Say where an element stands: from the origin, so wide and high."""
        left, bottom = self.absolutePosition(0, 0)
        element.box = (left, bottom, left + width, bottom + height)

    def place(self, kind: str, rect: tuple[float, float, float, float], group: str = "", value: str = "",
              several: bool = False) -> None:
        """Remember where something stands that is read back: left, bottom, width and height, from the origin."""
        left, bottom = self.absolutePosition(rect[0], rect[1])
        self.places.append(Place(kind, len(self._pages) - 1, self.sheet, group, value, several, (left, bottom, *rect[2:])))

    def bookmark(self, words: str, level: int, top: float) -> str:
        """A bookmark for a heading, at this height above the origin; gives the heading's kind, H1 to H6.

        A heading that is too deep for the one before is raised, so that no level is ever skipped.
        """
        self._level = min(level, self._level + 1, 6)
        key = f"h{len(self._pages)}-{len(self._pages[-1])}"
        self.bookmarkHorizontal(key, 0, top)
        self.addOutlineEntry(words, key, self._level - 1)
        return f"H{self._level}"

    def save(self) -> None:
        """Write the structure tree, then the file."""
        if self._code:
            self.showPage()
        self._pages.pop()
        write_structure(self._doc, self.root, self._pages, self._links)
        super().save()

    def _setAnnotations(self, page: object) -> None:
        """Each page says where its tags are, and that its tab order is theirs."""
        super()._setAnnotations(page)
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]  # type: ignore[attr-defined]
        page.StructParents = len(self._pages) - 1  # type: ignore[attr-defined]
        page.Tabs = PDFName("S")  # type: ignore[attr-defined]
        self._pages.append([])
        self.sizes.append(self._pagesize)
