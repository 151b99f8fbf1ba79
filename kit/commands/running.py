"""Commands that open a front end: the app, or the plain front end where there is no terminal to paint on."""

import os
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from kit.commands import OK
from kit.commands.opening import found_by, opened
from kit.commands.telling import narrate, tell, tell_json
from kit.desk.home import home_folder
from kit.desk.settings import read_settings
from kit.store import Programme, StoreProblem

if TYPE_CHECKING:
    from kit.desk.secondscreen import SecondScreen


def app(call: Namespace) -> int:
    """Open the kit's first screen."""
    home = home_folder(call.home)
    if not _plain(call, home):
        from kit.tui.app import run_app

        return run_app(home, mouse=_mouse(call, home))
    from kit.desk.library import load_shelf
    from kit.desk.world import real_world
    from kit.line.menu import Menu
    from kit.line.voice import terminal_voice

    Menu(home, load_shelf(home), real_world(), terminal_voice()).run()
    return OK


def run(call: Namespace) -> int:
    """Run a programme's workshop, or go on with the one that is not over."""
    home = home_folder(call.home)
    programme = opened(_programme(home, call.programme))
    if not _plain(call, home):
        from kit.tui.app import run_app

        return run_app(home, programme=programme, plan_id=call.plan, fresh=call.new, site=call.site, mouse=_mouse(call, home))
    from kit.desk.library import load_shelf
    from kit.desk.next_workshop import run_before
    from kit.desk.workshop import open_workshop
    from kit.desk.world import real_world
    from kit.line.conversation import Conversation
    from kit.line.voice import terminal_voice

    shelf = load_shelf(home)
    if not call.new and (before := run_before(programme, shelf, call.plan)):
        raise StoreProblem(f"{before.title} was run to its end already. To run it again: kit run {programme.code} --new. "
                           f"To plan the next workshop: kit stages {programme.code} workshop {before.id}")
    workshop = open_workshop(programme, shelf, real_world(), call.plan, fresh=call.new, site=call.site)
    try:
        Conversation(workshop, terminal_voice()).run()
    finally:
        workshop.close()
    return OK


def room(call: Namespace) -> int:
    """Show what the whole room may see, on the projector, while the app runs the workshop in another window."""
    from kit.desk.secondscreen import SecondScreen
    from kit.desk.world import real_world

    home = home_folder(call.home)
    call.clock = call.clock or read_settings(home).room_clock
    second = SecondScreen(opened(_programme(home, call.programme)), real_world())
    if call.json:
        second.look()
        tell_json(second.wall)
    elif call.browser:
        _serve(second, call, read_settings(home).theme)
    elif _plain(call, home):
        from kit.line.room import follow
        from kit.line.voice import terminal_voice

        follow(second, terminal_voice(), call.clock)
    else:
        from kit.tui.app import run_room

        return run_room(second, read_settings(home), call.clock)
    return OK


def _serve(second: "SecondScreen", call: Namespace, theme: str) -> None:
    """Serve the second screen's page until somebody presses Ctrl and C."""
    from kit.web.server import RoomServer

    second.look()
    with RoomServer(second, call.port, call.clock, theme) as server:
        narrate("Open the address below in a browser on this laptop, and move its window to the projector. F11 fills the screen. "
                "Nothing leaves this laptop. Ctrl and C ends it.")
        tell(server.address)
        sys.stdout.flush()
        server.serve_forever()


def _programme(home: Path, words: str | None) -> Programme:
    from kit.store import list_programmes

    if words:
        return found_by(home, words)
    there = list_programmes(home)
    if len(there) == 1:
        return there[0]
    if not there:
        raise StoreProblem("There is no programme to run yet. Make one with: kit new NAME")
    raise StoreProblem(f"Which programme? Say its name: {', '.join(p.name for p in there[:10])}.")


def _plain(call: Namespace, home: Path) -> bool:
    """Whether to speak plainly: the flag, then KIT_PLAIN, then the setting; always where nothing can be painted."""
    if call.plain or os.environ.get("TERM") == "dumb" or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return True
    if (said := os.environ.get("KIT_PLAIN", "")) != "":
        return said != "0"
    return read_settings(home).plain


def _mouse(call: Namespace, home: Path) -> bool:
    return not call.no_mouse and read_settings(home).mouse
