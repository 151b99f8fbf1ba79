"""The agenda: what the people here will do and when. Never a private note, a name, or a note for the team."""

from printables.products.pictured import picture_of
from printables.sheet import EVERYONE, SAME, Sheet, Source
from printables.times import clock, end, timed
from printables.tree import Document, Node, Note, Strong, Table, labelled, paragraph, words


def sheets(source: Source) -> tuple[Sheet, ...]:
    """One agenda, the same for everybody."""
    plan = source.script.plan
    title = f"Agenda: {plan.title}"
    code = source.sheet_code("agenda", "This code says which sheet this is.")
    children: list[Node] = [
        paragraph("We start at ", Strong(clock(plan.start, 0)), " and end at ", Strong(end(plan)), ".", picture="time"),
        *labelled(("Our question", (plan.question,)), ("What we can change", (plan.approach,))),
        Note(words(Strong("You can pass."), " You can leave and come back. Nobody will ask why."), "door"),
        Table(("Time", "What", "Minutes"), tuple(
            (words(Strong(time)), words(Strong(block.title), f"\n{block.aim}" if block.aim else ""),
             words(str(block.minutes)))
            for time, block in timed(plan)), pictures=tuple(picture_of(block, source.script) for block in plan.blocks)),
    ]
    document = Document(title, tuple(children), code, source.language)
    return (Sheet("agenda", title, EVERYONE, (document,), "Give out one each.",
                  share=SAME, copies=source.people),)

