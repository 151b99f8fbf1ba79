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
COLUMNS = ("Time", "Minutes", "What happens, and why", "How", "Who leads", "Materials", "It leaves")


def sheets(source: Source) -> tuple[Sheet, ...]:
    """One run sheet: the table on paper turned on its side, and the steps upright."""
    plan = source.script.plan
    title = f"Run sheet: {plan.title}"
    code = source.sheet_code("run-sheet", "This code says which sheet this is.")
    overview = Document(title, _overview(source), code, source.language, wide=True, leafed=True)
    steps = [node for time, block in timed(plan) for node in _block(source, time, block)]
    script = Document(f"Step by step: {plan.title}", tuple(steps), code, source.language, leafed=True)
    documents = (overview, script)
    note = "Print one for each facilitator. " + (
        "It holds private notes: keep it with you." if source.notes else "It holds no private notes.")
    return (Sheet("run-sheet", title, FACILITATOR, documents, note, mark="PRIVATE" if source.notes else ""),)


def _overview(source: Source) -> tuple[Node, ...]:
    plan = source.script.plan
    people = counted(source.people, "person", "people")
    asked = labelled(("Question", _flowed(plan.question)), ("Can change", _flowed(plan.approach)), run_in=True)
    return (Paragraph(words(f"{clock(plan.start, 0)} to {end(plan)}, {counted(plan.minutes, 'minute')}, {people}.")), *asked,
            Table(COLUMNS, tuple(_row(source, time, block) for time, block in timed(plan))))


def _row(source: Source, time: str, block: Block) -> tuple[Words, ...]:
    activity = source.script.activity(block)
    why = block.aim or (activity.purpose if activity else "")
    makes = ", ".join(made.replace("-", " ") for made in activity.makes) if activity else ""
    return (words(Strong(time)), words(str(block.minutes)), words(Strong(block.title), f"\n{why}" if why else ""),
            words(activity.summary if activity else ""), words(block.lead), words(block.materials), words(makes))


def _block(source: Source, time: str, block: Block) -> list[Node]:
    activity = source.script.activity(block)
    steps = activity.steps if activity else ()
    nodes: list[Node] = [Heading(2, f"{time} {block.title}, {counted(block.minutes, 'minute')}")]
    nodes += labelled(
        ("Aim", () if steps else _flowed(block.aim)), ("For the team", _flowed(block.notes)),
        ("Feelings", (LOADS.get(activity.load, ""),) if activity else ()),
        ("Access", _flowed(*activity.access) if activity else ()),
        ("By post", _flowed(activity.by_post) if activity else ()),
        ("From elsewhere", _flowed(activity.from_elsewhere) if activity else ()), run_in=True)
    if source.notes and block.private:
        nodes.append(Note(words(Strong("Private: "), block.private)))
    return nodes + [node for number, step in enumerate(steps, 1) for node in _step(step, f"{number}. " if len(steps) > 1 else "")]


def _step(step: Step, number: str) -> list[Node]:
    """What to ask, say, do and watch for. Words for the room are on the wall and in the chair's script."""
    said = step.say or step.room
    asked = [text for name in ("prompt", "question") if (text := str(step.settings.get(name, ""))) not in said]
    help_ = KINDS[step.kind].help if step.kind in KINDS else ""
    facts = [(label, texts) for label, texts in (("Ask", asked), ("Say", _flowed(said)), ("Do", _flowed(step.do)),
                                                 ("Watch for", _flowed(step.watch))) if any(texts)] or [("Do", (help_,))]
    first, texts = facts[0]
    minutes = f" ({step.minutes} min)" if step.minutes else ""
    return labelled((f"{number}{first}{minutes}", texts), *facts[1:], run_in=True)


def _flowed(*texts: str) -> tuple[str, ...]:
    """Texts as one, without the line ends of the file they come from: paper for leafing through is short of room."""
    return (" ".join(" ".join(texts).split()),)
