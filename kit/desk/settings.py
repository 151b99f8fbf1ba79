"""What a facilitator has set: few things, each with a sensible default, in one small file in the home folder."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
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
    "toured": (False, True),
    "language": ("en-GB", "cy", "pl", "ar", "ur", "hi", "bn"),
}
"""What each setting can be; the first is the default."""

LINES: tuple[tuple[str, str, dict[Any, str]], ...] = (
    ("theme", "Colours", {"ink": "ink: light words on black", "paper": "paper: dark words on white"}),
    ("clock", "Clock while running", {
        "words": "counts up, such as: 7 minutes of 10 used here", "left": "counts down, such as: 3 minutes of 10 left here",
        "calm": "words and no digits", "off": "no clock"}),
    ("profile", "Letters on paper", {
        "clear": "clear, 14 point", "large": "large, 18 point", "giant": "giant, 24 point",
        "dyslexia": "dyslexia: wider letters and lines", "easy": "easy: 16 point, with pictures"}),
    ("paper", "Paper", {"A4": "A4", "Letter": "Letter", "A5": "A5"}),
    ("language", "Language of sheets", {"en-GB": "English", **{tag: f"{name}, to be checked by a reader of it" for tag, name in (
        ("cy", "Welsh"), ("pl", "Polish"), ("ar", "Arabic"), ("ur", "Urdu"), ("hi", "Hindi"), ("bn", "Bengali"))}}),
    ("mouse", "Mouse (from the next start)", {True: "the kit has it", False: "left to the terminal, to select text"}),
    ("lock_after", "Ask for the passphrase again", {
        0: "only when the kit is opened", **{n: f"when nobody has typed for {n} minutes" for n in (5, 10, 20, 60)}}),
    ("plain", "Plain mode (from the next start)", {
        False: "no: the app, on the whole screen", True: "yes: full sentences, one line at a time; works with a screen reader"}),
    ("room_clock", "Clock of the second screen", {
        "left": "counts down: minutes left", "used": "counts up: minutes used", "words": "words and no digits",
        "shape": "a shape that fills, and no digits", "off": "no clock"}),
)
"""Each setting with its name and the words for what it can be."""


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
    toured: bool = False
    """Whether the tour was offered: it is offered once."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys of the app that somebody changed: a command's id and its keys, such as `"run.late": "f11,alt+l"`."""


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
    if name == "keys":
        return isinstance(value, dict) and all(isinstance(keys, str) for keys in value.values())
    return any(type(value) is type(choice) and value == choice for choice in CHOICES[name])
