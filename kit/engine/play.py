"""Playing a script of blocks and steps: where the room is, what it is asked, and what it has made. Rebuilt from events."""

from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import replace
from random import Random
from typing import Any

from kit.engine.coming import moved_people
from kit.engine.course import END, OPENING
from kit.engine.notes import drawing_of, earlier_note
from kit.engine.opening import opening
from kit.engine.replanning import replanned
from kit.engine.scene import Chance, Known, Left, Made, Place, Scene, StepScript, nothing_known
from kit.engine.steps import SCRIPTS
from kit.model import Ask, Block, Event, Form, Origin, Record, Script, Step, Visible, standing
from kit.model.rule import Rule

_BREAK = Step("wait", room="A break.", settings={"quiet": False})
_OWN = Step("wait", settings={"quiet": False})
_SIDE_BY_SIDE = Step("wait", room="We work side by side now.", settings={"quiet": False},
                     do="Look in on each group. Go on when all of them are back.")
_OVER = Ask(Form.OVER, "The workshop has ended. Thank you.")


class Play:
    """The state of a session: a fold over its events. Only `apply` changes it."""

    def __init__(self, script: Script, place: Place, session: str, seed: str,
                 known: Callable[[], Known] = nothing_known) -> None:
        self.first = script
        """The plan as it was when the session began. Sheets were printed from it, so their letters follow it."""
        self.script = script
        """The plan as it is now."""
        self.place = place
        self.session = session
        self.seed = seed
        self.known = known
        self.block = 0
        """0 is the opening, 1 the plan's first block, one more than there are blocks the end."""
        self.step = 0
        self.ask: Ask = _OVER
        self.records: list[Record] = []
        self.paused = False
        self.visits: list[tuple[str, str]] = []
        """(id of the block, when) for every time one was entered."""
        self.agreed: int | None = None
        """The moment at which the room agreed to end, of the plan's moments; None: as planned."""
        self.rest = 0
        """Minutes of the break that was put in and goes on; 0 where none does."""
        self.slow = False
        """Whether this block was slowed down."""
        self.strands: dict[int, str] = {}
        """What the groups of this block are at, by their place from 1."""
        self.facilitator = ""
        """Who leads now, where somebody has taken over."""
        self.counting: tuple[str, ...] | None = None
        """Roles or tables whose turns are counted in this step, as somebody said in the room; None: as the plan says."""
        self.since = ""
        """When the step that the room is in was entered."""
        self._running: StepScript | None = None
        self._event = Event(0, "", "")
        self._drawn: list[Any] = []
        self._made = 0
        self._decided = 0

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the block the room is in."""
        return steps_of(self.script, self.here) if self.here else ()

    @property
    def here(self) -> Block | None:
        """The block the room is in; None before the first and after the last."""
        blocks = self.script.plan.blocks
        return blocks[self.block - 1] if 1 <= self.block <= len(blocks) else None

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
            case "paused" | "carried_on" | "break":
                self.paused = event.kind != "carried_on"
                self.rest = int(event.data["minutes"]) if event.kind == "break" else 0
            case _:
                self._apply_on_the_day(event)
        return tuple(self._drawn)

    def _apply_on_the_day(self, event: Event) -> None:
        """Take an event that changes how the day goes, and no step."""
        data = event.data
        match event.kind:
            case "replanned":
                self.script = replace(self.script, plan=replanned(self.script.plan, self.block, data))
                self.agreed = self.agreed if data.get("end") is None else int(data["end"])
            case "slowed":
                self.slow = True
                block = self.script.plan.blocks[self.block - 1]
                longer = {"minutes": {block.id: block.minutes + int(data["minutes"])}}
                self.script = replace(self.script, plan=replanned(self.script.plan, self.block, longer))
            case "strand":
                self.strands[int(data["strand"])] = str(data["state"])
            case "taken_over":
                self.facilitator = str(data["who"])
            case "counting":
                self._leave()
                self.counting = tuple(map(str, data["groups"]))
                self._running = self._script_of_step()
                self._send(None)
            case "arrived" | "left":
                for made in moved_people(event.kind, data, self.standing):
                    self._keep(made)

    def _enter(self, block: int, step: int) -> None:
        self.block, self.step, self.since, self.counting = block, step, self._event.at, None
        if step == 0:
            here = self.here
            self.visits.append((here.id if here else END if self.over else OPENING, self._event.at))
            self.slow, self.strands = False, {}
        if self.over:
            self._running, self.ask = None, _OVER
            return
        self._running = self._script_of_step()
        self._send(None)

    def _script_of_step(self) -> StepScript:
        if self.block == 0:
            return opening(self.script.plan, lambda: self.standing)
        step = self.steps[self.step]
        if self.counting is not None:
            step = replace(step, settings={**step.settings, "count": self.counting})
        assert self.here is not None
        here = (self.here.id, self.step + 1)
        return SCRIPTS[step.kind](Scene(step, self.script.plan, self.place, self._series(), here, lambda: self.standing,
                                        self.known, self.script.rules or (Rule(),)))

    def _series(self) -> int:
        """How many steps of this kind the plan had before this one when the day began: sheets are printed in that order."""
        assert self.here is not None
        blocks = (*self.first.plan.blocks, *self.first.plan.parked)
        place = [block.id for block in blocks].index(self.here.id)
        before = [s for block in blocks[:place] for s in steps_of(self.first, block)] + list(self.steps[: self.step])
        return sum(s.kind == self.steps[self.step].kind for s in before)

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
        return deepcopy(self._drawn[place])  # a script may change what it gets; what stands in the event stays

    def _keep(self, made: Made) -> str:
        block = self.here
        self._made += 1
        suffix = f"-{self._made}" if self._made > 1 else ""
        here = Origin(self.place.programme, self.session, block.id if block else "", block.activity if block else "",
                      self.step + 1 if block else 0, sheet=made.sheet, device=self.place.device, site=self.place.site)
        record = Record(f"{self.session}.{self._event.number}{suffix}", made.kind, self._event.at, made.origin or here,
                        made.content, made.visible, made.naming, replaces=made.replaces)
        self.records.append(record)
        return record.id

    def _keep_note(self, event: Event) -> None:
        kind, content = str(event.data["kind"]), dict(event.data["content"])
        if kind == "picture":
            self._keep_picture(content)
            return
        visible = Visible.ME if kind == "note" else Visible.GROUP
        self._keep(Made(kind, content, visible, replaces=earlier_note(kind, content, self.standing)))

    def _keep_picture(self, content: dict[str, Any]) -> None:
        """A drawing gets its picture. Where its words were erased since, there is nothing to give it to."""
        drawing = drawing_of(content["label"], self.standing)
        if drawing is not None:
            self._keep(Made("drawing", {**drawing.content, **content}, drawing.visible, drawing.naming, drawing.id,
                            drawing.origin.sheet))


def steps_of(script: Script, block: Block) -> tuple[Step, ...]:
    """The steps of a block: its activity's, or one calm wait for a break, for work of its own, or for groups side by side."""
    activity = script.activity(block)
    if activity:
        return activity.steps
    return (_SIDE_BY_SIDE if block.strands else _BREAK if script.time(block) == "break" else _OWN,)


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


UNDOABLE = frozenset({"answered", "done", "skipped", "gone_to", "noted", "replanned", "slowed", "strand", "taken_over", "arrived",
                      "left", "counting"})
"""Kinds of event that an undo takes away. A pause is over when it is over, and so is a break."""
