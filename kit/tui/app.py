"""The way in: run the app and give its exit code. Textual is loaded inside, so that importing this costs nothing."""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.desk.secondscreen import SecondScreen
    from kit.desk.settings import Settings
    from kit.store import Programme
    from kit.tui.screens.programme import AtOnce


def run_app(home: Path, *, programme: "Programme | None" = None, plan_id: str | None = None, fresh: bool = False,
            site: str = "", mouse: bool = True) -> int:
    """Run the app until it is closed. Gives the exit code: 0 done, 3 where the kit itself failed.

    With a programme its workshop is run at once: the one that is not over, or with `fresh` a new one; of this plan, where
    `plan_id` names one, and at this site. `mouse=False` leaves the mouse to the terminal, whatever the settings say.
    """
    gc.disable()  # loading makes many objects and no waste: without the collector the start is a tenth shorter
    from kit.tui.kitapp import KitApp
    from kit.tui.safe_app import FAILED

    try:
        at_once = _at_once(plan_id, fresh, site) if programme else None
        app = KitApp(home, programme=programme, at_once=at_once)
        app.run(mouse=mouse and app.settings.mouse)
    except Exception as error:
        from kit.tui.crash import sentence

        print(sentence(error), file=sys.stderr)
        return FAILED
    return app.return_code or 0


def run_room(second: "SecondScreen", settings: "Settings", look: str) -> int:
    """Show the second screen until it is closed. Gives the exit code, as `run_app` does."""
    from kit.tui.keymap import sound
    from kit.tui.room.app import RoomApp
    from kit.tui.safe_app import FAILED

    try:
        app = RoomApp(second, theme=settings.theme, look=look, keys=sound(settings.keys))
        app.run(mouse=False)
    except Exception as error:
        from kit.tui.crash import sentence

        print(sentence(error), file=sys.stderr)
        return FAILED
    return app.return_code or 0


def _at_once(plan_id: str | None, fresh: bool, site: str) -> "AtOnce":
    from kit.tui.screens.programme import AtOnce

    return AtOnce(plan_id, fresh, site=site)
