"""Commands as data. One line here is the key, the word in the footer, the entry in the palette and the line in the help.

Each has an id, so that its key can be changed (`kit.tui.keymap`). A screen lists its commands in `COMMANDS_HERE`.
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
    priority: bool = False
    """Works where somebody types, too, whatever the line itself would do with its key."""

    @property
    def action(self) -> str:
        """The action that Textual runs."""
        return self.id.split(".")[1]

    @property
    def binding(self) -> Binding:
        """The key as Textual wants it."""
        return Binding(self.keys, self.action, self.label, show=False, id=self.id, tooltip=self.help,
                       priority=self.priority)


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """The keys of many commands."""
    return [command.binding for command in commands]


def key_name(key: str) -> str:
    """A key as people call it: `F3`, `Ctrl+N`, `Esc`."""
    return _SHOWN.get(key) or "+".join(part.capitalize() for part in key.split("+"))


HELP = Command("app.help", "f1,question_mark", "Help", "Tell about what has the focus, the keys, and how the kit works.",
               always=True)

EVERYWHERE = (
    HELP,
    Command("app.command_palette", "f2,colon", "More", "All commands: find one by its name.", always=True),
    Command("app.jump", "ctrl+k,alt+j", "Jump", "Show a letter at each place. Its letter takes you there.", in_footer=False,
            priority=True),
    Command("app.find", "ctrl+f", "Find", "Find anything a programme holds, by words or by the code on a sheet.",
            in_footer=False, priority=True),
    Command("app.leave", "f10,q", "Quit", "Close the kit. Everything that was shown as saved is kept.", always=True),
)
"""Commands of every screen."""

BACK = Command("kit.back", "escape,backspace,left", "Back", "Go back to the screen before.", always=True)
"""Back to the screen before. Backspace and Left too, as many terminals hold Escape for a moment."""

TOUR = Command("kit.tour", "f6", "Tour", "See how the kit works, in one minute.")
"""From the first screen and from the help."""

LEAVE_LIST = Command("list.cancel", "escape,backspace,left", "Leave it", "Close the small window, and change nothing.")
"""Out of a small window with a list."""

LEAVE_LINE = Command("line.cancel", "escape", "Leave it", "Close the small window. What was typed in it is not kept.")
"""Out of a small window with a line, in which Backspace and Left are needed."""
