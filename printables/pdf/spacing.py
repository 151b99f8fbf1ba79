"""A font file with wider letters and words: the same shapes, each with more white after it.

The white is part of the font in the PDF, so lines are measured and broken right, and text is copied out as it stands.
Offsets are those of the OpenType tables `head`, `hhea` and `hmtx`.
"""

from collections.abc import Collection
from io import BytesIO
from pathlib import Path
from struct import pack_into, unpack_from


def spaced(path: Path, letter: float, word: float, spaces: Collection[int]) -> BytesIO:
    """The TrueType file with so much more after each letter, and more still after each space. White is in em.

    `spaces` are the numbers of the glyphs that are spaces.
    """
    data = bytearray(path.read_bytes())
    tables = {bytes(data[n:n + 4]): unpack_from(">I", data, n + 8)[0]
              for n in range(12, 12 + 16 * unpack_from(">H", data, 4)[0], 16)}
    em = unpack_from(">H", data, tables[b"head"] + 18)[0]
    count = unpack_from(">H", data, tables[b"hhea"] + 34)[0]
    for glyph in range(count):
        place = tables[b"hmtx"] + 4 * glyph
        width = unpack_from(">H", data, place)[0]
        if width:
            more = letter + (word if glyph in spaces else 0)
            pack_into(">H", data, place, round(width + more * em))
    return BytesIO(bytes(data))
