"""Commands as data. One line here is the key, the word in the footer, the entry in the palette and the line in the help.

Each has an id, so that its key can be changed (`App.set_keymap`). A screen lists its commands in `COMMANDS_HERE`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding

_SHOWN = {"escape": "Esc", "colon": ":", "enter": "Enter", "plus": "+", "minus": "-", "question_mark": "?",
          "pagedown": "PgDn", "pageup": "PgUp", "delete": "Del"}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do by a key."""

    id: str
    """Screen and action, such as `run.undo`: the method `action_undo` does it."""
    keys: str
    """Textual's names with commas between; the first is the one that is shown."""
    label: str
    help: str
    """One plain sentence for the help and the palette."""
    in_footer: bool = True
    always: bool = False
    """Has room in every footer, however narrow the window is."""

    @property
    def action(self) -> str:
        """The action that Textual runs."""
        return self.id.split(".")[1]

    @property
    def binding(self) -> Binding:
        """The key as Textual wants it."""
        return Binding(self.keys, self.action, self.label, show=False, id=self.id, tooltip=self.help)


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """The keys of many commands."""
    return [command.binding for command in commands]


def key_name(key: str) -> str:
    """A key as people call it: `F3`, `Ctrl+N`, `Esc`."""
    return _SHOWN.get(key) or "+".join(part.capitalize() for part in key.split("+"))


EVERYWHERE = (
    Command("app.help", "f1,question_mark", "Help", "Show the keys and how the kit works.", always=True),
    Command("app.command_palette", "f2,colon", "More", "All commands: find one by its name.", always=True),
    Command("app.leave", "f10,q", "Quit", "Close the kit. Everything that was shown as saved is kept.", always=True),
)
"""Commands of every screen."""

BACK = Command("kit.back", "escape,backspace,left", "Back", "Go back to the screen before.", always=True)
"""Back to the screen before. Backspace and Left too, as many terminals hold Escape for a moment."""
