"""The plan of the room: each table as a shape with its people. Two names, one after the other, change places.

Tab goes to the names, arrows go from name to name, Enter or a click picks one up. It is the facilitator's own: the room's
view says only where to sit.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Grid, Vertical
from textual.message import Message

from kit.desk.workshop import Answered, Workshop
from kit.model import Ask, Form, Refusal, TableView
from kit.model.text import counted
from kit.tui.cursor import point_at
from kit.tui.text import Words, beside, line, styled

_STAYS = "stays"
_PICKED = "▸ "


class RoomPlan(Grid):
    """Tables with people at them."""

    @dataclass
    class Swap(Message):
        """Two people are to change places."""

        one: str
        two: str

    def __init__(self) -> None:
        super().__init__(id="room-plan")
        self._shown: tuple[TableView, ...] = ()
        self._picked: Seat | None = None

    def show(self, tables: tuple[TableView, ...]) -> bool:
        """Show these tables; none of them, and the plan is not there. Whether they are others than before."""
        self.display = bool(tables)
        others = tables != self._shown
        if others:
            self._shown, self._picked = tables, None
            self.remove_children()
            self.mount_all(TableShape(table) for table in tables)
        return others

    def pick(self, seat: "Seat") -> None:
        """Pick somebody up; or, with somebody picked up before, let the two change places."""
        before, self._picked = self._picked, seat
        if before is None:
            seat.mark(True)
            return
        before.mark(False)
        self._picked = None
        if before is not seat:
            self.post_message(self.Swap(before.person, seat.person))

    def step(self, seat: "Seat", by: int) -> None:
        """Go from a name to the next one, or the one before."""
        seats = list(self.query(Seat))
        seats[(seats.index(seat) + by) % len(seats)].focus()


class TableShape(Vertical):
    """One table: its name, what it offers, and its people, in a frame."""

    def __init__(self, table: TableView) -> None:
        super().__init__(classes="table")
        self._table = table

    def compose(self) -> ComposeResult:
        """A line for the table, and one for each person."""
        table = self._table
        size = counted(len(table.people), "person", "people")
        yield Words(beside(styled(table.name, "bold $label"), styled(f"  {size}", "$quiet")))
        if table.features:
            yield Words(styled(", ".join(table.features), "$label"))
        for name in self._table.people:
            yield Seat(name, stays=name in self._table.staying)


class Seat(Words, can_focus=True):
    """A person at a table."""

    BINDINGS = [  # noqa: RUF012 - Textual's own type
        Binding("enter,space", "pick", show=False), Binding("down,right", "step(1)", show=False),
        Binding("up,left", "step(-1)", show=False)]

    def __init__(self, person: str, *, stays: bool) -> None:
        super().__init__(classes="seat")
        self.person = person
        self._stays = stays
        self.mark(False)

    @property
    def about_this(self) -> str:
        """What can be done with a name."""
        return f"{self.person}, at a table. Enter on this name and then on another lets the two change places. Arrows go on."

    def mark(self, picked: bool) -> None:
        """Show whether this person is picked up."""
        note = f" ({_STAYS})" if self._stays else ""
        self.say(line(f"{_PICKED if picked else ''}{self.person}{note}"))
        self.set_class(picked, "-picked")

    def on_focus(self) -> None:
        """The terminal's cursor follows."""
        self.scroll_visible(animate=False)
        self.call_after_refresh(lambda: point_at(self.app, self.content_region.offset))

    def on_click(self, event: events.Click) -> None:
        """A click picks up."""
        event.stop()
        self.action_pick()

    def action_pick(self) -> None:
        """Pick this person up, or let them change places with the one who is picked up."""
        self._plan.pick(self)

    def action_step(self, by: int) -> None:
        """Go to another name."""
        self._plan.step(self, by)

    @property
    def _plan(self) -> RoomPlan:
        return next(node for node in self.ancestors if isinstance(node, RoomPlan))


def swapping(workshop: Workshop, names: Iterable[str]) -> Callable[[], Answered]:
    """The command by which two people change places, from either question about the tables."""
    wanted = tuple(names)

    def command() -> Answered:
        if workshop.prompt.ask.form is Form.CHOICE:
            opened = workshop.answer("swap")
            if isinstance(opened, Refusal):
                return opened
        return workshop.answer(_keys(workshop.prompt.ask, wanted))

    return command


def _keys(ask: Ask, names: tuple[str, ...]) -> list[str]:
    """The keys of the options that are these people: each is its number and the name."""
    return [option.key for option in ask.options if option.words.removeprefix(f"{option.key} ") in names]
