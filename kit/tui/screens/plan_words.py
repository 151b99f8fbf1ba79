"""Everything a plan says of itself and of each part, in words under plain headings."""

from collections.abc import Iterator

from kit.model import Plan, Script, Step
from kit.model.text import counted
from kit.tui.text import Content, plain, styled

_LOAD = {"low": "light", "some": "some; leave a little time", "high": "high; leave time to land"}


def plan_words(plan: Plan) -> Content:
    """The plan as a whole."""
    return _told([
        ("", plan.title), ("", plan.summary), ("The question of the day", plan.question),
        ("What can change, and what cannot", plan.approach),
        ("People", f"{plan.least_people} to {plan.most_people}"), ("Where it comes from", plan.source),
        ("Practices it serves", ", ".join(map(str, plan.practices))),
    ])


def block_words(script: Script, place: int) -> Content:
    """One part: its own lines in the plan, then the activity that runs in it."""
    block = script.plan.blocks[place]
    parts = [
        ("", block.title), ("", counted(block.minutes, "minute")), ("Aim", block.aim), ("Who leads", block.lead),
        ("Bring", block.materials), ("Notes for the team", block.notes), ("Only you see this", block.private),
    ]
    if activity := script.activity(block):
        parts += [
            ("What happens", activity.summary), ("What it is for", activity.purpose),
            ("How it shares power", activity.power), ("Feelings it may stir", _LOAD.get(activity.load, activity.load)),
            ("Access", "\n".join(f"- {note}" for note in activity.access)),
        ]
        for number, step in enumerate(activity.steps, 1):
            parts += _step(number, step)
        parts += [("Where it comes from", activity.source), ("Practices it serves", ", ".join(map(str, activity.practices)))]
    return _told(parts)


def _step(number: int, step: Step) -> Iterator[tuple[str, str]]:
    minutes = f", about {counted(step.minutes, 'minute')}" if step.minutes else ""
    words = [f"{name}: {text.strip()}" for name, text in
             (("The room", step.room), ("Say", step.say), ("Do", step.do), ("Watch for", step.watch)) if text]
    yield f"Step {number}{minutes}", "\n".join(words) or step.kind


def _told(parts: list[tuple[str, str]]) -> Content:
    """Headings with their words; what is empty is left out. The first part is the title."""
    rows = [styled(parts[0][1], "bold")]
    for heading, words in parts[1:]:
        if words:
            rows.append(Content("\n").join([styled(heading, "$label"), plain(words)]) if heading else plain(words))
    return Content("\n\n").join(rows)
