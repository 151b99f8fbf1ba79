"""The agenda: what the people here will do and when. Never a private note, a name, or a note for the team."""

from printables.products.pictured import picture_of
from printables.sheet import EVERYONE, SAME, Sheet, Source
from printables.times import clock, end, timed
from printables.tree import Document, Node, Note, Strong, Table, labelled, paragraph, words


def sheets(source: Source) -> tuple[Sheet, ...]:
    """One agenda, the same for everybody."""
    plan, wording = source.script.plan, source.wording
    say, shipped = wording.say, wording.shipped
    title = say("Agenda: {plan}", plan=shipped(plan.title))
    code = source.sheet_code("agenda", say("This code says which sheet this is."))
    opening = wording.say_runs("We start at {start} and end at {end}.", start=Strong(clock(plan.start, 0)), end=Strong(end(plan)))
    children: list[Node] = [
        paragraph(*opening, picture="time"),
        *labelled((say("Our question"), (shipped(plan.question),)), (say("What we can change"), (shipped(plan.approach),))),
        Note(words(Strong(say("You can pass.")), " " + say("You can leave and come back. Nobody will ask why.")), "door"),
        Table((say("Time"), say("What"), say("Minutes")), tuple(
            (words(Strong(time)), words(Strong(shipped(block.title)), f"\n{shipped(block.aim)}" if block.aim else ""),
             words(str(block.minutes)))
            for time, block in timed(plan)), pictures=tuple(picture_of(block, source.script) for block in plan.blocks)),
    ]
    document = Document(title, tuple(children), code, source.language)
    return (Sheet("agenda", title, EVERYONE, (document,), "Give out one each.",
                  share=SAME, copies=source.people),)

