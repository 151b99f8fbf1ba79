"""The modules of a QR code: ECC M, and the sizes below which phones fail (PAPER.md, 4).

qrcode encodes the text; what stays the same from code to code is laid out once for each size. A symbol is one whole number: bit
`row * stride + column` is a dark module, and the stride leaves a light column between the rows, so that shifts find patterns.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

QUIET = 4
"""Modules of white on each side."""
_DARK = re.compile("1+")


@lru_cache(maxsize=1024)
def modules(text: str) -> tuple[str, ...]:
    """The modules of the smallest code that holds the text: a row each from the top, 1 for dark, without the quiet zone."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.util import QRData, create_data

    data = QRData(text)
    version = _version(data.mode, len(data))
    blank = _blank(version)
    symbol = blank.best(create_data(version, ERROR_CORRECT_M, [data]))
    bits = f"{symbol:0{blank.side * blank.stride}b}"[::-1]
    return tuple(bits[row * blank.stride:][:blank.side] for row in range(blank.side))


def runs(row: str) -> list[tuple[int, int]]:
    """Start and end of every run of dark modules in a row."""
    return [found.span() for found in _DARK.finditer(row)]


@dataclass(frozen=True, slots=True)
class _Blank:
    """Codes of one size before any data: eight, one for each mask, and the bits that data stands in, in their order."""

    side: int
    stride: int
    masked: tuple[int, ...]
    places: tuple[int, ...]
    inside: int
    """Every module."""

    def best(self, data: Sequence[int]) -> int:
        """The data in the mask that the standard's marks of trouble are fewest in (ISO/IEC 18004, 7.8.3)."""
        bits = (byte >> n & 1 for byte in data for n in range(7, -1, -1))
        written = sum(place for place, bit in zip(self.places, bits, strict=False) if bit)
        return min((blank ^ written for blank in self.masked), key=self._trouble)

    def _trouble(self, dark: int) -> int:
        light = self.inside ^ dark
        share = abs(dark.bit_count() * 20 // self.side ** 2 - 10)
        return 10 * share + sum(self._long_runs(one, step) for one in (dark, light) for step in (1, self.stride)) + sum(
            3 * (one & one >> 1 & one >> self.stride & one >> self.stride + 1).bit_count() for one in (dark, light)) + sum(
            40 * _like_a_corner(dark, light, step) for step in (1, self.stride))

    def _long_runs(self, one: int, step: int) -> int:
        """Three for each five in a row, and one for each more."""
        five = one & one >> step & one >> 2 * step & one >> 3 * step & one >> 4 * step
        return five.bit_count() + 2 * (five & ~(five << step)).bit_count()


def _like_a_corner(dark: int, light: int, step: int) -> int:
    """How often dark, light, three dark, light, dark stand in a row, with four light before or after."""
    seven = dark & light >> step & dark >> 2 * step & dark >> 3 * step & dark >> 4 * step & light >> 5 * step & dark >> 6 * step
    four = light & light >> step & light >> 2 * step & light >> 3 * step
    return (seven & four >> 7 * step).bit_count() + (seven & four << 4 * step).bit_count()


@lru_cache
def _version(mode: int, length: int) -> int:
    """The smallest version, 1 to 40, that holds so many letters (or bytes) in this mode."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode
    from qrcode.util import QRData

    code = QRCode(error_correction=ERROR_CORRECT_M)
    code.add_data(QRData("1" * length, mode))
    return int(code.best_fit())


@lru_cache
def _blank(version: int) -> _Blank:
    """Everything of a size that does not depend on the data."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    class Empty(QRCode):  # type: ignore[misc]
        free: tuple[tuple[int, int], ...] = ()

        def map_data(self, data: Sequence[int], mask_pattern: int) -> None:
            self.free = tuple(_way(self.modules))
            super().map_data(data, mask_pattern)

    side = 17 + 4 * version
    stride = side + 1
    code, masked = Empty(version=version, error_correction=ERROR_CORRECT_M, border=0), []
    for mask in range(8):
        code.data_cache = []
        code.makeImpl(False, mask)
        masked.append(sum(1 << row * stride + column for row, cells in enumerate(code.modules)
                          for column, dark in enumerate(cells) if dark))
    return _Blank(side, stride, tuple(masked), tuple(1 << row * stride + column for row, column in code.free),
                  sum((1 << side) - 1 << row * stride for row in range(side)))


def _way(cells: Sequence[Sequence[bool | None]]) -> Iterator[tuple[int, int]]:
    """The places for data, in their order: up and down in pairs of columns, from the right."""
    side = len(cells)
    for number, right in enumerate(range(side - 1, 0, -2)):
        column = right - (right <= 6)
        for row in range(side)[::1 if number % 2 else -1]:
            yield from ((row, one) for one in (column, column - 1) if cells[row][one] is None)
