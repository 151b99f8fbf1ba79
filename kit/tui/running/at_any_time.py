"""What can be kept at any moment: a topic for later, a private note, a word that needs plain words, a head count."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from kit.model import Ask, Form
from kit.tui.running.filing import file_picture
from kit.tui.screens.ask import AskLine

if TYPE_CHECKING:
    from kit.tui.screens.run import RunScreen


class AtAnyTime:
    """Actions of the run screen."""

    def action_park(self) -> None:
        """Keep a topic for later."""
        self._ask("Park a topic", Ask(Form.WORDS, "What should we come back to?"), "parked", lambda words: {"text": words})

    def action_note(self) -> None:
        """Keep a private note."""
        self._ask("A note that only you see", Ask(Form.WORDS, "What do you want to keep?"), "note", lambda words: {"text": words})

    def action_jargon(self) -> None:
        """Keep a word that somebody used."""
        self._ask("Jargon we heard", Ask(Form.MEANING, "Which word was it, and what are plain words for it?"), "term", dict)

    def action_people(self) -> None:
        """Say how many people are here now."""
        self._ask("Head count", Ask(Form.NUMBER, "How many people are here now?", least=1, most=500), "attendance",
                  lambda number: {"people": number})

    def action_slips(self) -> None:
        """Type up a stack of slips."""
        from kit.desk.slips import asked_in
        from kit.tui.typing_up import type_up

        run = cast("RunScreen", self)
        workshop = run.workshop
        run.once(lambda: type_up(run.app, asked_in(workshop.script),
                                 lambda kind, question: (workshop.slips(kind, question), lambda: None), run.answering.tell))

    def action_picture(self) -> None:
        """Give a drawing its picture."""
        run = cast("RunScreen", self)
        run.once(lambda: file_picture(run))

    def _ask(self, title: str, ask: Ask, kind: str, content: Callable[[Any], Mapping[str, Any]]) -> None:
        run = cast("RunScreen", self)

        def keep(value: Any) -> None:
            if value is not None:
                run.take(lambda: run.workshop.note(kind, content(value)))

        run.app.push_screen(AskLine(title, ask), keep)
