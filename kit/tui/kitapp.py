"""The app: it owns the home folder, the settings and the way between screens, and no rule of the workshop."""

import asyncio
import gc
import signal
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text
from textual import events
from textual.app import App, SystemCommand
from textual.filter import LineFilter
from textual.screen import Screen

from kit.desk.settings import Settings, read_settings
from kit.store import Programme
from kit.tui.commands import EVERYWHERE, Command, bindings
from kit.tui.crash import sentence
from kit.tui.cursor import show_cursor
from kit.tui.escapes import NoEscapes
from kit.tui.frame import KitScreen, first_key
from kit.tui.screens.home import HomeScreen
from kit.tui.themes import BARE, INK, PAPER
from kit.tui.twice import Twice

if TYPE_CHECKING:
    from kit.desk.library import Shelf
    from kit.desk.world import World
    from kit.tui.screens.programme import AtOnce

FAILED = 3
"""Exit code where the kit itself failed."""


class KitApp(App[int]):
    """Workshop Kit on a whole screen."""

    TITLE = "Workshop Kit"
    CSS_PATH = "app.tcss"
    BINDINGS = [*bindings(EVERYWHERE), ("ctrl+c,ctrl+q", "leave", "Quit")]  # noqa: RUF012 - Textual's own type
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, home: Path, *, programme: Programme | None = None, at_once: "AtOnce | None" = None,
                 world: "World | None" = None, settings: Settings | None = None) -> None:
        bare = "NO_COLOR" in environ
        super().__init__(ansi_color=True if bare else None)
        self.home = home
        self.settings = settings or read_settings(home)
        self._first = programme
        self._at_once = at_once
        self._world = world
        self._escapes = NoEscapes()
        self.twice = Twice()
        self.animation_level = "none"
        for theme in (INK, PAPER, BARE):
            self.register_theme(theme)
        self.set_reactive(App.theme, "bare" if bare else self.settings.theme)  # no watcher, so no second reading of the styles
        self.stylesheet.set_variables(self.get_css_variables())

    @cached_property
    def world(self) -> "World":
        """The clock and chance."""
        from kit.desk.world import real_world

        return self._world or real_world()

    @cached_property
    def shelf(self) -> "Shelf":
        """All activities and plans. Reading them takes a moment: call it in a thread."""
        from kit.desk.library import load_shelf

        return load_shelf(self.home)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, after the one that takes escapes out."""
        return [self._escapes, *super().get_line_filters()]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The kit's own variables, where a theme does not have them."""
        return dict(INK.variables)

    def get_default_screen(self) -> Screen[None]:
        """The first screen."""
        return HomeScreen()

    def on_mount(self) -> None:
        """End well when the terminal closes or the laptop shuts down."""
        show_cursor(self)
        self.call_after_refresh(gc.enable)
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name) and not self.is_headless:
                loop.add_signal_handler(getattr(signal, name), self.exit, 0)
        if self._first is not None:
            self.open_programme(self._first, self._at_once)

    def show_theme(self) -> None:
        """Wear the colours that are set, unless NO_COLOR is."""
        self.theme = "bare" if self.no_color else self.settings.theme

    def open_programme(self, programme: Programme, at_once: "AtOnce | None" = None) -> None:
        """Show a programme's page, and its workshop at once where that is wanted."""
        from kit.tui.screens.programme import ProgrammeScreen

        if programme.sealed and programme.keys is None:
            from kit.tui.screens.passphrase import Passphrase

            self.push_screen(Passphrase(programme), lambda opened: self.open_programme(opened, at_once) if opened else None)
            return
        self.push_screen(ProgrammeScreen(programme, at_once))

    def key_of(self, command: Command) -> str:
        """The key that is shown for a command."""
        return first_key(command, dict(self._keymap))

    async def on_event(self, event: events.Event) -> None:
        """Note each key as it comes. Any other key takes back what "press it again" has asked."""
        if isinstance(event, events.Key) and not event.is_forwarded and self.twice.press(event.key) \
                and isinstance(self.screen, KitScreen):
            self.screen.show_frame()
        await super().on_event(event)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: the very commands that have keys."""
        if isinstance(screen, KitScreen):
            for command in screen.commands_now:
                if command.action != "command_palette":
                    yield SystemCommand(command.label, f"{command.help} ({self.key_of(command)})", _run(screen, command))

    def action_help(self) -> None:
        """Show the help, with the keys of the screen we are on."""
        from kit.tui.screens.help import HelpScreen

        if isinstance(self.screen, KitScreen) and not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen.commands_now))

    def action_leave(self) -> None:
        """Close the kit, unless the screen asks for the key a second time."""
        if isinstance(self.screen, KitScreen) and self.screen.may_leave():
            self.exit(0)

    def _handle_exception(self, error: Exception) -> None:
        """Say one plain sentence and close: no traceback, so that nobody's words are on the screen."""
        self._return_code = FAILED
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._exit_renderables.append(Text(sentence(error)))
        self._close_messages_no_wait()


def _run(screen: KitScreen, command: Command) -> Callable[[], object]:
    def run() -> None:
        screen.kit.twice.press(screen.kit.key_of(command))
        screen.call_later(screen.run_action, command.action)

    return run
