"""An activity (a method that a facilitator can run) and the steps it is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an activity. Its kind says what the room does; the rest are words and settings.

    The settings a kind understands, and their defaults, stand in `kit.content.vocabulary`.
    """

    kind: str
    room: str = ""
    """Words for the room: may be read out, printed or put on the wall."""
    say: str = ""
    do: str = ""
    watch: str = ""
    minutes: int = 0
    """Minutes this step usually takes; 0 where nobody has said."""
    settings: Mapping[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.settings[name]


@dataclass(frozen=True, slots=True)
class Activity:
    """A method as its text file describes it."""

    id: str
    title: str
    summary: str
    purpose: str
    source: str
    minutes: int
    """Minutes it usually takes."""
    least_minutes: int
    least_people: int
    most_people: int
    power: str
    """How it shares power."""
    load: str
    """Emotional load: low, some or high."""
    access: tuple[str, ...]
    practices: tuple[int, ...]
    """Numbers of the practices it serves (`activities/practices.toml`)."""
    prints: tuple[str, ...]
    makes: tuple[str, ...]
    """Kinds of record it leaves."""
    steps: tuple[Step, ...]
    calm: bool = False
    """True for relationship time, breaks and check-outs: never cut first."""
    in_room: str = ""
    """How it goes in a room."""
    by_post: str = ""
    """How it goes by post, for people who do not come."""
    from_elsewhere: str = ""
    """How it goes when some people join from elsewhere."""
    family: str = ""
    """Name of the folder it was read from, such as deciding; empty where it lay in none of its own."""
    file: str = ""
    """Name of the file it was read from; empty where there was none."""
