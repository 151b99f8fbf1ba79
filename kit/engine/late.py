"""We are late: what now? And the other way: there is time left. Two or three ways to go on, each with what it costs.

Nothing here is done: a facilitator takes one, or carries on. No way ever moves a pin, and none takes a minute from relationship
time, a break or a check-out. Each says when the day would end, and taken at that moment, it ends then.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kit.engine.ahead import Ahead, Part
from kit.model.clock import clock
from kit.model.plan import PRIORITIES
from kit.model.text import counted, cut_short, listed

LEAST = 2
"""Minutes below which nobody is late, and nothing is left."""

_MORE = 15
"""Minutes that a block gets at the most where there is time left: a break of an hour is no break."""

_NAMED = 3
"""How many blocks a title names; the costs name all of them."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One way to go on."""

    kind: str
    """shorten · park · later · back · longer · early"""
    title: str
    costs: tuple[str, ...]
    """What it costs, and when it ends, in plain sentences."""
    end: int
    """The moment at which the day would end, of the plan's moments."""
    minutes: tuple[tuple[str, int], ...] = ()
    """(id, minutes) of blocks whose minutes would change; all of the block's minutes, also those that are past."""
    park: tuple[str, ...] = ()
    """Ids of blocks that would be parked."""
    back: tuple[tuple[str, str], ...] = ()
    """(id, id) of parked blocks that would come back, each with the block it would stand before; "" is the end."""
    agree: bool = False
    """Whether the room would have to agree to another end."""

    @property
    def words(self) -> str:
        """All of it, as it would be read out."""
        return " ".join((self.title, *self.costs))


Cut = Callable[[Sequence[Part], int], list[Part]]
"""Takes minutes, at least so many where it can, out of parts that stand one after another."""


def proposals(ahead: Ahead) -> tuple[Proposal, ...]:
    """Two or three ways to go on, late or with time left; none where the day is on time."""
    if ahead.late >= LEAST:
        found = [_cut(ahead, "shorten", _shortened), _cut(ahead, "park", _parked), _later(ahead)]
    elif ahead.spare >= LEAST:
        found = [_back(ahead), _longer(ahead), _early(ahead)]
    else:
        return ()
    kept: list[Proposal] = []
    for proposal in found:
        if proposal and all((proposal.minutes, proposal.park, proposal.back, proposal.agree)
                            != (other.minutes, other.park, other.back, other.agree) for other in kept):
            kept.append(proposal)
    return tuple(kept)


# Late: each stretch up to a pin, or the end, gives what that stretch is late by.

def _cut(ahead: Ahead, kind: str, cut: Cut) -> Proposal | None:
    parts: list[Part] = []
    now = ahead.now
    for stretch, deadline in _stretches(ahead):
        pin = stretch[0].pin if stretch else None
        start = now if pin is None else max(now, pin)
        need = start + sum(part.minutes for part in stretch) - deadline
        kept = cut(stretch, need) if need > 0 else list(stretch)
        parts += kept
        now = start + sum(part.minutes for part in kept)
    after = ahead.with_parts(parts)
    return None if after.parts == ahead.parts else _told(ahead, after, kind)


def _stretches(ahead: Ahead) -> Iterator[tuple[list[Part], int]]:
    """What stands between two pins, each with the moment at which it has to be over."""
    stretch: list[Part] = []
    for part in ahead.parts:
        if part.pin is not None:
            yield stretch, part.pin
            stretch = []
        stretch.append(part)
    yield stretch, ahead.end


def _shortened(parts: Sequence[Part], need: int) -> list[Part]:
    """Take minutes from as few blocks as will do: buffers first, then what matters least, and of those the longest."""
    taken: dict[str, int] = {}
    for part in sorted(parts, key=lambda part: (not part.buffer, -PRIORITIES.index(part.priority), -part.slack)):
        if need > 0 and part.slack:
            taken[part.id] = min(part.slack, need)
            need -= taken[part.id]
    return [replace(part, minutes=part.minutes - taken.get(part.id, 0)) for part in parts]


def _parked(parts: Sequence[Part], need: int) -> list[Part]:
    """Leave out whole blocks, as few as will do; once one is out, shorten the rest where that is enough."""
    left = _shortened([part for part in parts if part.buffer], need)
    need -= sum(part.minutes for part in parts if part.buffer) - sum(part.minutes for part in left)
    buffers = {part.id: part for part in left}
    kept = [buffers.get(part.id, part) for part in parts]
    going = [part for part in kept if part.may_go and not part.buffer]
    gone = False
    while need > 0 and going and not (gone and sum(part.slack for part in kept) >= need):
        part = _to_go(going, need)
        going.remove(part)
        kept.remove(part)
        need -= part.minutes
        gone = True
    return _shortened(kept, need)


def _to_go(going: Sequence[Part], need: int) -> Part:
    """Of what matters least: the shortest block that is enough, or else the longest."""
    lowest = max(PRIORITIES.index(part.priority) for part in going)
    those = [part for part in going if PRIORITIES.index(part.priority) == lowest]
    enough = [part for part in those if part.minutes >= need]
    return min(enough, key=lambda part: part.minutes) if enough else max(those, key=lambda part: part.minutes)


def _later(ahead: Ahead) -> Proposal | None:
    if ahead.ends <= ahead.end:
        return None
    costs = (f"It ends {counted(ahead.ends - ahead.end, 'minute')} after the plan.",
             "Ask the room first. Some people may have to go.", *_pins(ahead))
    return Proposal("later", f"Change nothing, and end at {_clock(ahead, ahead.ends)}.", costs, ahead.ends, agree=True)


# Time left

def _back(ahead: Ahead) -> Proposal | None:
    """Bring back what was parked, as much as fits, what matters most first."""
    now, back = ahead, []
    for part in sorted(ahead.parked, key=lambda part: (PRIORITIES.index(part.priority), part.minutes)):
        place = _place(now, part)
        after = now.with_parts([*now.parts[:place], replace(part, pin=None), *now.parts[place:]])
        if after.late <= ahead.late:
            back.append((part.id, now.parts[place].id if place < len(now.parts) else ""))
            now = after
    return _told(ahead, now, "back", back) if back else None


def _place(ahead: Ahead, part: Part) -> int:
    """Where a parked block comes back: before what came after it in the plan, or else before the closing, or last."""
    after = set(ahead.order[ahead.order.index(part.id) + 1:]) if part.id in ahead.order else set()
    for place, other in enumerate(ahead.parts):
        if other.id in after and not other.here:
            return place
    last = len(ahead.parts)
    return last - 1 if last and ahead.parts[-1].protected and not ahead.parts[-1].here else last


def _longer(ahead: Ahead) -> Proposal | None:
    """Give free time to one block before the next pin: one that lost minutes, or one that may need them.

    No block gets more than `_MORE`, nor more than twice its time. What is left after that stays free.
    """
    usual = dict(ahead.usual)
    free, _ = next(_stretches(ahead))
    able = [part for part in free if not part.buffer and not part.split and (part.minutes or part.here)]
    if not able:
        return None
    best = max(able, key=lambda part: (usual.get(part.id, 0) - part.minutes - part.used > 0, part.high, part.protected,
                                       -PRIORITIES.index(part.priority)))
    lost = max(0, usual.get(best.id, 0) - best.minutes - best.used)
    by = min(ahead.spare, max(lost, min(_MORE, best.minutes + best.used)))
    more = [replace(part, minutes=part.minutes + by) if part is best else part for part in ahead.parts]
    return _told(ahead, ahead.with_parts(more), "longer")


def _early(ahead: Ahead) -> Proposal | None:
    if ahead.ends > ahead.end - LEAST:
        return None
    costs = (f"It ends {counted(ahead.end - ahead.ends, 'minute')} before the plan.",
             "Tell people who are being picked up.", *_pins(ahead))
    return Proposal("early", f"Change nothing, and end at {_clock(ahead, ahead.ends)}.", costs, ahead.ends, agree=True)


# In words

def _told(before: Ahead, after: Ahead, kind: str, back: Sequence[tuple[str, str]] = ()) -> Proposal:
    """A proposal with all that would change, told by what there is before and after."""
    then = {part.id: part for part in after.parts}
    changed = [(part, then[part.id]) for part in before.parts if part.id in then and then[part.id].minutes != part.minutes]
    gone = [part for part in before.parts if part.id not in then]
    come = [then[name] for name, _ in back]
    costs = [f"{_name(old)} has {counted(new.minutes + new.used, 'minute')}, not {old.minutes + old.used}."
             for old, new in changed]
    costs += [f"{_name(part)} is not done today. It can wait for another day." for part in gone]
    costs += [f"{_name(part)} takes {counted(part.minutes, 'minute')}." for part in come]
    return Proposal(kind, _title(changed, gone, come), (*costs, *_pins(after), _end(after)), after.ends,
                    tuple((new.id, new.minutes + new.used) for _, new in changed), tuple(part.id for part in gone), tuple(back))


def _title(changed: Iterable[tuple[Part, Part]], gone: Iterable[Part], come: Iterable[Part]) -> str:
    more = [(old, new.minutes - old.minutes) for old, new in changed]
    acts = {"shorten": [f"{_name(part)} by {-by}" for part, by in more if by < 0], "park": [_name(part) for part in gone],
            "bring back": [_name(part) for part in come],
            "give": [f"{_name(part)} {counted(by, 'minute')} more" for part, by in more if by > 0]}
    title = listed([f"{act} {_some(names)}" for act, names in acts.items() if names])
    return f"{title[:1].upper()}{title[1:]}."


def _pins(ahead: Ahead) -> Iterator[str]:
    for part, start in zip(ahead.parts, ahead.starts, strict=True):
        if part.pin is not None:
            if start <= part.pin:
                yield f"{_name(part)} stays at {_clock(ahead, part.pin)}."
            else:
                yield f"{_name(part)} starts {counted(start - part.pin, 'minute')} late, at {_clock(ahead, start)}."


def _end(ahead: Ahead) -> str:
    apart = ahead.ends - ahead.end
    than = "as planned" if not apart else f"{counted(abs(apart), 'minute')} {'after' if apart > 0 else 'before'} the plan"
    return f"It ends at {_clock(ahead, ahead.ends)}, {than}."


def _clock(ahead: Ahead, moment: int) -> str:
    return clock(moment + ahead.shift)


def _name(part: Part) -> str:
    return cut_short(part.title or "a block", 60)


def _some(names: Iterable[str]) -> str:
    every = list(names)
    more = len(every) - _NAMED
    return listed([*every[:_NAMED], f"{more} more"] if more > 0 else every)
