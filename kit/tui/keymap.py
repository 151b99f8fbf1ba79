"""Keys that a person has changed: which commands there are, which keys can be given to them, and what a key does already.

Commands with the same keys on one screen, such as Pause and Carry on, are one switch: they are changed together.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from kit.tui.commands import BACK, EVERYWHERE, LEAVE_LINE, LEAVE_LIST, TOUR, Command, key_name

if TYPE_CHECKING:
    from kit.tui.frame import KitScreen

PLACES = {"app": "Everywhere", "kit": "On most screens", "list": "In small windows", "line": "In small windows",
          "run": "Running a workshop", "plan": "The planner", "programme": "A programme's page", "print": "Printing",
          "tour": "The tour", "slips": "Typing up slips", "outputs": "What we made",
          "pictures": "Pictures", "room": "The second screen"}
"""What the first half of a command's id means. Any other is said as it stands."""

_FREE = re.compile(r"((ctrl|alt|shift)\+)?(f[1-9]|f1[0-2])|(ctrl|alt)\+[a-z0-9]|(shift|alt|ctrl)\+(up|down|left|right)|insert")
_NEEDED = frozenset(f"ctrl+{letter}" for letter in "acdfhijmuvwxq")
"""Keys that a line needs for typing, that quit, or that a terminal sends for another key."""

NOT_FREE = "That key is needed for typing or moving. Take a function key, or Ctrl or Alt with a letter."


@cache
def every_command() -> tuple[Command, ...]:
    """All commands of the app, each once, in the order of `PLACES`. It loads every screen: ask only when it is wanted."""
    from kit.tui import screens
    from kit.tui.frame import KitScreen
    from kit.tui.room.commands import COMMANDS as OF_THE_ROOM

    for module in iter_modules(screens.__path__):
        import_module(f"{screens.__name__}.{module.name}")
    found = [*EVERYWHERE, BACK, TOUR, LEAVE_LIST, LEAVE_LINE]
    found += [command for screen in _kinds(KitScreen) for command in screen.COMMANDS_HERE]
    found += OF_THE_ROOM
    names = list(PLACES)
    once = {command.id: command for command in found}.values()
    return tuple(sorted(once, key=lambda command: names.index(place) if (place := _place(command)) in names else len(names)))


def place_name(command: Command) -> str:
    """Where a command is, in words."""
    return PLACES.get(_place(command), _place(command).capitalize())


def with_key(command: Command, key: str, changed: Mapping[str, str]) -> dict[str, str] | str:
    """What is changed once this command has this key in place of its own; or a sentence that says why it cannot have it."""
    if not _FREE.fullmatch(key) or key in _NEEDED:
        return NOT_FREE
    others = [other for other in _beside(command) if key in keys_of(other, changed)]
    if others:
        return f"{key_name(key)} does “{others[0].label}” there already. Take another key, or change that one first."
    return {**changed, **{twin.id: key for twin in _twins(command)}}


def without(command: Command, changed: Mapping[str, str]) -> dict[str, str] | str:
    """What is changed once this command has its own keys again; or a sentence where another command has taken one since."""
    left = {id: keys for id, keys in changed.items() if id not in {twin.id for twin in _twins(command)}}
    for key in command.keys.split(","):
        others = [other for other in _beside(command) if other.id in left and key in keys_of(other, left)]
        if others:
            return f"{key_name(key)} does “{others[0].label}” now. Change that one first, or put all keys back."
    return left


def keys_of(command: Command, changed: Mapping[str, str]) -> list[str]:
    """The keys of a command, after a person's own changes."""
    return [key.strip() for key in changed.get(command.id, command.keys).split(",")]


def sound(changed: Mapping[str, str]) -> dict[str, str]:
    """The changes that can be followed. A file that somebody wrote by hand may hold anything; the rest keep their own keys."""
    commands = {command.id: command for command in every_command()} if changed else {}
    kept = {id: keys for id, keys in changed.items() if id in commands}
    while wrong := [id for id, keys in kept.items() if isinstance(with_key(commands[id], keys, kept), str)]:
        del kept[wrong[0]]
    return kept


def _place(command: Command) -> str:
    return command.id.partition(".")[0]


def _twins(command: Command) -> list[Command]:
    return [other for other in every_command() if _place(other) == _place(command) and other.keys == command.keys]


def _beside(command: Command) -> Iterable[Command]:
    """The commands that a key of this one could meet: those of its own screen, and those that are everywhere."""
    twins, wide = {twin.id for twin in _twins(command)}, ("app", "kit")
    return (other for other in every_command() if other.id not in twins and (
        _place(command) in wide or _place(other) in (_place(command), *wide)))


def _kinds(kind: "type[KitScreen]") -> "list[type[KitScreen]]":
    return [kind, *(below for each in kind.__subclasses__() for below in _kinds(each))]
