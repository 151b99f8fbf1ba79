"""What a person does to a plan by keys: each action is one change, handed to the desk."""

from collections.abc import Callable, Sequence
from typing import Any

from textual import on

from kit.desk import plan_acts
from kit.desk.drafting import Draft
from kit.engine.planning import Planned
from kit.engine.spots import Spot, block_at, spots
from kit.model import Ask, Block, Form, Plan
from kit.model.schedule import letters
from kit.model.text import clean_line, cut_short
from kit.tui.choices import Choices
from kit.tui.frame import KitScreen
from kit.tui.planning.day import Day
from kit.tui.screens.ask import AskLine
from kit.tui.screens.choose import Choose
from kit.tui.screens.plan_words import OF_A_BLOCK, OF_A_GROUP, OF_THE_DAY, PARTS

STEP, BIG_STEP = 5, 15
"""Minutes that an arrow gives or takes, and with Shift."""

Then = Callable[[Plan, Plan], Spot]
"""From the plan before and after a change: the block that is highlighted then."""


class Editing(KitScreen):
    """A screen on which one block of a plan is highlighted and can be changed."""

    day: Day | None
    draft: Draft | None

    @property
    def spot(self) -> Spot | None:
        """The spot of the block that is highlighted; None where none is."""
        raise NotImplementedError

    @property
    def number(self) -> str:
        """Its number; empty where none is."""
        raise NotImplementedError

    def change(self, act: Callable[[Draft], Planned], then: Then | None = None, said: str = "Kept") -> None:
        """Make one change, behind those that are not kept yet. `then` says which block is highlighted after it."""
        raise NotImplementedError

    def _minutes(self, by: int) -> None:
        if number := self.number:
            self.change(lambda draft: plan_acts.set_parts(draft, number, [f"minutes={by:+}"]))

    def action_longer(self) -> None:
        """Five minutes more."""
        self._minutes(STEP)

    def action_shorter(self) -> None:
        """Five minutes less."""
        self._minutes(-STEP)

    def action_much_longer(self) -> None:
        """Fifteen minutes more."""
        self._minutes(BIG_STEP)

    def action_much_shorter(self) -> None:
        """Fifteen minutes less."""
        self._minutes(-BIG_STEP)

    def action_earlier(self) -> None:
        """Move the block up."""
        self._move(-1)

    def action_later(self) -> None:
        """Move the block down."""
        self._move(1)

    def _move(self, by: int) -> None:
        spot = self.spot
        if spot and int(spot[-1]) + by >= 0:
            number, to = self.number, (*spot[:-1], int(spot[-1]) + by)
            head = number.rstrip("0123456789")
            self.change(lambda draft: plan_acts.move(draft, number, f"{head}{int(to[-1]) + 1}"), lambda _, __: to)

    def action_copy(self) -> None:
        """The same block once more."""
        number, spot = self.number, self.spot
        if spot:
            self.change(lambda draft: plan_acts.copy(draft, number), lambda _, __: (*spot[:-1], int(spot[-1]) + 1))

    def action_park(self) -> None:
        """Keep the block for another time, or bring it back to the end of the day."""
        number = self.number
        if number.startswith("p"):
            self.change(lambda draft: plan_acts.move(draft, number, str(len(draft.plan.blocks) + 1)),
                        lambda _, plan: ("blocks", len(plan.blocks) - 1))
        elif number:
            self.change(lambda draft: plan_acts.park(draft, number))

    def action_remove(self) -> None:
        """Take the block out."""
        if number := self.number:
            self.change(lambda draft: plan_acts.remove(draft, number))

    def action_undo(self) -> None:
        """Take back the last change."""
        self.change(lambda draft: draft.undo(), _first_other, "Undone")

    def action_redo(self) -> None:
        """Do again what was undone."""
        self.change(lambda draft: draft.redo(), _first_other, "Done again")

    def action_add(self) -> None:
        """Add an activity from the shelf, or a plain block, after the one that is highlighted."""
        from kit.tui.screens.find_activity import FindActivity

        spot = self.spot or ("blocks", -1 if self.query_one(Choices).highlighted == 0 else 0)
        inside = spot[0] == "parked" or self.day is None
        to: Spot = ("blocks", len(self.day.script.plan.blocks) if self.day else 0) if inside else (*spot[:-1], int(spot[-1]) + 1)
        number = self.number.rpartition(".")[0]
        place = f"{number}.{int(to[-1]) + 1}" if number else str(int(to[-1]) + 1)

        def add(what: str | None) -> None:
            if what:
                self.change(lambda draft: plan_acts.add(draft, what, place), lambda _, __: to)

        activities = self.draft.activities.values() if self.draft else ()
        self.app.push_screen(FindActivity(tuple(activities)), add)

    def action_split(self) -> None:
        """Let groups do the block side by side."""
        number = self.number

        def split(names: Any) -> None:
            if names:
                self.change(lambda draft: plan_acts.split(draft, number, str(names).split(",")))

        self.app.push_screen(AskLine("Side by side", Ask(Form.WORDS, "Which groups? Put a comma between their names.")), split)

    @on(Choices.OptionSelected)
    def _chosen(self) -> None:
        if self.draft:
            self._edit_block() if self.spot else self._edit_day()

    def _edit_block(self) -> None:
        assert self.day is not None
        assert self.spot is not None
        block, number = block_at(self.day.script.plan, self.spot), self.number
        names = [name for name in OF_A_BLOCK if name not in ("minutes", "least") or not block.strands]
        groups = [f"{what}.{letter}" for letter, _ in zip(letters(), block.strands, strict=False) for what in OF_A_GROUP]
        self._edit(block, clean_line(block.title), number, groups + names)

    def _edit_day(self) -> None:
        assert self.day is not None
        self._edit(self.day.script.plan, "The whole plan", plan_acts.DAY, OF_THE_DAY)

    def _edit(self, noun: Block | Plan, title: str, number: str, names: Sequence[str]) -> None:
        """Choose a part, type it, keep it."""
        def ask(place: int | None) -> None:
            if place is not None:
                name = names[place]
                line = AskLine(title, Ask(Form.WORDS, ". ".join(_part(name)), optional=True), _typed(noun, name))
                self.app.push_screen(line, lambda words: self._set(number, name, words, _typed(noun, name)))

        rows = tuple(f"{_part(name)[0]}: {cut_short(_typed(noun, name), 44) or '…'}" for name in names)
        self.app.push_screen(Choose(f"{cut_short(title, 60)}: what do you want to change?", rows), ask)

    def _set(self, number: str, name: str, words: Any, before: str) -> None:
        if words is not None and words != before:
            self.change(lambda draft: plan_acts.set_parts(draft, number, [f"{name}={words}"]))


def _part(name: str) -> tuple[str, str]:
    """What a part is called, and what to type."""
    what, _, letter = name.partition(".")
    if letter:
        called, help = OF_A_GROUP[what]
        return called.format(letter=letter), help
    return PARTS[name]


def _typed(noun: Block | Plan, name: str) -> str:
    what, _, letter = name.partition(".")
    if letter and isinstance(noun, Block):
        strand = next(strand for each, strand in zip(letters(), noun.strands, strict=False) if each == letter)
        return strand.title if what == "group" else strand.place
    value = getattr(noun, name)
    return "" if value == 0 else " ".join(str(value).split("\n"))


def _first_other(before: Plan, after: Plan) -> Spot:
    """The first block that is not as it was."""
    old = {spot: block for spot, _, block in spots(before)}
    return next((spot for spot, _, block in spots(after) if old.get(spot) != block and not block.strands), ("blocks", 0))
