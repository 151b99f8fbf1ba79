"""The second screen in a terminal: it follows the programme, and paints what the whole room may see."""

import asyncio
from collections.abc import Callable, Mapping

from textual import events
from textual.app import ComposeResult

from kit.desk.secondscreen import POLL, SecondScreen
from kit.engine.calm import LOOKS
from kit.model.text import clean_line
from kit.model.wall import NOW
from kit.store import StoreProblem
from kit.tui.commands import bindings
from kit.tui.half_blocks import in_colour, without_colour
from kit.tui.room.commands import COMMANDS, said
from kit.tui.room.painting import Face, Picture, Rows, paint
from kit.tui.safe_app import SafeApp
from kit.tui.text import Words, lines
from kit.tui.twice import Twice

HINT = "B blanks it. ? shows all keys."
"""Shown until the first key or the first change."""
_BLANK = "This screen is blank. B shows it again."
"""Only where it is blank from its start: otherwise there is nothing at all."""
_CLOSING = "Press Q again to close the second screen."
_TICK = 1.0
"""Seconds between two looks at the clock. It is painted only when what it says has changed."""


class RoomApp(SafeApp):
    """One programme's second screen."""

    CSS = "Screen { background: $background; color: $foreground; overflow: hidden; } #wall { height: 1fr; text-wrap: nowrap; }"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [*bindings(COMMANDS), ("ctrl+c,ctrl+q", "leave", "Close")]  # noqa: RUF012 - Textual's own type

    def __init__(self, second: SecondScreen, *, theme: str = "ink", look: str = LOOKS[0],
                 keys: Mapping[str, str] | None = None) -> None:
        """`keys`: those that somebody has changed, by the command's id."""
        super().__init__(theme)
        self._keys = dict(keys or {})
        if self._keys:
            self.set_keymap(self._keys)
        self.second = second
        self._look = look
        self._part = 0
        self._parts = 1
        self._sign = ""
        self._told = ""
        self._picture: tuple[str, bytes] = ("", b"")
        """The name and the bytes of the picture that was read last."""
        self._painted: object = None
        self._twice = Twice()

    def compose(self) -> ComposeResult:
        """One widget: what is in it is painted."""
        yield Words(id="wall")

    async def on_mount(self) -> None:
        """Follow from now on."""
        self.end_well()
        await self.follow()
        self._sign = HINT
        await self._show()
        self.set_interval(POLL, self.follow)
        self.set_interval(_TICK, self.paint)

    def on_resize(self) -> None:
        """The window has another size."""
        self.call_after_refresh(self.paint)

    async def on_event(self, event: events.Event) -> None:
        """Note each key as it comes. The first one takes the list of keys from the screen."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._twice.press(event.key)
            self._sign = self._told = ""
            self.call_later(self.paint)
        await super().on_event(event)

    async def follow(self) -> None:
        """Look whether anything else is to be shown, and show it. What is read is read in a thread."""
        page = self.second.wall.page.name, self.second.wall.page.heading
        if await asyncio.to_thread(self.second.look):
            wall, self._sign = self.second.wall, ""
            self._part = self._part if page == (wall.page.name, wall.page.heading) else 0
            await self._show()

    async def _show(self) -> None:
        """Show what was read last, with its picture."""
        await asyncio.to_thread(self._fetch)
        self.paint()

    def paint(self) -> None:
        """Paint what is on show, where that is not what was painted last."""
        wall, time = self.second.wall, self.second.time
        sign = self._told or self.second.trouble or self._sign
        shown = time and (time.left, time.seconds // 60, round(time.part * self.size.width))
        now = wall, shown, self._look, sign, self._part, self.size, self._picture[0], self.theme
        if now == self._painted or not self.size:
            return
        self._painted = now
        if wall.blank:
            self.query_one("#wall", Words).say(_BLANK if self._sign else "")
            return
        place = f"Page {wall.place} of {len(wall.pages)}." if wall.place > 1 else ""
        sign = clean_line(" ".join(filter(None, (place, sign))))
        painted = paint(Face(wall.page, time, self._look, sign, self._part, self._drawing()), *self.size)
        self._parts, self._part = painted.parts, min(self._part, painted.parts - 1)
        self.query_one("#wall", Words).say(lines(*painted.rows), layout=False)

    def _drawing(self) -> Picture | None:
        """What paints the picture of the page, where it has one that can be read."""
        name, data = self._picture
        if not data or name != self.second.wall.page.picture:
            return None

        def draw(wide: int, high: int) -> Rows:
            from kit.paperin.pictures import pixels

            rows = pixels(data, wide, 2 * high)
            return without_colour(rows) if self.no_color else in_colour(rows)

        return draw

    def _fetch(self) -> None:
        """Read the picture of the page that is on show."""
        name = self.second.wall.page.picture
        if name == self._picture[0] or self.second.wall.blank:
            return
        try:
            self._picture = name, self.second.picture(name) if name else b""
        except StoreProblem:
            self._picture = name, b""

    async def _tell(self, command: Callable[[], str]) -> None:
        self._told = await asyncio.to_thread(command)
        await self.follow()
        self.paint()

    async def action_blank(self) -> None:
        """Show nothing at all, or show it again."""
        await self._tell(self.second.blank)

    async def action_show(self) -> None:
        """Show what is asked now, also on a screen that is blank."""
        if self.second.wall.blank:
            await self._tell(self.second.blank)
        await self._tell(lambda: self.second.show(NOW))

    async def action_after(self) -> None:
        """Show the next page."""
        await self._tell(lambda: self.second.turn(1))

    async def action_before(self) -> None:
        """Show the page before."""
        await self._tell(lambda: self.second.turn(-1))

    async def action_more(self) -> None:
        """Show the next part of a long page, or after its last part the next page."""
        await self._on(1)

    async def action_less(self) -> None:
        """Show the part before, or before the first part the page before."""
        await self._on(-1)

    async def _on(self, step: int) -> None:
        if 0 <= self._part + step < self._parts:
            self._part += step
            self.paint()
        else:
            await self._tell(lambda: self.second.turn(step))

    def action_time(self) -> None:
        """Tell the time in the next way."""
        self._look = LOOKS[(LOOKS.index(self._look) + 1) % len(LOOKS)]
        self.paint()

    def action_colours(self) -> None:
        """Dark words on white, or light words on black."""
        if not self.no_color:
            self.theme = "paper" if self.theme == "ink" else "ink"
            self.paint()

    def action_keys(self) -> None:
        """Show the keys."""
        self._sign = said(self._keys)
        self.paint()

    def action_leave(self) -> None:
        """Close, on the second press of the same key: a projector must not show a prompt by mistake."""
        if self._twice.again():
            self.exit(0)
        self._told = _CLOSING
        self.paint()
