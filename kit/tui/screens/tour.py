"""The tour: a few short cards, one key to go on, and one to leave them."""

from collections.abc import Iterable

from textual.widget import Widget

from kit.desk.tour import CARDS
from kit.tui.commands import Command
from kit.tui.cursor import point_at
from kit.tui.frame import KitScreen, page
from kit.tui.text import Words, lines, styled

COMMANDS = (
    Command("tour.on", "enter,space,right,pagedown", "Next", "The next card; after the last one, begin.", always=True),
    Command("tour.before", "left,pageup", "Before", "The card before.", in_footer=False),
    Command("tour.back", "escape,backspace", "Skip", "Leave the tour. Help has it again.", always=True),
)


class TourScreen(KitScreen):
    """One card at a time."""

    ABOUT = "Short cards about the kit. You can leave them at any time."
    COMMANDS_HERE = COMMANDS
    BINDINGS = [c.binding for c in COMMANDS]  # noqa: RUF012 - Textual's own type
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self.place = 0

    @property
    def where(self) -> tuple[str, ...]:
        """Which card it is."""
        return ("Tour", f"{self.place + 1} of {len(CARDS)}")

    def body(self) -> Iterable[Widget]:
        """The card."""
        yield page(Words(id="card"))

    def on_mount(self) -> None:
        """Begin."""
        self._show()

    def _show(self) -> None:
        card = CARDS[self.place]
        words = self.query_one("#card", Words)
        words.say(lines(styled(card.title, "$label bold"), "", card.words, "", f"{self.kit.key_of(COMMANDS[0])} goes on. "
                        f"{self.kit.key_of(COMMANDS[2])} leaves the tour."))
        self.show_frame()
        self.call_after_refresh(lambda: point_at(self.app, words.content_region.offset))

    def action_on(self) -> None:
        """The next card."""
        if self.place + 1 == len(CARDS):
            self.action_back()
        else:
            self.place += 1
            self._show()

    def action_before(self) -> None:
        """The card before."""
        self.place = max(0, self.place - 1)
        self._show()
