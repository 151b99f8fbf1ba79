"""What the page shows now, as data: only what is on show at this moment, not the pages that wait."""

from typing import Any

from kit.desk.secondscreen import SecondScreen
from kit.engine.calm import beside_digits, calm_words, digits
from kit.model.text import clean
from kit.model.wall import RoomTime


def shown(second: SecondScreen, look: str) -> dict[str, Any]:
    """One JSON value. Where the screen is blank, it says that and nothing else."""
    wall = second.wall
    if wall.blank:
        return {"blank": True}
    page = wall.page
    return {
        "blank": False, "heading": clean(page.heading), "words": clean(page.words), "lines": [clean(line) for line in page.lines],
        "question": clean(page.question), "picture": page.picture,
        "alt": clean(page.alt) or f"The picture of drawing {clean(page.name)}",
        "place": f"Page {wall.place} of {len(wall.pages)}" if wall.place > 1 else "", "trouble": second.trouble,
        "time": _time(second.time, look),
    }


def _time(time: RoomTime | None, look: str) -> dict[str, Any]:
    """The time in digits and words, or as a part of a whole; empty where there is none to be told."""
    if time is None or look == "off":
        return {}
    if look == "shape":
        return {"part": round(time.part, 3), "words": calm_words(time)}
    number = digits(time, look)
    return {"number": number, "words": beside_digits(time, look) if number else calm_words(time)}
