"""A typeface in a PDF for shaped text: Type0, Identity-H, one code for each glyph and what it stands for.

Two words may share a glyph and mean different characters by it. So codes are not glyphs: `CIDToGIDMap` leads from code to glyph,
and `ToUnicode` from code to characters, which is why text copies out exactly (ISO 32000-1, 9.7.4 and 9.10.3).
"""

from struct import unpack_from
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

from printables.pdf.unicode_map import wide_map
from printables.shaping.faces import Face, Glyph, subset

TAG = "SHAPED"
"""Six letters before the name of a font of which not all is there."""
SYMBOLIC = 4


class EmbeddedFace:
    """One face in one document. reportlab calls `addObjects` as it closes the file."""

    def __init__(self, face: Face, number: int) -> None:
        self.face, self.name = face, f"S{number}"
        self._codes: dict[tuple[int, str], int] = {}

    def code(self, glyph: Glyph) -> str:
        """The code of a glyph as four hexadecimal digits."""
        return f"{self._codes.setdefault((glyph.number, glyph.text), len(self._codes) + 1):04X}"

    def addObjects(self, document: Any) -> None:
        """Write the font, with the glyphs that were drawn."""
        name = f"{TAG}+{self.face.name}"
        glyphs = [0, *(number for number, _ in self._codes)]
        widths = [self._thousandth(self.face.advance(glyph)) for glyph in glyphs]
        descendant = PDFDictionary({
            "Type": PDFName("Font"), "Subtype": PDFName("CIDFontType2"), "BaseFont": PDFName(name),
            "CIDSystemInfo": PDFDictionary({"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}),
            "FontDescriptor": document.Reference(self._descriptor(document, name, set(glyphs))),
            "W": PDFArray([0, PDFArray(widths)]),
            "CIDToGIDMap": _stream(document, b"".join(glyph.to_bytes(2, "big") for glyph in glyphs))})
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(PDFDictionary({
            "Type": PDFName("Font"), "Subtype": PDFName("Type0"), "BaseFont": PDFName(name), "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(descendant)]),
            "ToUnicode": _stream(document, wide_map([text for _, text in self._codes]).encode())}))

    def _descriptor(self, document: Any, name: str, glyphs: set[int]) -> PDFDictionary:
        file = subset(self.face, glyphs)
        head = bytes(self.face.font.face.reference_table("head").data)
        box = [self._thousandth(edge) for edge in unpack_from(">4h", head, 36)]
        return PDFDictionary({
            "Type": PDFName("FontDescriptor"), "FontName": PDFName(name), "Flags": SYMBOLIC, "FontBBox": PDFArray(box),
            "ItalicAngle": 0, "Ascent": round(self.face.ascent * 1000), "Descent": -round(self.face.descent * 1000),
            "CapHeight": round(self.face.ascent * 1000), "StemV": 80, "FontFile2": _stream(document, file, Length1=len(file))})

    def _thousandth(self, units: int) -> int:
        return round(units * 1000 / self.face.em)


def _stream(document: Any, data: bytes, **more: int) -> Any:
    stream = PDFStream(PDFDictionary(more), data)
    if document.compression:
        stream.filters = [PDFZCompress]
    return document.Reference(stream)
