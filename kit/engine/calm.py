"""How the time is said: calmly, in whole minutes or in words. It counts no seconds and hurries nobody."""

from kit.engine.timing import Timing
from kit.model.text import counted
from kit.model.wall import RoomTime

LOOKS = ("left", "used", "words", "shape", "off")
"""Minutes left · minutes used · words without a digit · a shape that fills · no clock. The first is the default."""

OWN_LOOKS = ("words", "left", "calm", "off")
"""For the facilitator: minutes used · minutes left · words without a digit · no clock. The first is the default."""

_LITTLE = 10
"""Minutes behind that are a little."""

_NUMBERS = {1: "one", 2: "two", 3: "three", 5: "five", 10: "ten", 15: "fifteen", 20: "twenty", 30: "thirty"}
"""What is said in words. In between, the time is told by the nearest of these that is not more than what is left."""

_OVER = "Take the time you need to finish."


def digits(time: RoomTime, look: str) -> str:
    """The minutes as digits, where the look has digits and there is any time left to count."""
    if look == "used":
        return str(time.seconds // 60)
    return str(time.left) if look == "left" and time.left else ""


def beside_digits(time: RoomTime, look: str) -> str:
    """What stands with the digits, and says it all where there are none."""
    if look == "used":
        return f"of about {counted(time.minutes, 'minute')}"
    if look == "left" and time.left:
        return "minute left" if time.left == 1 else "minutes left"
    return calm_words(time)


def calm_words(time: RoomTime) -> str:
    """The time without a digit: `About ten minutes left.`"""
    if not time.left:
        return _OVER
    if time.left > 30:
        return "There is plenty of time."
    number = max(number for number in _NUMBERS if number <= time.left)
    return f"About {_NUMBERS[number]} {'minute' if number == 1 else 'minutes'} left."


def said(timing: Timing, look: str) -> str:
    """How the time stands, for the facilitator, in one of `OWN_LOOKS`; empty where no clock is wanted."""
    if look == "words":
        return str(timing)
    if look == "left":
        return f"{_left(timing)} {timing.standing} Likely end: {timing.ends}.".strip()
    if look == "calm":
        here = calm_words(RoomTime(timing.block_planned, timing.block_used * 60)) if timing.block_planned else ""
        return f"{here} {_standing(timing.behind)}".strip()
    return ""


def _left(timing: Timing) -> str:
    left = timing.block_planned - timing.block_used
    if not timing.block_planned:
        return ""
    return f"{counted(left, 'minute')} of {timing.block_planned} left here." if left > 0 else _OVER


def _standing(behind: int) -> str:
    if abs(behind) < 2:
        return "On time."
    if behind > 0:
        return "A little behind the plan." if behind < _LITTLE else "Behind the plan."
    return "Some time in hand."
