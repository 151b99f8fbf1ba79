"""What every screen has: a line that says where you are, a footer made from the commands, and a sentence for tiny windows."""

from collections.abc import Callable, Coroutine, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.css.query import NoMatches
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from kit.model.text import clean_line
from kit.tui.commands import BACK, EVERYWHERE, Command, key_name
from kit.tui.text import Content, Words, beside, line, styled

if TYPE_CHECKING:
    from textual.worker import WorkType

    from kit.tui.kitapp import KitApp

LEAST = (60, 16)
"""Columns and rows below which a screen is one sentence."""
WIDE, TALL = 100, 30
"""From these on a screen may use its room."""
LOW = 20
"""Below this a screen shows only what it must."""
_GAP = "  "
_NAME, _SHORT_NAME = 60, 20
"""Characters of a name in the line that says where you are: at most, and when the name after it needs room. A sign is left."""
_INTO = "  ›  "


class KitScreen(Screen[None]):
    """A screen of the kit. A screen of its own adds `body` and lists its commands."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (BACK,)
    ABOUT: ClassVar[str] = ""
    """What this screen is for, in a sentence or two of its help."""
    AUTO_FOCUS = "Choices"

    def __init__(self) -> None:
        super().__init__()
        self._at_work = False

    def compose(self) -> ComposeResult:
        """The frame with the body in it."""
        self.fit(self.app.size)
        yield self.top()
        yield from self.body()
        yield Words(id="foot")

    def top(self) -> Widget:
        """The top line."""
        return Words(id="where", classes="top")

    def body(self) -> Iterable[Widget]:
        """What this screen shows between its top line and its footer."""
        raise NotImplementedError

    @property
    def where(self) -> tuple[str, ...]:
        """Where you are, from the outside in."""
        return ()

    @property
    def about_this(self) -> str:
        """What this screen is for."""
        return self.ABOUT

    @property
    def kit(self) -> "KitApp":
        """The app, by its own type."""
        return cast("KitApp", self.app)

    def on_resize(self, event: events.Resize) -> None:
        """Fit everything to the window, or say that it is too small."""
        self.fit(event.size)
        self.query(TooSmall).remove()
        if self.has_class("-too-small"):
            self.mount(TooSmall(event.size))
        self.show_frame()

    def fit(self, size: Size) -> None:
        """Wear the classes of this size: `-narrow`, `-short`, `-low`, `-too-small`."""
        self.set_class(size.width < WIDE, "-narrow")
        self.set_class(size.height < TALL, "-short")
        self.set_class(size.height < LOW, "-low")
        self.set_class(size.width < LEAST[0] or size.height < LEAST[1], "-too-small")

    def on_screen_resume(self) -> None:
        """Coming back: what can be done may have changed."""
        self.show_frame()

    def show_frame(self) -> None:
        """Say again where we are and what can be done."""
        outside = () if self.where and self.size.width < WIDE else ("Workshop Kit",)
        self.query_one("#where", Words).say(_trail((*outside, *self.where), self.size.width - 4), layout=False)
        self.query_one("#foot", Words).say(footer(self.kit, self.commands_now, self.size.width - 4), layout=False)

    @property
    def commands_now(self) -> list[Command]:
        """What can be done at this moment, here and everywhere."""
        return [c for c in (*self.COMMANDS_HERE, *EVERYWHERE) if self.check_action(c.action, ())]

    def anew(self, work: Callable[[], Coroutine[Any, Any, None]], group: str = "look") -> None:
        """Begin this work, in place of what is going on in its group. Where the screen has gone by then, it never begins."""
        self.run_worker(cast("WorkType[None]", partial(self._while_here, work)), exclusive=True, group=group)

    def once(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Begin this work unless some is going on: a key pressed twice does a thing once."""
        if not self._at_work:
            self._at_work = True
            self.run_worker(self._to_its_end(work))

    async def _to_its_end(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        try:
            await self._while_here(work)
        finally:
            self._at_work = False

    async def _while_here(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Do this work. Where somebody left the screen meanwhile, what it would have shown has no place any more."""
        try:
            await work()
        except NoMatches:
            if self in self.app.screen_stack:
                raise

    def may_leave(self) -> bool:
        """Whether the kit may close now. A letter is soon typed by mistake, so it asks at first."""
        key = self.kit.twice.key
        if len(key) != 1 or self.kit.twice.again():
            return True
        self.query_one("#foot", Words).say(f"Press {key} again to quit.", layout=False)
        return False

    def action_tour(self) -> None:
        """Show the tour."""
        self.kit.show_tour()

    def action_back(self) -> None:
        """Go back."""
        self.app.pop_screen()


class TooSmall(Words):
    """What stands in a window that is too small for anything else."""

    def __init__(self, size: Size) -> None:
        super().__init__(f"This window has {size.width} columns and {size.height} rows. "
                         f"Please make it at least {LEAST[0]} by {LEAST[1]}.")


def page(*widgets: Widget) -> VerticalScroll:
    """A body that scrolls as one."""
    return VerticalScroll(*widgets, classes="page")


def _trail(parts: tuple[str, ...], width: int) -> Content:
    """Where you are, with the last part in bold. Names outside of it are cut first, so that it stays whole."""
    *outside, last = [_cut(clean_line(part), _NAME) for part in parts]
    left = width - cell_len(last) - len(_INTO) * len(outside)
    while outside and sum(map(cell_len, outside)) > left and cell_len(max(outside, key=cell_len)) > _SHORT_NAME:
        longest = max(range(len(outside)), key=lambda place: cell_len(outside[place]))
        outside[longest] = _cut(outside[longest], len(outside[longest]) - 1)
    before = "".join(f"{name}{_INTO}" for name in outside)
    return beside(styled(before, "$quiet"), styled(last, "bold"))


def _cut(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name.removesuffix('…')[:most - 1].rstrip()}…"


def footer(kit: "KitApp", commands: Iterable[Command], width: int) -> Content:
    """As many commands as fit, in their order. Those that are always there have their room first."""
    shown = [command for command in commands if command.in_footer]
    items = {c.id: beside(styled(kit.key_of(c), "$label bold"), " ", line(c.label)) for c in shown}
    left = width - sum(items[c.id].cell_length + len(_GAP) for c in shown if c.always)
    kept: list[Content] = []
    for command in shown:
        room = 0 if command.always else items[command.id].cell_length + len(_GAP)
        if room <= left:
            left -= room
            kept.append(items[command.id])
    return Content(_GAP).join(kept)


def first_key(command: Command, changed: dict[str, str]) -> str:
    """The key that is shown for a command, after a person's own changes."""
    return key_name(changed.get(command.id, command.keys).split(",")[0])
