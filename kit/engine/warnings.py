"""What a plan may be hard on people with: things to look at again, in words. None of them stops anybody."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kit.content.plain_words import letters_alone
from kit.model import Script
from kit.model.clock import clock
from kit.model.schedule import Schedule, Slot, schedule
from kit.model.text import clean_line, counted, cut_short

LONGEST_STRETCH = 90
"""Minutes without a break after which people should have had one."""

LONGEST_GAP = 180
"""Minutes. A longer gap is more likely a pin that was typed wrong."""

_SHEETS = ("large", "big print", "giant", "dyslexi", "easy read", "easy word", "picture", "screen reader", "print")
_SEATS = ("wheelchair", "door", "front", "back", "window", "light", "chair", "seat", "step", "quiet", "near", "space", "loop",
          "socket", "supporter", "hear", "lip", "leave", "stand", "move")
"""Parts of words in access needs that a sheet or a seat meets. Nothing is guessed of any other need: a person sees to it."""


@dataclass(frozen=True, slots=True)
class Caution:
    """One thing to look at again."""

    kind: str
    """overlap · gap · stretch · load · landing · people · need · jargon · activity"""
    number: str
    """The block it is about, as people say it; empty for the whole plan."""
    sentence: str

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True, slots=True)
class Room:
    """What is known of the people who come, for the facilitator alone."""

    people: int = 0
    """How many are on the list; 0: as many as the plan is made for."""
    needs: Sequence[str] = ()
    """What they said they need, without their names."""
    terms: Sequence[str] = ()
    """Hard words that have plain words beside them."""


def warnings(script: Script, room: Room, day: Schedule | None = None) -> tuple[Caution, ...]:
    """Everything to look at again, in the order of the day. `day` are the times of the same plan, where they are at hand."""
    day = day or schedule(script.plan, script)
    looks: tuple[Callable[[Script, Schedule, Room], Iterator[Caution]], ...] = (
        _times, _stretches, _loads, _people, _activities, _needs, _jargon)
    return tuple(warning for look in looks for warning in look(script, day, room))


def _times(script: Script, day: Schedule, room: Room) -> Iterator[Caution]:
    for slot in day.every():
        title = _name(slot)
        if slot.overlap:
            yield Caution("overlap", slot.number, f"{title} is pinned to {clock(slot.start)}, but what is before it ends "
                          f"{counted(slot.overlap, 'minute')} after that. Nothing was moved.")
        if slot.gap > LONGEST_GAP:
            yield Caution("gap", slot.number, f"Nothing is planned for {counted(slot.gap, 'minute')} before {title}. "
                          "Is its pin right? A time before the start means the next day.")


def _stretches(script: Script, day: Schedule, room: Room) -> Iterator[Caution]:
    """Every stretch of work and talk without a break that is too long. A gap of ten minutes is a break too."""
    since = day.start
    told = False
    for slot in day.slots:
        if slot.gap >= 10:
            since, told = slot.start, False
        if script.time(slot.block) == "break":
            since, told = slot.end, False
        elif slot.end - since > LONGEST_STRETCH and not told and not _rests_inside(script, slot):
            told = True
            yield Caution("stretch", slot.number, f"There is no break from {clock(since)} to {clock(slot.end)}. "
                          f"Plan one within {LONGEST_STRETCH} minutes.")
        elif _rests_inside(script, slot):
            since, told = slot.end, False


def _rests_inside(script: Script, slot: Slot) -> bool:
    """Whether every strand of a block has a break of its own."""
    return bool(slot.lanes) and all(
        any(script.time(part.block) == "break" for inside in lane.slots for part in inside.every()) for lane in slot.lanes)


def _loads(script: Script, day: Schedule, room: Room) -> Iterator[Caution]:
    for one, two in pairwise(day.slots):
        if script.load(one.block) == "high" and script.load(two.block) == "high":
            yield Caution("load", two.number, f"{_name(one)} and {_name(two)} can both stir feelings. "
                          "Put something light, or a break, between them.")
        elif script.load(one.block) == "high" and not _lands(script, two):
            yield Caution("landing", one.number, f"After {_name(one)} there is nothing to land in. "
                          "Put a break or something light after it.")
    if day.slots and script.load(day.slots[-1].block) == "high":
        last = day.slots[-1]
        yield Caution("landing", last.number, f"The day ends with {_name(last)}. Put something after it to land in.")


def _lands(script: Script, slot: Slot) -> bool:
    return script.protected(slot.block) or slot.gap >= 10 or script.load(slot.block) == "low"


def _people(script: Script, day: Schedule, room: Room) -> Iterator[Caution]:
    people = room.people or script.plan.most_people
    coming = f"{people} are on your list" if room.people else f"the plan is for up to {people}"
    for slot in day.every():
        activity = script.activity(slot.block)
        if activity and people > activity.most_people and "." not in slot.number:
            yield Caution("people", slot.number, f"{_name(slot)} suits up to {activity.most_people} people, and {coming}.")
        if activity and room.people and people < activity.least_people:
            yield Caution("people", slot.number, f"{_name(slot)} needs {activity.least_people} people or more, and {coming}.")


def _activities(script: Script, day: Schedule, room: Room) -> Iterator[Caution]:
    for slot in day.every():
        if slot.block.activity and script.activity(slot.block) is None:
            yield Caution("activity", slot.number, f"The activity {clean_line(slot.block.activity)[:40]!r} is in no folder, "
                          "so this block cannot be run yet.")


def _needs(script: Script, day: Schedule, room: Room) -> Iterator[Caution]:
    parts = [clean_line(part) for needs in room.needs for part in re.split(r"[;,\n]", needs)]
    for key, need in {part.casefold(): part for part in reversed(parts) if part}.items():
        if not seen_to(key):
            yield Caution("need", "", f"Somebody needs: {cut_short(need, 80)}. No sheet and no seat meets that. "
                                      "Plan who sees to it.")


def seen_to(need: str) -> bool:
    """Whether the words of a need say that a sheet or a seat meets it."""
    return any(word in need.casefold() for word in (*_SHEETS, *_SEATS))


def _jargon(script: Script, day: Schedule, room: Room) -> Iterator[Caution]:
    for slot in day.every():
        block, activity = slot.block, script.activity(slot.block)
        steps = activity.steps if activity else ()
        words = "\n".join((block.title, block.aim, *(step.room for step in steps)))
        for flag in letters_alone(words, room.terms):
            yield Caution("jargon", slot.number,
                          f"{_name(slot)} says {flag.seen[:40]!r}. Add it to the glossary, or write it out.")


def _name(slot: Slot) -> str:
    return f"{slot.number} {cut_short(slot.block.title, 60)}"
