"""Access needs in the six steps of the Accessible Information Standard: identify, record, flag, share, meet, review.

A need is in the words of whoever has it. What meets it is a seat, a sheet, or something that a person sees to.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MEETS = ("seat", "sheet", "other")
"""What can meet a need: where they sit, the print of their sheets, or anything else."""

SHARES = ("only you", "the team", "their table", "everybody")
"""Who may know of somebody's needs, the fewest first. The first stands where nobody chose."""


@dataclass(frozen=True, slots=True)
class Need:
    """One need, and what meets it."""

    words: str
    by: str = ""
    """One of MEETS; empty where nobody has said."""
    how: str = ""
    """In words, such as who sees to it."""

    @property
    def line(self) -> str:
        """The need as it is read out."""
        how = f": {self.how}" if self.how else ""
        return f"{self.words} (met by {'another way' if self.by == 'other' else f'a {self.by}'}{how})" if self.by else self.words


def needs_of(content: Mapping[str, Any]) -> tuple[Need, ...]:
    """The needs in a person's record, in their order, each with what meets it."""
    met = {need.words.casefold(): need for need in met_of(str(content.get("met", "")))}
    words = filter(None, (part.strip() for part in re.split(r"[;,\n]", str(content.get("needs", "")))))
    return tuple(Need(need, known.by, known.how) if (known := met.get(need.casefold())) else Need(need)
                 for need in dict.fromkeys(words))


def met_of(text: str) -> tuple[Need, ...]:
    """What meets which need, from a text such as `ramp: seat; sign language: other, Sam books it`."""
    found = []
    for part in filter(None, (part.strip() for part in re.split(r"[;\n]", text))):
        need, _, rest = part.partition(":")
        by, _, how = rest.partition(",")
        found.append(Need(need.strip(), by.strip().casefold(), how.strip()))
    return tuple(found)


def met_text(needs: tuple[Need, ...]) -> str:
    """The same as text, for those needs that something meets."""
    return "; ".join(f"{need.words}: {need.by}{f', {need.how}' if need.how else ''}" for need in needs if need.by)


def may_be_told(content: Mapping[str, Any]) -> bool:
    """Whether a co-facilitator is to be told at once: the needs are flagged, and the team may know."""
    return bool(content.get("needs")) and content.get("flag") == "yes" and content.get("share") in SHARES[1:]


def to_look_at(content: Mapping[str, Any], kept: str, last: str) -> bool:
    """Whether somebody's needs want a new look: a workshop began after they were looked at. All are ISO days or times."""
    return bool(content.get("needs")) and (str(content.get("reviewed", "")) or kept)[:10] < last[:10]
