"""Clock times and durations, as people type and read them.

A moment of a day is a number of minutes since its midnight. It may be above 1439: a day goes on after midnight.
"""

import re

DAY = 24 * 60
LONGEST = DAY
"""Minutes of the longest block."""

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
_MINUTES = re.compile(r"(\d{1,4})\s*(?:m|min|mins|minutes?)?")
_HOURS = re.compile(r"(?:(\d{1,2})\s*(?:h|hours?|hrs?)\s*(?:(\d{1,2})\s*(?:m|min|mins|minutes?)?)?|(\d{1,2}):([0-5]\d)(?::00)?)")
_PARTS = re.compile(r"(\d{1,2})[.,](\d{1,2})\s*(?:h|hours?|hrs?)")


def read_clock(text: str) -> int | None:
    """The moment of a clock time such as "9:30" or "13:05"; None where it is none."""
    found = _CLOCK.fullmatch(text.strip())
    return int(found[1]) * 60 + int(found[2]) if found else None


def clock(moment: int) -> str:
    """A moment as "HH:MM", also after midnight."""
    return f"{moment // 60 % 24:02}:{moment % 60:02}"


def clock_words(moment: int) -> str:
    """A moment in words: "00:30 the next day" where it is after midnight."""
    days = moment // DAY
    return clock(moment) + ("" if days < 1 else " the next day" if days == 1 else f", {days} days later")


def read_minutes(text: str) -> int | None:
    """Minutes as people type them: 45, 45m, 1h30, 1:30, 1,5h. None where it is none of these: nothing is guessed."""
    typed = text.strip().casefold()
    if found := _MINUTES.fullmatch(typed):
        minutes = int(found[1])
    elif found := _HOURS.fullmatch(typed):
        minutes = int(found[1] or found[3]) * 60 + int(found[2] or found[4] or 0)
    elif found := _PARTS.fullmatch(typed):
        minutes = round(float(f"{found[1]}.{found[2]}") * 60)
    else:
        return None
    return minutes if minutes <= LONGEST else None


def duration(minutes: int) -> str:
    """Minutes in short: "45 min", "1 h", "1 h 30"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"
