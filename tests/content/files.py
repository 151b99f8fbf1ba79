"""Good files for the tests of `kit.content`, and a way to put a file where it can be read."""

from pathlib import Path

from kit.content.problems import Problem
from kit.content.reader import read_either

ACTIVITY = '''\
id = "caption-round"
title = "Caption round"
summary = "People write a few words."
purpose = """
To give something back.
Many captions can be true."""
source = "Our own"
minutes = 12
least_minutes = 7
least_people = 3
most_people = 40
power = "Nobody captions their own."
load = "some"
access = [
  "Spelling does not matter.",
  "A scribe can write.",
]
practices = [11]
prints = ["caption-slips"]
makes = ["caption"]
calm = false

[[steps]]
kind = "say"
minutes = 2
room = "Welcome."

[[steps]]
kind = "caption"
each = 2
minutes = 10

[[steps]]
kind = "scale"
options = ["sunny", "cloudy"]
'''

PLAN = '''\
id = "first-day"
title = "Our first day"
summary = "We meet."
start = "09:30"
question = "What matters here?"
practices = [35, 36]
least_people = 4
most_people = 20

[[blocks]]
activity = "caption-round"
minutes = 20
private = "Ask Sam first."

[[blocks]]
id = "break"
title = "Break"
minutes = 15

[[blocks]]
activity = "caption-round"
'''


def written(folder: Path, text: str | bytes, name: str = "caption-round.toml") -> Path:
    """A file with this content."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def changed(text: str, old: str, new: str) -> str:
    """A text with one place changed; the place has to be there."""
    assert old in text, old
    return text.replace(old, new, 1)


def problems(folder: Path, text: str | bytes) -> tuple[Problem, ...]:
    """All that is wrong with a file of this content."""
    reading = read_either(written(folder, text))
    assert (reading.value is None) == bool(reading.problems)
    return reading.problems
