"""What a facilitator has set: few things, each with a sensible default, in one small file in the home folder."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from kit.engine.calm import LOOKS, OWN_LOOKS
from kit.store import StoreProblem, write_safely

FILE = "settings.json"

CHOICES: Mapping[str, tuple[Any, ...]] = {
    "plain": (False, True),
    "theme": ("ink", "paper"),
    "mouse": (True, False),
    "clock": OWN_LOOKS,
    "room_clock": LOOKS,
    "profile": ("clear", "large", "giant", "dyslexia", "easy"),
    "paper": ("A4", "Letter", "A5"),
    "lock_after": (0, 5, 10, 20, 60),
    "language": ("en-GB", "cy", "pl", "ar", "ur", "hi", "bn"),
}
"""What each setting can be; the first is the default."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings, all optional."""

    plain: bool = False
    """Open the plain front end, which a screen reader can follow."""
    theme: str = "ink"
    """ink: light on dark; paper: dark on light."""
    mouse: bool = True
    """Let the app have the mouse. False leaves it to the terminal, for selecting text."""
    clock: str = "words"
    """How the time is told to the facilitator (`kit.engine.calm.OWN_LOOKS`)."""
    room_clock: str = "left"
    """How the second screen tells the time, where a call of it does not say (`kit.engine.calm.LOOKS`)."""
    profile: str = "clear"
    paper: str = "A4"
    lock_after: int = 0
    """Minutes without a key after which a programme with a passphrase asks for it again; 0 for never."""
    language: str = "en-GB"
    """Of the kit's own words on sheets that have been translated."""


def read_settings(home: Path) -> Settings:
    """The settings of a home folder. What is missing or makes no sense takes its default."""
    try:
        data = json.loads((home / FILE).read_bytes())
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(data, dict):
        return Settings()
    return Settings(**{f.name: data[f.name] for f in fields(Settings) if _makes_sense(f.name, data.get(f.name))})


def next_choice(settings: Settings, name: str) -> Settings:
    """The settings with one of them moved on to what comes next, and round again."""
    choices = CHOICES[name]
    place = choices.index(getattr(settings, name))
    return replace(settings, **{name: choices[(place + 1) % len(choices)]})


def save_settings(home: Path, settings: Settings) -> None:
    """Keep the settings. Raises StoreProblem."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        write_safely(home / FILE, json.dumps(asdict(settings), indent=1).encode())
    except OSError as error:
        raise StoreProblem(f"The settings cannot be kept in {home}: {error.strerror}.") from None


def _makes_sense(name: str, value: Any) -> bool:
    return any(type(value) is type(choice) and value == choice for choice in CHOICES[name])
