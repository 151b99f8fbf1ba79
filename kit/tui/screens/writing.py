"""Writing an activity of one's own: every part of it in a list, what it is for beside it, and what is wrong under it."""

import asyncio
from collections.abc import Callable, Iterable

from textual import on
from textual.containers import Container, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets.option_list import Option

from kit.content.literal import example
from kit.content.vocabulary import KINDS
from kit.desk.trying import try_out
from kit.desk.writing import WHOLE, Row, Writing
from kit.model import Ask, Form, Refusal
from kit.model.text import clean_line
from kit.tui.choices import Choices, heading, option
from kit.tui.commands import Command
from kit.tui.frame import KitScreen
from kit.tui.screens.ask import AskLine
from kit.tui.screens.choose import Choose
from kit.tui.screens.long_words import LongWords
from kit.tui.screens.tell import Tell
from kit.tui.text import Content, Words, lines, styled

COMMANDS = (
    Command("writing.undo", "f3,ctrl+z", "Undo", "Take back the last change."),
    Command("writing.try_it", "f5", "Try it", "Let made-up people play it: 4, 11 and 35 of them."),
    Command("writing.add", "f6,insert", "Add a step", "Put a step in after this one."),
    Command("writing.earlier", "f7,alt+up", "Up", "Move this step up."),
    Command("writing.later", "f8,alt+down", "Down", "Move this step down."),
    Command("writing.remove", "delete,ctrl+x", "Empty", "Empty this part; on the name of a step, take the step out."),
    Command("writing.back", "escape,backspace,left", "Back", "Go back. All changes are kept.", always=True),
)


class WritingScreen(KitScreen):
    """One activity that is being written."""

    CSS_PATH = "writing.tcss"
    COMMANDS_HERE = COMMANDS
    BINDINGS = [c.binding for c in COMMANDS]  # noqa: RUF012 - Textual's own type

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self.writing = writing
        self._rows: list[Row | None] = []

    @property
    def where(self) -> tuple[str, ...]:
        """The activity."""
        return ("Your activities", self.writing.title)

    def body(self) -> Iterable[Widget]:
        """The list, the words beside it, and what is wrong."""
        yield Container(Choices(id="blocks"), VerticalScroll(Words(id="words"), id="pane", can_focus=False), id="both")
        yield Vertical(Words(id="sums"), Words(id="notice"), id="below")

    def on_mount(self) -> None:
        """Show what there is."""
        self._show(0)
        self.query_one("#notice", Words).say(self.writing.told)

    @property
    def row(self) -> Row | None:
        """The part with the mark."""
        place = self.query_one(Choices).highlighted
        return self._rows[place] if place is not None and place < len(self._rows) else None

    def _show(self, at: int) -> None:
        self._rows, options, step = [], [], WHOLE
        for row in self.writing.rows:
            if row.place != step:
                step = row.place
                self._rows.append(None)
                options.append(heading(f"Step {step + 1}"))
            self._rows.append(row)
            options.append(_option(row))
        self.query_one(Choices).choose_from(options, at)
        mark = "! " if self.writing.wrong else "" if self.writing.problems else "✓ "
        self.query_one("#sums", Words).say(f"{mark}{self.writing.standing[0]}")
        self.show_frame()

    @on(Choices.OptionHighlighted)
    def _highlighted(self) -> None:
        if row := self.row:
            self.query_one("#words", Words).say(_about(row))

    @on(Choices.OptionSelected)
    def _chosen(self) -> None:
        self.once(self._edit)

    async def _edit(self) -> None:
        row = self.row
        if row is None:
            return
        if (typed := await self._asked(row)) is not None:
            self._change(lambda: self.writing.put(row.place, row.field.name, typed))

    async def _asked(self, row: Row) -> str | None:
        """What somebody puts into a part; None where they leave it."""
        field, name = row.field, _name(row)
        rows = ("yes", "no") if field.type == "yes-no" else field.choices
        if rows and field.type != "list":
            at = rows.index(row.words) if row.words in rows else 0
            place = await self.app.push_screen_wait(Choose(name, rows, at, field.help))
            return None if place is None else rows[place]
        if field.type in ("text", "list", "numbers"):
            about = f"{field.help} One a line." if field.type != "text" else field.help
            return await self.app.push_screen_wait(LongWords(name, about, row.words))
        given = await self.app.push_screen_wait(AskLine(name, Ask(Form.WORDS, field.help), row.words))
        return None if given is None else str(given)

    def _change(self, act: Callable[[], Refusal | None], move: int = 0) -> None:
        """Do one thing, and show what came of it. The mark moves by so many rows."""
        at = self.query_one(Choices).highlighted or 0
        refused = act()
        self._show(max(0, at + move))
        self.query_one("#notice", Words).say(f"! {refused}" if refused else "✓ Kept.")

    def action_undo(self) -> None:
        """Take back the last change."""
        self._change(self.writing.undo)

    def action_remove(self) -> None:
        """Empty a part, or take a step out."""
        row = self.row
        if row and row.place != WHOLE and row.field.name == "kind":
            self._change(lambda: self.writing.remove_step(row.place))
        elif row:
            self._change(lambda: self.writing.put(row.place, row.field.name, ""))

    def action_earlier(self) -> None:
        """Move a step up."""
        self._move(-1)

    def action_later(self) -> None:
        """Move a step down."""
        self._move(1)

    def _move(self, by: int) -> None:
        row = self.row
        if row is None or row.place == WHOLE:
            return
        place = row.place
        refused = self.writing.move_step(place, place + by)
        there = next((n for n, one in enumerate(self.writing.rows) if one.place == place + by and one.field.name == "kind"), 0)
        self._show(there + place + by + 1 if not refused else self.query_one(Choices).highlighted or 0)
        self.query_one("#notice", Words).say(f"! {refused}" if refused else "✓ Kept.")

    def action_add(self) -> None:
        """Add a step."""
        self.once(self._add)

    async def _add(self) -> None:
        kinds = tuple(KINDS.values())
        rows = tuple(f"{kind.name}: {kind.help}" for kind in kinds)
        after = self.row.place if self.row and self.row.place != WHOLE else len(self.writing.steps) - 1
        place = await self.app.push_screen_wait(Choose("What does the room do?", rows))
        if place is not None:
            self._change(lambda: self.writing.add_step(kinds[place].name, after))

    def action_try_it(self) -> None:
        """Let made-up people play it."""
        self.once(self._try)

    async def _try(self) -> None:
        activity = self.writing.activity
        if activity is None:
            await self.app.push_screen_wait(Tell("It cannot be tried yet", self.writing.standing))
        else:
            told = await asyncio.to_thread(try_out, activity)
            await self.app.push_screen_wait(Tell("Tried with made-up people", told))


def _name(row: Row) -> str:
    return row.field.name.replace("_", " ").capitalize()


def _option(row: Row) -> Option:
    words = clean_line(row.words)
    mark = words or ("…" if row.field.required else "")
    return option("", _name(row), mark, width=16)


def _about(row: Row) -> Content:
    choices = f" One of: {', '.join(row.field.choices)}." if row.field.choices and row.field.type == "choice" else ""
    shown = example(row.field)
    such = f"Such as: {' / '.join(map(str, shown)) if isinstance(shown, tuple) else shown}"
    return lines(styled(_name(row), "$label bold"), row.words or styled("Nothing yet. Enter writes here.", "$quiet"), "",
                 styled(f"{row.field.help}{choices}", "$quiet"), styled(such, "$quiet"))
