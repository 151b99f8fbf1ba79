"""The last guard before the terminal: no text of anybody's can move the cursor, set a title or turn the reading direction.

Textual lets most widgets pass escapes on (STORE.md, section 7). Its own styles and movements are no part of a segment's text,
so whatever control stands in one came from data.
"""

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class NoEscapes(LineFilter):
    """Takes control characters and bidi overrides out of every segment."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments, safe to write."""
        if not any(_UNSAFE.search(segment.text) for segment in segments):
            return segments
        return [Segment(_UNSAFE.sub("", text), style, control) for text, style, control in segments]
