"""A promise: who will do what by when, and what came of it. Nobody is ranked by what they did."""

from collections.abc import Mapping
from typing import Any

OPEN, DONE, COULD_NOT = "open", "done", "could not"
STATES = (OPEN, DONE, COULD_NOT)
"""What a promise can be at. A promise that could not be kept says why, and that is fine."""


def promise_line(content: Mapping[str, Any]) -> str:
    """A promise as it is read out: what, by when, and what it is at."""
    by = f", by {content['by']}" if content.get("by") else ""
    state = content.get("state", OPEN)
    why = f": {content['why']}" if content.get("why") else ""
    told = f" Told back to {content['told']}." if content.get("told") else ""
    return f"{content.get('text', '')}{by} ({state}{why}).{told}"
