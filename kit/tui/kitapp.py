"""The app: it owns the home folder, the settings and the way between screens, and no rule of the workshop."""

import asyncio
import gc
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import SystemCommand
from textual.screen import Screen, SystemModalScreen

from kit.desk.settings import Settings, read_settings, save_settings
from kit.store import Programme, StoreProblem
from kit.tui.commands import EVERYWHERE, Command, bindings
from kit.tui.cursor import follow_focus, show_cursor
from kit.tui.frame import KitScreen, first_key
from kit.tui.safe_app import SafeApp
from kit.tui.screens.home import HomeScreen
from kit.tui.twice import Twice

if TYPE_CHECKING:
    from kit.desk.library import Shelf
    from kit.desk.viewing import View
    from kit.desk.world import World
    from kit.tui.idle import Idle
    from kit.tui.screens.programme import AtOnce


class KitApp(SafeApp):
    """Workshop Kit on a whole screen."""

    CSS_PATH = "app.tcss"
    BINDINGS = [*bindings(EVERYWHERE), ("ctrl+c,ctrl+q", "leave", "Quit")]  # noqa: RUF012 - Textual's own type
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, home: Path, *, programme: Programme | None = None, at_once: "AtOnce | None" = None,
                 world: "World | None" = None, settings: Settings | None = None, view: "View | None" = None) -> None:
        """`view` opens a file in the person's viewer; the system's own where there is none."""
        self.settings = settings or read_settings(home)
        super().__init__(self.settings.theme)
        if self.settings.keys:
            self.show_keys()
        self.home = home
        self._first = programme
        self._at_once = at_once
        self._world = world
        self._view = view
        self.twice = Twice()
        self.idle: Idle | None = None
        self.sheets: dict[str, Path] = {}
        """Where the open sheets of locked programmes go, by the programme's id, once somebody was asked."""

    @cached_property
    def world(self) -> "World":
        """The clock and chance."""
        from kit.desk.world import real_world

        return self._world or real_world()

    def view(self, path: Path) -> None:
        """Open a file of ours in the person's viewer. Raises StoreProblem."""
        from kit.desk.viewing import view

        (self._view or view)(path)

    @cached_property
    def shelf(self) -> "Shelf":
        """All activities and plans. Reading them takes a moment: call it in a thread."""
        from kit.desk.library import load_shelf

        return load_shelf(self.home)

    def get_default_screen(self) -> Screen[None]:
        """The first screen."""
        return HomeScreen()

    def on_mount(self) -> None:
        """End well when the terminal closes or the laptop shuts down."""
        show_cursor(self)
        self.screen_change_signal.subscribe(self, self._follow)
        self.call_after_refresh(gc.enable)
        self.end_well()
        if self.settings.lock_after:
            self.watch_idle()
        if self._first is not None:
            self.open_programme(self._first, self._at_once)

    def _follow(self, screen: Screen[Any]) -> None:
        """The terminal's cursor goes along when another screen comes, and when that is laid out anew; not while the app ends."""
        if not self.is_running:
            return
        screen.screen_layout_refresh_signal.unsubscribe(self)
        screen.screen_layout_refresh_signal.subscribe(self, self._point, immediate=True)
        self.call_after_refresh(follow_focus, self)

    def _point(self, screen: Screen[Any]) -> None:
        if screen is self.screen:
            follow_focus(self)

    def on_descendant_focus(self) -> None:
        """The terminal's cursor goes where the focus goes, on every screen."""
        self.call_after_refresh(follow_focus, self)

    def watch_idle(self) -> None:
        """Lock when nobody types, from now on."""
        from kit.tui.idle import LOOK, Idle

        if self.idle is None:
            self.idle = Idle(self)
            self.set_interval(LOOK, self.idle.look)

    def show_theme(self) -> None:
        """Wear the colours that are set, unless NO_COLOR is."""
        self.theme = "bare" if self.no_color else self.settings.theme

    def show_keys(self) -> None:
        """Take the keys that are set, from now on."""
        from kit.tui.keymap import sound

        self.set_keymap(sound(self.settings.keys))

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
        if self.idle and isinstance(event, events.InputEvent):
            self.idle.touched()
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
        """Show the help: about what has the focus, and the keys of the screen we are on."""
        from kit.tui.about import about_focus
        from kit.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen | SystemModalScreen):
            commands = self.screen.commands_now if isinstance(self.screen, KitScreen) else ()
            self.push_screen(HelpScreen(commands, about_focus(self.screen)))

    def show_tour(self) -> None:
        """Show the tour. From now on it is not offered any more, but it stays in the help."""
        from kit.tui.screens.tour import TourScreen

        self.push_screen(TourScreen())
        if not self.settings.toured:
            self.settings = replace(self.settings, toured=True)
            self.run_worker(asyncio.to_thread(self._keep_settings))

    def _keep_settings(self) -> None:
        with suppress(StoreProblem):  # where it cannot be kept, it is offered once more
            save_settings(self.home, self.settings)

    def action_jump(self) -> None:
        """Show a letter at each place of this screen, and go to the one that is pressed."""
        from kit.tui.jumping import Jump, targets

        found = targets(self.screen)
        if found and not isinstance(self.screen, Jump | SystemModalScreen):
            def go(place: int | None) -> None:
                if place is not None:
                    found[place].go()

            self.push_screen(Jump(found), go)

    def action_find(self) -> None:
        """Find anything, from any screen but the one that finds."""
        from kit.tui.screens.find import FindScreen, begin_to_find

        if isinstance(self.screen, KitScreen) and not isinstance(self.screen, FindScreen):
            begin_to_find(self)

    def action_leave(self) -> None:
        """Close the kit, unless the screen asks for the key a second time."""
        if isinstance(self.screen, KitScreen) and self.screen.may_leave():
            self.exit(0)


def _run(screen: KitScreen, command: Command) -> Callable[[], object]:
    def run() -> None:
        screen.kit.twice.press(screen.kit.key_of(command))
        screen.call_later(screen.run_action, command.action)

    return run
