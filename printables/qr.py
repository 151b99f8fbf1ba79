"""The modules of a QR code: ECC M, and the sizes below which phones fail (PAPER.md, 4)."""

from functools import lru_cache

QUIET = 4
"""Modules of white on each side."""


@lru_cache(maxsize=1024)
def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The dark modules of the smallest code that holds the text, row by row from the top, without the quiet zone."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text, optimize=0)
    code.make(fit=True)
    return tuple(tuple(map(bool, row)) for row in code.get_matrix())


def runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Start and end of every run of dark modules in a row."""
    edges = [n for n in range(len(row) + 1) if (n < len(row) and row[n]) != (n > 0 and row[n - 1])]
    return list(zip(edges[::2], edges[1::2], strict=True))
