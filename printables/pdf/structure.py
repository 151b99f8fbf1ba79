"""The structure tree as PDF objects, and the words in XMP by which a file says that it keeps to PDF/UA-1."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import XMP, PDFDictionary, PDFObject, PDFString, PDFtrue

from kit.model.text import clean_line
from printables.pdf.elements import Content, Element, Spot

Links = Sequence[tuple[PDFDictionary, Element]]
"""Annotations, each with the element of its link."""

PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def write_structure(document: Any, root: Element, pages: list[list[Element]], links: Links = ()) -> None:
    """Hang the tree and the metadata into a reportlab document.

    `pages` has, for each page, the element that owns each marked piece, in the order of their numbers. `links` has each
    annotation with the element that owns it.
    """
    tree = _Written()
    writer = _Writer(document, len(pages))
    number = writer.add(tree)
    top = writer.element(root, number)
    numbers = [f"{page} {writer.add(_Written(f'[{_references(map(writer.written.get, owners))}]'))} 0 R"
               for page, owners in enumerate(pages)]
    for key, (annotation, owner) in enumerate(links, len(pages)):
        annotation["StructParent"] = key
        numbers.append(f"{key} {writer.written[owner]} 0 R")
    parents = writer.add(_Written(f"<</Nums [{' '.join(numbers)}]>>"))
    tree.text = (f"<</Type /StructTreeRoot /K [{top} 0 R] /ParentTree {parents} 0 R "
                 f"/ParentTreeNextKey {len(pages) + len(links)}>>")
    catalog = document.Catalog
    catalog.StructTreeRoot = document.Reference(tree)
    catalog.MarkInfo = PDFDictionary({"Marked": PDFtrue})
    catalog.Metadata = XMP(creator=lambda doc: _packet(clean_line(doc.info.title)))


def _packet(title: str) -> bytes:
    return PACKET.format(title=escape(title)).encode()


def _references(numbers: Iterable[object]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


class _Written(PDFObject):  # type: ignore[misc]
    """An object that is text already: a tree has thousands, and reportlab would take each one apart."""

    __RefOnly__ = 1

    def __init__(self, text: str = "") -> None:
        self.text = text

    def format(self, _: object) -> bytes:
        """The text as it stands in the file. It is in latin-1, as `PDFString` spells any other letter out."""
        return self.text.encode("latin-1")


class _Writer:
    """One pass over a tree."""

    def __init__(self, document: Any, pages: int) -> None:
        self.document = document
        self.written: dict[Element, int] = {}
        self.pages = [document.idToObjectNumberAndVersion[f"Page{page + 1}"][0] for page in range(pages)]
        self.string = cache(self._string)

    def add(self, written: _Written) -> int:
        """Put an object into the file; gives its number."""
        self.document.Reference(written)
        return int(self.document.objectcounter)

    def element(self, element: Element, parent: int) -> int:
        """Write an element and all below it; gives its number."""
        written = _Written()
        number = self.written[element] = self.add(written)
        page = next((content.page for content in element.contents()), None)
        parts = [f"<</S /{element.kind} /P {parent} 0 R"]
        if page is not None:
            parts.append(f"/Pg {self.pages[page]} 0 R")
        if element.kids:
            parts.append(f"/K [{' '.join([self._kid(kid, page, number) for kid in element.kids])}]")
        if element.alt:
            parts.append(f"/Alt {self.string(element.alt)}")
        if element.language:
            parts.append(f"/Lang {self.string(element.language)}")
        if element.attributes or element.box:
            parts.append(f"/A [{self._attributes(element)}]")
        written.text = " ".join(parts) + ">>"
        return number

    def _kid(self, kid: Element | Content | Spot, page: int | None, parent: int) -> str:
        if isinstance(kid, Element):
            return f"{self.element(kid, parent)} 0 R"
        if isinstance(kid, Spot):
            annotation = kid.annotation.format(self.document).decode()
            return f"<</Type /OBJR /Pg {self.pages[kid.page]} 0 R /Obj {annotation}>>"
        if kid.page == page:
            return str(kid.number)
        return f"<</Type /MCR /Pg {self.pages[kid.page]} 0 R /MCID {kid.number}>>"

    def _attributes(self, element: Element) -> str:
        """Its own attributes, and where it stands."""
        owned = []
        if element.attributes:
            parts = [f"/{name} {'/' * isinstance(value, str)}{value}" for name, value in element.attributes]
            if element.owner == "PrintField":
                parts.append(f"/Desc {self.string(element.alt)}")
            owned.append(f"<</O /{element.owner} {' '.join(parts)}>>")
        if element.box:
            owned.append(f"<</O /Layout /BBox [{' '.join(f'{edge:.2f}' for edge in element.box)}]>>")
        return " ".join(owned)

    def _string(self, words: str) -> str:
        return str(PDFString(clean_line(words)).format(self.document).decode("latin-1"))
