"""A canvas on which words lead to an address, and say so to who does not see them: ISO 14289-1, 7.18.5.

It leans on reportlab's `_linkRecord`, called where a link begins and ends in a text, and on `linkURL`, called with its place.
"""

# mypy: allow-subclassing-any

from collections.abc import Iterator
from contextlib import contextmanager

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.textobject import PDFTextObject

from kit.model.text import clean_line
from printables.pdf.elements import Address, Element, Spot
from printables.pdf.tagged import TaggedCanvas


class LinkedCanvas(TaggedCanvas):
    """Marks links within the text they stand in, and keeps the places that lead somewhere."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.links: list[tuple[PDFDictionary, Element]] = []

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
        self.links.append((spot, address.element))
        address.element.kids.append(Spot(self.page.number, self._annotationrefs[-1]))
