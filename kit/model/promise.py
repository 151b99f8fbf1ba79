"""A promise: who will do what by when, and what came of it. Nobody is ranked by what they did."""

from collections.abc import Mapping
from typing import Any

OPEN, DONE, COULD_NOT = "open", "done", "could not"
STATES = (OPEN, DONE, COULD_NOT)
"""What a promise can be at. A promise that could not be kept says why, and that is fine."""

LISTED = "; "
"""What stands between promises, and between the lines of an agreement, where they are told in one text."""


def taken_on(content: Mapping[str, Any]) -> str:
    """What was taken on, and by when."""
    by = f", by {content['by']}" if content.get("by") else ""
    return f"{str(content.get('text', '')).removesuffix('.')}{by}"


def promise_line(content: Mapping[str, Any]) -> str:
    """A promise as it is read out: what, by when, and what it is at."""
    state = content.get("state", OPEN)
    why = f": {content['why']}" if content.get("why") else ""
    told = f" Told back to {content['told']}." if content.get("told") else ""
    return f"{taken_on(content)} ({state}{why}).{told}"
