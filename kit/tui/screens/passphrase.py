"""A small window that asks for a passphrase. What is typed is shown as dots, and kept nowhere."""

import asyncio

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from kit.store import Programme, StoreProblem
from kit.tui.answer_line import AnswerLine
from kit.tui.text import Words, styled


class Passphrase(ModalScreen[Programme | None]):
    """Opens a locked programme; gives it unlocked, or None where somebody leaves it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [("escape", "cancel", "Leave it")]  # noqa: RUF012 - Textual's own type

    def __init__(self, programme: Programme) -> None:
        super().__init__()
        self.programme = programme

    def compose(self) -> ComposeResult:
        """The question, the line, and what to do."""
        with Vertical(classes="box"):
            yield Words(styled(self.programme.name, "$label bold"))
            yield Words("Type its passphrase, or the code on its recovery sheet.")
            yield AnswerLine(password=True)
            yield Words(classes="notice")
            yield Words("Enter opens it. Esc goes back.", classes="keys")

    @on(AnswerLine.Submitted)
    async def _entered(self, event: AnswerLine.Submitted) -> None:
        from kit.desk.locking import unlocked

        try:
            opened = await asyncio.to_thread(unlocked, self.programme, event.value)
        except StoreProblem as problem:
            notice = self.query_one(".notice", Words)
            notice.display = True
            notice.say(f"! {problem}")
        else:
            self.dismiss(opened)

    def action_cancel(self) -> None:
        """Leave it."""
        self.dismiss(None)
