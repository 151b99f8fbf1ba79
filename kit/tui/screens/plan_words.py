"""Everything a plan says of itself and of each part, in words under plain headings."""

from collections.abc import Iterator

from kit.desk.activity_words import variants
from kit.desk.weight_words import picture
from kit.model import Block, Plan, Script, Step
from kit.model.text import counted
from kit.tui.planning.day import Day
from kit.tui.text import Content, plain, styled

PARTS = {
    "minutes": ("Minutes", "Type them as 45, 1h30, 1:30 or 1,5h. +5 adds five. Empty: as the activity says."),
    "least": ("Fewest minutes", "How few will do? Empty: as the activity says."),
    "title": ("Title", "What people see. Empty: the activity's title."),
    "pin": ("Starts at", "A clock time such as 12:30, whatever happens. Empty: when the part before it ends."),
    "priority": ("How much it matters", "Type must, should or could."),
    "time": ("What the time is for", "Type work, together, break, closing or buffer. Empty: as the activity says."),
    "aim": ("Aim", "What it is for, in a few words."),
    "lead": ("Who leads", "A name or a role."),
    "colead": ("Who helps to lead", "A name or a role."),
    "materials": ("Bring", "What to bring."),
    "notes": ("Notes for the team", "Notes on the room."),
    "private": ("Only you see this", "Your own notes."),
    "load": ("Feelings it may stir", "Type low, some or high. Empty: as the activity says."),
    "energy": ("How lively it is", "Type low, some or high."),
    "start": ("Starts at", "When the day starts, such as 10:00."),
    "question": ("The question of the day", "In words for everybody."),
    "summary": ("Summary", "One sentence: what happens."),
    "approach": ("What can change, and what cannot", "In words for everybody."),
    "least_people": ("Fewest people", "A number."),
    "most_people": ("Most people", "A number."),
    "source": ("Where it comes from", "With credit."),
}
"""The parts of a block and of a plan that can be typed: what each is called, and what to type."""

OF_THE_DAY = ("title", "start", "question", "approach", "summary", "least_people", "most_people", "source")
OF_A_GROUP = {"group": ("Group {letter}", "What people call this group."), "place": ("Group {letter} meets", "Where it meets.")}
"""The parts of each group that works side by side with others."""
OF_A_BLOCK = tuple(name for name in PARTS if name not in OF_THE_DAY[1:])
"""Which of them a plan has, and which a block."""

_LOAD = {"low": "light", "some": "some; leave a little time", "high": "high; leave time to land"}


def plan_words(plan: Plan) -> Content:
    """The plan as a whole."""
    return _told([
        ("", plan.title), ("", plan.summary), ("The question of the day", plan.question),
        ("What can change, and what cannot", plan.approach),
        ("People", f"{plan.least_people} to {plan.most_people}"), ("Where it comes from", plan.source),
        ("Practices it serves", ", ".join(map(str, plan.practices))),
    ])


def day_words(day: Day) -> Content:
    """The plan as a whole, with what to look at again, and how heavy the day may be."""
    parts = [plan_words(day.script.plan)]
    if day.warnings:
        parts.append(_told([("To look at again", ""), ("", "\n".join(f"- {warning}" for warning in day.warnings))]))
    if day.script.plan.blocks:
        parts.append(_told([("How heavy the day may be", ""), ("", "\n".join(picture(day.script)))]))
    return Content("\n\n").join(parts)


def block_words(script: Script, block: Block) -> Content:
    """One part: its own lines in the plan, then the activity that runs in it."""
    leads = " and ".join(name for name in (block.lead, block.colead) if name)
    parts = [
        ("", block.title), ("", _minutes(script, block)), ("", _standing(script, block)), ("Aim", block.aim),
        ("Who leads", leads), ("Bring", block.materials), ("Notes for the team", block.notes),
        ("Only you see this", block.private),
    ]
    if activity := script.activity(block):
        parts += [
            ("What happens", activity.summary), ("What it is for", activity.purpose),
            ("How it shares power", activity.power), ("Feelings it may stir", _LOAD.get(activity.load, activity.load)),
            ("Access", "\n".join(f"- {note}" for note in activity.access)), *variants(activity),
        ]
        for number, step in enumerate(activity.steps, 1):
            parts += _step(number, step)
        parts += [("Where it comes from", activity.source), ("Practices it serves", ", ".join(map(str, activity.practices)))]
    return _told(parts)


def _minutes(script: Script, block: Block) -> str:
    least = script.least(block)
    return counted(block.minutes, "minute") + (f", {least} at the least" if least < block.minutes else "")


def _standing(script: Script, block: Block) -> str:
    """What is not usual about a part, in short sentences."""
    told = [f"It starts at {block.pin}, whatever happens." if block.pin else "",
            {"must": "It has to happen.", "could": "It can be left out."}.get(block.priority, ""),
            "When the day runs late, its time is never cut." if script.protected(block) else ""]
    return " ".join(sentence for sentence in told if sentence)


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
