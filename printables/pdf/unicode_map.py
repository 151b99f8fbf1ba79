"""Which characters each code of a subset font stands for, so that text can be copied out and read aloud.

reportlab's own map gives unused codes the character U+0000, writes characters above U+FFFF wrongly, and puts more than a
hundred entries into one block. ISO 14289-1, 7.21.7, and ISO 32000-1, 9.10.3, ask for what stands here.
"""

from collections.abc import Sequence

from reportlab.pdfbase import ttfonts

BLOCK = 100
HEAD = ("/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def", "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def", "1 begincodespacerange")
TAIL = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end")


def unicode_map(font: str, subset: Sequence[int]) -> str:
    """The map of one subset: its codes are the places in the sequence, its values characters."""
    return _map("<00> <FF>", [f"<{code:02X}> <{_utf16(chr(char))}>" for code, char in enumerate(subset)
                              if char and (char != ord(" ") or code == ord(" ")) and not 0xD800 <= char <= 0xDFFF])


def wide_map(texts: Sequence[str]) -> str:
    """The map of a font with codes of two bytes, from 1: what each stands for, which may be several characters."""
    return _map("<0000> <FFFF>", [f"<{code:04X}> <{_utf16(text)}>" for code, text in enumerate(texts, 1)])


def _map(codes: str, used: Sequence[str]) -> str:
    blocks = [used[n:n + BLOCK] for n in range(0, len(used), BLOCK)]
    body = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return "\n".join((*HEAD, codes, "endcodespacerange", *body, *TAIL))


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


def mend() -> None:
    """Have reportlab use this map."""
    ttfonts.makeToUnicodeCMap = unicode_map
