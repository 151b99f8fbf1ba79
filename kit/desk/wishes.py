"""Which print people asked for, as their records say. Only how many asked for which ever leaves this module."""

from collections import Counter
from collections.abc import Iterable

from kit.model import Record, standing
from kit.model.member import is_coming

CALLED = {
    "clear": ("clear", "clear print", "usual", "normal", "standard", "14", "14 point"),
    "large": ("large", "large print", "18", "18 point"),
    "giant": ("giant", "giant print", "very large", "24", "24 point"),
    "dyslexia": ("dyslexia", "dyslexia friendly", "cream", "cream paper", "wider letters"),
    "easy": ("easy", "easy words", "easy read", "easy words and pictures", "with pictures", "pictures"),
}
"""Each profile, and what a table may call it."""


def profile_called(text: str) -> str | None:
    """The profile of this name; empty where there is none said, None where nothing is called so."""
    words = " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
    return next((profile for profile, names in CALLED.items() if words in names), None) if words else ""


def coming(records: Iterable[Record]) -> int:
    """How many people on the facilitator's list come."""
    return sum(r.kind == "person" and not r.withdrawn and is_coming(r.content) for r in standing(records))


def wished(records: Iterable[Record], paper: str) -> dict[str, int]:
    """How many of the people who come asked for each profile, in the order of the profiles.

    A profile that is too large for the paper is counted as the largest that fits.
    """
    from printables.profile import PAPERS, PROFILES, suits

    found = Counter(str(r.content.get("print", "")) for r in standing(records)
                    if r.kind == "person" and not r.withdrawn and is_coming(r.content))
    fitting = [name for name in CALLED if suits(PROFILES[name], PAPERS[paper])]
    counts: Counter[str] = Counter()
    for profile in CALLED:
        counts[profile if profile in fitting else "large" if "large" in fitting else "clear"] += found[profile]
    return {profile: counts[profile] for profile in CALLED if counts[profile]}
