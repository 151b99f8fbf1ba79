"""Somebody who may come, as the facilitator knows them: what they want to be called, and what makes the room work for them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

FEATURES: Mapping[str, tuple[str, ...]] = {
    "step-free": ("step-free", "step free", "wheelchair", "scooter", "level access"),
    "hearing loop": ("hearing loop", "loop", "hearing aid", "hard of hearing"),
    "near the door": ("near the door", "by the door", "near a door"),
    "near the quiet room": ("near the quiet room", "quiet room", "by the quiet room"),
}
"""What a table can offer, with the words in people's access needs that ask for it."""


@dataclass(frozen=True, slots=True)
class Member:
    """What seating knows of one person. Nothing here is printed or shown to the room but the name they chose."""

    name: str
    roles: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    """What their table needs, of FEATURES."""
    together: tuple[str, ...] = ()
    """Names of people they sit with, such as a supporter."""
    apart: tuple[str, ...] = ()
    """Names of people they never sit with."""


def member_of(content: Mapping[str, Any]) -> Member:
    """A person's record as seating needs it. Roles and names are divided by commas, semicolons or new lines.

    What their table needs stands among their needs, or where it is said what meets them.
    """
    needs = f"{content.get('needs', '')}\n{content.get('met', '')}".casefold()
    return Member(
        str(content.get("name", "")), _parts(content, "role"),
        tuple(feature for feature, words in FEATURES.items() if any(_whole(word, needs) for word in words)),
        _parts(content, "together"), _parts(content, "apart"))


def is_coming(content: Mapping[str, Any]) -> bool:
    """Whether a person is expected: everybody is, but those who said no."""
    return str(content.get("present", "")).strip().casefold() not in ("no", "n", "false", "0", "not coming", "away")


def wanted_features(members: Iterable[Member]) -> tuple[str, ...]:
    """Every feature that somebody's table needs, in the order of FEATURES."""
    wanted = {feature for member in members for feature in member.features}
    return tuple(feature for feature in FEATURES if feature in wanted)


def _parts(content: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(part for part in (p.strip() for p in re.split(r"[,;\n]", str(content.get(key, "")))) if part)


def _whole(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None
