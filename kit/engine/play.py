"""Playing a script of blocks and steps: where the room is, what it is asked, and what it has made. Rebuilt from events."""

from collections.abc import Iterable
from random import Random
from typing import Any

from kit.engine.notes import earlier_note
from kit.engine.opening import opening
from kit.engine.scene import Chance, Left, Made, Place, Scene, StepScript
from kit.engine.steps import SCRIPTS
from kit.model import Ask, Block, Event, Form, Origin, Record, Script, Step, Visible, standing

_BREAK = Step("wait", room="A break.", settings={"quiet": False})
_OVER = Ask(Form.OVER, "The workshop has ended. Thank you.")


class Play:
    """The state of a session: a fold over its events. Only `apply` changes it."""

    def __init__(self, script: Script, place: Place, session: str, seed: str) -> None:
        self.script = script
        self.place = place
        self.session = session
        self.seed = seed
        self.block = 0
        """0 is the opening, 1 the plan's first block, one more than there are blocks the end."""
        self.step = 0
        self.ask: Ask = _OVER
        self.records: list[Record] = []
        self.paused = False
        self.visits: list[tuple[int, str]] = []
        """(block, when) for every time a block was entered."""
        self._running: StepScript | None = None
        self._event = Event(0, "", "")
        self._drawn: list[Any] = []
        self._made = 0
        self._decided = 0

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the block the room is in."""
        if not 1 <= self.block <= len(self.script.plan.blocks):
            return ()
        return steps_of(self.script, self.script.plan.blocks[self.block - 1])

    @property
    def over(self) -> bool:
        """Whether the workshop has come to its end."""
        return self.block > len(self.script.plan.blocks)

    @property
    def standing(self) -> tuple[Record, ...]:
        """The records that count now."""
        return standing(self.records)

    def apply(self, event: Event) -> tuple[Any, ...]:
        """Take one event. Gives back what chance decided because of it, to be kept in the event."""
        self._event, self._drawn = event, list(event.drawn)
        self._made = self._decided = 0
        match event.kind:
            case "begun":
                self._enter(0, 0)
            case "answered":
                self._send(event.data["value"])
            case "done":
                self._send(None)
            case "skipped":
                self._leave()
                self._next_step()
            case "gone_to":
                self._leave()
                self._enter(int(event.data["block"]), 0)
            case "noted":
                self._keep_note(event)
            case "paused" | "carried_on":
                self.paused = event.kind == "paused"
        return tuple(self._drawn)

    def _enter(self, block: int, step: int) -> None:
        if step == 0:
            self.visits.append((block, self._event.at))
        self.block, self.step = block, step
        if self.over:
            self._running, self.ask = None, _OVER
            return
        self._running = self._script_of_step()
        self._send(None)

    def _script_of_step(self) -> StepScript:
        if self.block == 0:
            return opening(self.script.plan, lambda: self.standing)
        step = self.steps[self.step]
        here = (self.script.plan.blocks[self.block - 1].id, self.step + 1)
        return SCRIPTS[step.kind](Scene(step, self.script.plan, self.place, self._series(), here, lambda: self.standing))

    def _series(self) -> int:
        """How many steps of this kind the plan has before this one."""
        blocks = self.script.plan.blocks
        here = self.steps[self.step].kind
        before = [s for block in blocks[: self.block - 1] for s in steps_of(self.script, block)] + list(self.steps[: self.step])
        return sum(s.kind == here for s in before)

    def _next_step(self) -> None:
        if self.step + 1 < len(self.steps):
            self._enter(self.block, self.step + 1)
        else:
            self._enter(self.block + 1, 0)

    def _send(self, value: Any) -> None:
        """Hand the running script a value, then serve it until it asks again or ends."""
        assert self._running is not None
        try:
            self._serve(self._running.send(value))
        except StopIteration:
            self._next_step()

    def _serve(self, wanted: Ask | Made | Chance) -> None:
        assert self._running is not None
        while not isinstance(wanted, Ask):
            wanted = self._running.send(self._keep(wanted) if isinstance(wanted, Made) else self._decide(wanted))
        self.ask = wanted

    def _leave(self) -> None:
        """Let the running script keep what it has, and drop it."""
        if self._running is None:
            return
        try:
            wanted = self._running.throw(Left())
            while isinstance(wanted, Made):
                wanted = self._running.send(self._keep(wanted))
        except (Left, StopIteration):
            pass
        self._running.close()

    def _decide(self, chance: Chance) -> Any:
        place = self._decided
        self._decided += 1
        if place == len(self._drawn):
            self._drawn.append(chance.decide(Random(f"{self.seed}/{self._event.number}/{place}")))
        return self._drawn[place]

    def _keep(self, made: Made) -> str:
        block = self.script.plan.blocks[self.block - 1] if 1 <= self.block <= len(self.script.plan.blocks) else None
        self._made += 1
        suffix = f"-{self._made}" if self._made > 1 else ""
        record = Record(
            f"{self.session}.{self._event.number}{suffix}", made.kind, self._event.at,
            Origin(self.place.programme, self.session, block.id if block else "", block.activity if block else "",
                   self.step + 1 if block else 0, sheet=made.sheet, device=self.place.device),
            made.content, made.visible, made.naming, replaces=made.replaces)
        self.records.append(record)
        return record.id

    def _keep_note(self, event: Event) -> None:
        kind, content = str(event.data["kind"]), dict(event.data["content"])
        visible = Visible.ME if kind == "note" else Visible.GROUP
        self._keep(Made(kind, content, visible, replaces=earlier_note(kind, content, self.standing)))


def steps_of(script: Script, block: Block) -> tuple[Step, ...]:
    """The steps of a block: its activity's, or one calm wait for a break."""
    activity = script.activity(block)
    return activity.steps if activity else (_BREAK,)


def effective(events: Iterable[Event]) -> list[Event]:
    """The events that count: an undo takes away the last one that can be undone, and itself."""
    kept: list[Event] = []
    for event in events:
        if event.kind != "undone":
            kept.append(event)
            continue
        for place in range(len(kept) - 1, -1, -1):
            if kept[place].kind in UNDOABLE:
                del kept[place]
                break
    return kept


UNDOABLE = frozenset({"answered", "done", "skipped", "gone_to", "noted"})
"""Kinds of event that an undo takes away. A pause is over when it is over."""
