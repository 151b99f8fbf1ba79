"""A plan as a calendar file (iCalendar, RFC 5545): one entry for each block, in the time of the place where it happens."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from kit.model import Script
from kit.model.schedule import Schedule, Slot

_WIDTH = 75
"""Octets of a line, at most (RFC 5545, section 3.1)."""


def plan_calendar(script: Script, day: Schedule, on: date, stamp: datetime, *, private: bool) -> str:
    """The plan on a date. `stamp` is when the file was made, in UTC. Times have no zone: they are those of the hall's clock."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Workshop Kit//EN", "CALSCALE:GREGORIAN"]
    for slot in day.every():
        if not slot.lanes:
            lines += _event(script, slot, on, stamp, private)
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line))


def _event(script: Script, slot: Slot, on: date, stamp: datetime, private: bool) -> Iterator[str]:
    block = slot.block
    words = [block.aim, f"Leads: {block.lead}" if block.lead else "", f"Bring: {block.materials}" if block.materials else "",
             block.notes, block.private if private else ""]
    yield "BEGIN:VEVENT"
    yield f"UID:{script.plan.id}-{on:%Y%m%d}-{block.id or slot.number}@workshop-kit"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART:{_moment(on, slot.start)}"
    yield f"DTEND:{_moment(on, slot.end)}"
    yield f"SUMMARY:{_text(block.title)}"
    if any(words):
        told = "\n".join(word for word in words if word)
        yield f"DESCRIPTION:{_text(told)}"
    yield "END:VEVENT"


def _moment(on: date, minutes: int) -> str:
    when = datetime(on.year, on.month, on.day) + timedelta(minutes=minutes)
    return f"{when:%Y%m%dT%H%M%S}"


def _text(words: str) -> str:
    for sign, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        words = words.replace(sign, escaped)
    return words


def _folded(line: str) -> Iterator[str]:
    """A line in pieces that are short enough, none of which cuts a letter."""
    piece, room = "", _WIDTH
    for letter in line:
        size = len(letter.encode())
        if size > room:
            yield piece
            piece, room = " ", _WIDTH - 1
        piece, room = piece + letter, room - size
    yield piece
