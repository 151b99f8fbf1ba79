"""The run sheet: the facilitator's timed plan, first as one table, then step by step: what to say, do and watch for.

Columns as facilitators know them (FIELD.md, 7). Private notes are on it only where the source says so.
"""

from kit.content.vocabulary import KINDS
from kit.model import Block, Step
from kit.model.text import counted
from printables.sheet import FACILITATOR, Sheet, Source
from printables.times import clock, end, timed
from printables.tree import Document, Heading, Node, Note, Paragraph, Strong, Table, Words, labelled, words

LOADS = {"some": "This may stir up feelings.", "high": "This may stir up strong feelings. Plan time to rest after it."}
COLUMNS = ("Time", "Minutes", "What happens", "Why", "How", "Who leads", "Materials")


def sheets(source: Source) -> tuple[Sheet, ...]:
    """One run sheet: the table on paper turned on its side, and the steps upright."""
    plan = source.script.plan
    title = f"Run sheet: {plan.title}"
    code = source.sheet_code("run-sheet", "This code says which sheet this is.")
    overview = Document(title, _overview(source), code, source.language, wide=True, leafed=True)
    steps = [node for time, block in timed(plan) for node in _block(source, time, block)]
    asked = labelled(("Question", _flowed(plan.question)), ("Can change", _flowed(plan.approach)), run_in=True)
    script = Document(f"Step by step: {plan.title}", (*asked, *steps), code, source.language, leafed=True)
    documents = (overview, script)
    note = "Print one for each facilitator. " + (
        "It holds private notes: keep it with you." if source.notes else "It holds no private notes.")
    return (Sheet("run-sheet", title, FACILITATOR, documents, note, mark="PRIVATE" if source.notes else ""),)


def _overview(source: Source) -> tuple[Node, ...]:
    plan = source.script.plan
    people = counted(source.people, "person", "people")
    return (Paragraph(words(f"{clock(plan.start, 0)} to {end(plan)}, {counted(plan.minutes, 'minute')}, {people}.")),
            Table(COLUMNS, tuple(_row(source, time, block) for time, block in timed(plan))))


def _row(source: Source, time: str, block: Block) -> tuple[Words, ...]:
    activity = source.script.activity(block)
    return (words(Strong(time)), words(str(block.minutes)), words(Strong(block.title)),
            words(block.aim or (activity.purpose if activity else "")), words(activity.summary if activity else ""),
            words(block.lead), words(block.materials))


def _block(source: Source, time: str, block: Block) -> list[Node]:
    activity = source.script.activity(block)
    steps = activity.steps if activity else ()
    nodes: list[Node] = [Heading(2, f"{time} {block.title}, {counted(block.minutes, 'minute')}")]
    nodes += labelled(
        ("Who leads", (block.lead,)), ("Aim", () if steps else _flowed(block.aim)), ("For the team", _flowed(block.notes)),
        ("Feelings", (LOADS.get(activity.load, ""),) if activity else ()),
        ("Access", _flowed(*activity.access) if activity else ()), run_in=True)
    if source.notes and block.private:
        nodes.append(Note(words(Strong("Private: "), block.private)))
    return nodes + [node for number, step in enumerate(steps, 1) for node in _step(step, number, len(steps))]


def _step(step: Step, number: int, steps: int) -> list[Node]:
    title = f"Step {number} of {steps}" + (f", {counted(step.minutes, 'minute')}" if step.minutes else "")
    asked = [str(step.settings.get(name, "")) for name in ("prompt", "question")]
    help_ = KINDS[step.kind].help if step.kind in KINDS else ""
    facts = (("For the room", _flowed(step.room)), ("Ask", [text for text in asked if text not in step.room]),
             ("Say", _flowed(step.say)), ("Do", _flowed(step.do)), ("Watch for", _flowed(step.watch)))
    return [Heading(3, title), *(labelled(*facts, run_in=True) or labelled(("Do", (help_,)), run_in=True))]


def _flowed(*texts: str) -> tuple[str, ...]:
    """Texts as one, without the line ends of the file they come from: paper for leafing through is short of room."""
    return (" ".join(" ".join(texts).split()),)
