"""One idea a line: each sentence begins a line of its own in a profile with pictures."""

import re

from printables.profile import Profile
from printables.tree import Link, Run, Strong, Words

_BETWEEN = re.compile(r"(?<=[.!?]) (?=\S)")


def by_line(text: Words, profile: Profile) -> Words:
    """The words, with line ends between sentences where the profile asks for them."""
    if not profile.picture_mm:
        return text
    return tuple(_parted(run) for run in text)


def _parted(run: Run) -> Run:
    if isinstance(run, Link):
        return run
    return Strong(_BETWEEN.sub("\n", run.words)) if isinstance(run, Strong) else _BETWEEN.sub("\n", run)
