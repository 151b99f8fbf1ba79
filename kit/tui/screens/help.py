"""The help: how the kit works in ten sentences, and the keys, from the same table that makes them work."""

from collections.abc import Iterable

from textual.widget import Widget

from kit.tui.commands import BACK, EVERYWHERE, TOUR, Command
from kit.tui.frame import KitScreen, page
from kit.tui.text import Content, Words, beside, plain, styled

SENTENCES = (
    "A programme is a folder on this laptop, for one group and its workshops.",
    "A plan says what happens when; it is a text file that you can change.",
    "Arrows move in a list, and Enter takes the line with the mark.",
    "Run asks one thing at a time. Say it, then type what comes back.",
    "Every answer is on the disk before you read Saved. Nothing gets lost.",
    "Undo takes back the last answer, as often as you like.",
    "Anybody may pass: skip a step, or leave an answer out.",
    "Park a topic, keep a hard word or write a private note at any time.",
    "Nobody needs a phone: print the sheets, and type in what comes back.",
    "Nothing is ever sent anywhere, and no internet is needed.",
)


class HelpScreen(KitScreen):
    """Help for the screen it was called from."""

    COMMANDS_HERE = (TOUR, BACK)
    BINDINGS = [c.binding for c in COMMANDS_HERE]  # noqa: RUF012 - Textual's own type
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, commands: Iterable[Command] = (), about: str = "") -> None:
        """`about`: what the thing that had the focus says of itself."""
        super().__init__()
        self._about = about
        self._there = tuple(c for c in commands if c not in EVERYWHERE)

    @property
    def where(self) -> tuple[str, ...]:
        """Help."""
        return ("Help",)

    def body(self) -> Iterable[Widget]:
        """One text that scrolls."""
        yield page(Words())

    def on_mount(self) -> None:
        """Write the help."""
        rows = [styled("Where you are", "$label bold"), plain(self._about), Content("")] if self._about else []
        rows += [styled("How it works", "$label bold"), *(plain(f"{n:>2}. {s}") for n, s in enumerate(SENTENCES, 1))]
        if self._there:
            rows += [Content(""), styled("Keys on the screen you came from", "$label bold"), *map(self._row, self._there)]
        rows += [Content(""), styled("Keys everywhere", "$label bold"), *map(self._row, EVERYWHERE)]
        self.query_one(".page > Words", Words).say(Content("\n").join(rows))

    def _row(self, command: Command) -> Content:
        return beside(styled(f"{self.kit.key_of(command):<7} ", "bold"), f"{command.label}: {command.help}")
