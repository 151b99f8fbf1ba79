"""Short names for activities, plans and blocks: small letters, digits and dashes, so that they fit file names and commands."""

import re

LONGEST_ID = 60
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Whether a text can be an id as it is."""
    return len(text) <= LONGEST_ID and _ID.fullmatch(text) is not None


def id_from(text: str) -> str:
    """An id made from a title; empty where the title has no letter or digit that fits."""
    return re.sub("[^a-z0-9]+", "-", text[:LONGEST_ID].casefold()).strip("-")
