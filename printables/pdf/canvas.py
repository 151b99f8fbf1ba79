"""The canvas of one file: documents one after another, each page kept back until it is known how many there are.

What it leans on in reportlab is `Canvas.showPage`, which writes a page, and `Canvas._setAnnotations`, which it calls with it.
"""

# mypy: allow-subclassing-any

from collections.abc import Callable
from dataclasses import replace

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName, PDFPage, PDFStream, PDFZCompress

from printables.pdf.body import Body, Bookmark, Page
from printables.pdf.elements import Element
from printables.pdf.linked import LinkedCanvas
from printables.pdf.structure import write_structure


class SheetCanvas(LinkedCanvas):
    """Draw a document, take its `body`, then `finish` it with its feet; or `repeat` the body of another copy."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._level = 0
        self._drawn: list[Page] = []
        self._written: list[Page] = []
        self._begun = 0, 0

    @property
    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each page, in points."""
        return [page.size for page in self._written]

    def showPage(self) -> None:
        """Called by reportlab at the end of a page: keep it back."""
        self.page.size, self.page.annotations, self.page.images = self._pagesize, self._annotationrefs, self._formsinuse
        self.page.drawn = self._stream()
        self._drawn.append(self.page)
        self.page = Page(self.page.number + 1)
        self._startPage()

    def body(self) -> Body:
        """All that was drawn since the last document was finished."""
        tops, places = self._begun
        return Body(self._drawn, [kid for kid in self.root.kids[tops:] if isinstance(kid, Element)], self.places[places:])

    def repeat(self, body: Body, sheet: str) -> Body:
        """The same once more, for the copy whose code says this."""
        twin = body.again(self.page.number, sheet)
        self.sheet = sheet
        self.root.kids += twin.tops
        self.places += twin.places
        return twin

    def finish(self, body: Body, foot: Callable[[int], None]) -> None:
        """Draw the foot on each page, which is given its number from 1, and write the pages."""
        for number, page in enumerate(body.pages, 1):
            self.page = replace(page, owners=[*page.owners])
            self._pagesize, self._annotationrefs, self._formsinuse = page.size, page.annotations, page.images
            foot(number)
            self._outline(page)
            super().showPage()
            self._written.append(self.page)
        self.page, self._drawn = Page(len(self._written)), []
        self._begun = len(self.root.kids), len(self.places)

    def bookmark(self, words: str, level: int, top: float) -> str:
        """A bookmark for a heading, at this height above the origin; gives the heading's kind, H1 to H6.

        A heading that is too deep for the one before is raised, so that no level is ever skipped.
        """
        self._level = min(level, self._level + 1, 6)
        self.page.bookmarks.append(Bookmark(words, self._level, self.absolutePosition(0, top)[1]))
        return f"H{self._level}"

    def save(self) -> None:
        """Write the structure tree, then the file."""
        write_structure(self._doc, self.root, [page.owners for page in self._written], self.links)
        self._doc.SaveToFile(self._filename, self)

    def _stream(self) -> object:
        """What has been drawn on the page, as a stream of the file."""
        text = "\n".join([self._preamble, *self._code, ""])
        return self._doc.Reference(PDFStream(content=text, filters=[PDFZCompress]))

    def _outline(self, page: Page) -> None:
        for number, mark in enumerate(page.bookmarks):
            key = f"h{page.number}-{number}"
            self.bookmarkHorizontalAbsolute(key, mark.top, left=0)
            self.addOutlineEntry(mark.words, key, mark.level - 1)

    def _setAnnotations(self, page: PDFPage) -> None:
        """A page has two streams, one of which copies share. It says where its tags are, and that its tab order is theirs."""
        super()._setAnnotations(page)
        page.Contents = PDFArray([self.page.drawn, self._stream()])
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self.page.number
        page.Tabs = PDFName("S")
