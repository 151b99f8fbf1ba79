"""Numbers among the words of a call, read with a sentence where they are none."""

import argparse
from collections.abc import Callable
from contextlib import suppress


def seconds(text: str) -> float:
    """A number of seconds up to an hour. Raises ArgumentTypeError."""
    with suppress(ValueError):
        if len(text) <= 12 and 0 < (given := float(text)) <= 3600:
            return given
    raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a number of seconds up to 3600")


def number(least: int, most: int) -> Callable[[str], int]:
    """What reads a whole number between two others."""
    def read(text: str) -> int:
        if not text.isdecimal() or len(text) > 12 or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a number from {least} to {most}")
        return int(text)

    return read
