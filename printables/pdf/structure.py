"""The structure tree as PDF objects, and the words in XMP by which a file says that it keeps to PDF/UA-1."""

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import XMP, PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString, PDFtrue

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
    writer = _Writer(document)
    document.Reference(writer.tree, "StructTree")
    top = writer.element(root, PDFObjectReference("StructTree"))
    numbers = [part for page, owners in enumerate(pages) for part in
               (page, document.Reference(PDFArray([writer.written[owner] for owner in owners])))]
    for number, (annotation, owner) in enumerate(links, len(pages)):
        annotation["StructParent"] = number
        numbers += [number, writer.written[owner]]
    writer.tree.dict |= {
        "Type": PDFName("StructTreeRoot"), "K": PDFArray([top]), "ParentTreeNextKey": len(pages) + len(links),
        "ParentTree": document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))}
    catalog = document.Catalog
    catalog.StructTreeRoot = writer.tree
    catalog.MarkInfo = PDFDictionary({"Marked": PDFtrue})
    catalog.Metadata = XMP(creator=lambda doc: _packet(clean_line(doc.info.title)))


def _packet(title: str) -> bytes:
    return PACKET.format(title=escape(title)).encode()


class _Writer:
    """One pass over a tree."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.tree = PDFDictionary({})
        self.written: dict[Element, PDFObjectReference] = {}

    def element(self, element: Element, parent: PDFObjectReference) -> PDFObjectReference:
        """Write an element and all below it."""
        parts = PDFDictionary({"S": PDFName(element.kind), "P": parent})
        reference = self.document.Reference(parts)
        self.written[element] = reference
        page = next((content.page for content in element.contents()), None)
        if page is not None:
            parts["Pg"] = self._page(page)
        kids = [self._kid(kid, page, reference) for kid in element.kids]
        if kids:
            parts["K"] = PDFArray(kids) if len(kids) > 1 else kids[0]
        if element.alt:
            parts["Alt"] = PDFString(clean_line(element.alt))
        if element.language:
            parts["Lang"] = PDFString(element.language)
        if attributes := _attributes(element):
            parts["A"] = attributes
        return reference

    def _kid(self, kid: Element | Content | Spot, page: int | None, parent: PDFObjectReference) -> Any:
        if isinstance(kid, Element):
            return self.element(kid, parent)
        if isinstance(kid, Spot):
            return PDFDictionary({"Type": PDFName("OBJR"), "Pg": self._page(kid.page), "Obj": kid.annotation})
        if kid.page == page:
            return kid.number
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": self._page(kid.page), "MCID": kid.number})

    def _page(self, number: int) -> PDFObjectReference:
        return PDFObjectReference(f"Page{number + 1}")


def _attributes(element: Element) -> PDFArray | None:
    """Its own attributes, and where it stands."""
    owned = []
    if element.attributes:
        parts: dict[str, Any] = {"O": PDFName(element.owner)}
        parts |= {name: PDFName(value) if isinstance(value, str) else value for name, value in element.attributes}
        if element.owner == "PrintField":
            parts["Desc"] = PDFString(clean_line(element.alt))
        owned.append(PDFDictionary(parts))
    if element.box:
        owned.append(PDFDictionary({"O": PDFName("Layout"), "BBox": PDFArray([round(edge, 2) for edge in element.box])}))
    return PDFArray(owned) if owned else None
