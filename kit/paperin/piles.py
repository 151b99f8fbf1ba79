"""A whole pile: the files of people's phones and of a scanner, against the layouts of what was printed, a page at a time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kit.paperin.layouts import Layouts
from kit.paperin.results import PageRead, Unread

if TYPE_CHECKING:
    from PIL.Image import Image

    from kit.paperin.plane import Picture


STRANGE = "This picture is like none that the kit knows, and nothing of it was read. Take it again, or type in what it shows."
"""Arithmetic that a strange picture breaks must not cost the rest of the pile."""


@dataclass(frozen=True)
class FileRead:
    """What one page of a file gave."""

    path: Path
    page: int
    """From 1; 0 where the file has one picture alone."""
    read: PageRead
    image: "Image | None" = field(default=None, repr=False)
    """The page, upright; None where it could not be opened."""

    @cached_property
    def pixels(self) -> "Picture | None":
        """The same as numbers, made when first asked for."""
        import numpy as np

        return None if self.image is None else np.asarray(self.image)


def read_files(paths: Iterable[Path], layouts: Layouts, now: Callable[[], float]) -> Iterator[FileRead]:
    """Read every page of every file, in order. What cannot be opened is among the unread of its file, with a sentence."""
    from kit.paperin.opening import pages_of
    from kit.paperin.reading import read

    for path in paths:
        start = now()
        for page in pages_of(path):
            if page.image is None:
                yield FileRead(path, page.number, PageRead(unread=(Unread(page.why),)))
            else:
                opened = now() - start
                try:
                    found = read(page.image, layouts, now)
                except (ValueError, ArithmeticError, LookupError, MemoryError):
                    found = PageRead(unread=(Unread(STRANGE),))
                yield FileRead(path, page.number, _with_time(found, opened), page.image)
            start = now()


def _with_time(read: PageRead, opened: float) -> PageRead:
    """Each card with its share of the time that opening took."""
    share = opened / max(1, len(read.cards))
    return replace(read, cards=tuple(replace(card, seconds=round(card.seconds + share, 4)) for card in read.cards))
