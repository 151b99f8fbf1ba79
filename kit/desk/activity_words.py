"""A whole activity in plain sentences: what it is for and how it goes, as the plain front end and the commands say it."""

from collections.abc import Iterator

from kit.desk.searching import about
from kit.model import Activity, Step
from kit.model.text import clean_line, counted


def activity_lines(activity: Activity) -> Iterator[str]:
    """All that the file says, a thought a line."""
    family = f" Family: {activity.family}." if activity.family else ""
    yield f"{activity.id}: {about(activity)}.{family}"
    yield clean_line(activity.summary)
    for label, text in _told(activity):
        if text:
            yield f"{label}: {clean_line(text)}"
    for number, step in enumerate(activity.steps, 1):
        yield from _step_lines(number, step)
    yield f"Where it comes from: {clean_line(activity.source)}"


def variants(activity: Activity) -> tuple[tuple[str, str], ...]:
    """How it goes in a room, by post and from elsewhere: each that the file tells of, with its name."""
    told = ("In a room", activity.in_room), ("By post", activity.by_post), ("Some from elsewhere", activity.from_elsewhere)
    return tuple((name, text) for name, text in told if text)


def _told(activity: Activity) -> Iterator[tuple[str, str]]:
    yield "What it is for", activity.purpose
    yield "How it shares power", activity.power
    yield from (("Access", note) for note in activity.access)
    yield from variants(activity)
    yield "Practices it serves", ", ".join(map(str, activity.practices))
    yield "It leaves", ", ".join(activity.makes)
    yield "Sheets", ", ".join(activity.prints)


def _step_lines(number: int, step: Step) -> Iterator[str]:
    minutes = f", {counted(step.minutes, 'minute')}" if step.minutes else ""
    yield f"Step {number}, {step.kind}{minutes}."
    for label, text in (("The room", step.room), ("Say", step.say), ("Do", step.do), ("Watch for", step.watch)):
        if text:
            yield f"{label}: {clean_line(text)}"
