"""What every small window has: help at one key, which tells about what has the focus in it."""

from typing import TYPE_CHECKING, TypeVar, cast

from textual.screen import ModalScreen

from kit.tui.commands import HELP

if TYPE_CHECKING:
    from kit.tui.kitapp import KitApp

Result = TypeVar("Result")


class SmallWindow(ModalScreen[Result]):
    """A window over a screen that asks for one thing, or tells one."""

    BINDINGS = [HELP.binding]  # noqa: RUF012 - Textual's own type

    def action_help(self) -> None:
        """Tell about what has the focus. Keys of the app do not reach it from here."""
        cast("KitApp", self.app).action_help()
