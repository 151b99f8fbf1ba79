"""The line of workshops on one page, and what is to be ready before each of them."""

from kit.model import Stage, State
from printables.products.simple import one
from printables.sheet import Sheet, Source
from printables.story import Story
from printables.tree import Node, Strong, Table, Ticks, paragraph, words

SAID = {State.DONE: "done", State.NOW: "now", State.NEXT: "next", State.LATER: "later"}
"""A stage's state as it is printed."""


def programme_line(source: Source) -> tuple[Sheet, ...]:
    """Every stage with where it stands: done, now, next or later."""
    story = source.story
    if story is None:
        return ()
    nodes: list[Node] = [paragraph(story.line.summary),
                         line_table(story, phased=any(stage.phase for stage in story.line.stages))]
    return one(source, "programme-line", story.line.title, nodes, "Hang it up, and give one to everybody.", form="agenda",
               series=1, copies=source.people)


def line_table(story: Story, *, phased: bool) -> Table:
    """The stages in a table; with `phased`, each beside the part of the programme it belongs to."""
    rows = tuple((*((words(stage.phase or "Between"),) if phased else ()), words(f"{number}. {stage.title}{_when(stage)}"),
                  words(Strong(SAID[state])))
                 for number, (stage, state) in enumerate(zip(story.line.stages, story.states, strict=True), 1))
    return Table((*(("Part",) if phased else ()), "Stage", "State"), rows)


def due_before(source: Source) -> tuple[Sheet, ...]:
    """What is to be ready before each stage that is still to come, with a box to tick beside each thing."""
    story = source.story
    if story is None:
        return ()
    stages = zip(story.line.stages, story.states, strict=True)
    coming = [stage for stage, state in stages if state is not State.DONE and stage.due]
    nodes: list[Node] = [paragraph("Ask if one of these is too much, or too soon. We can find another way.", picture="time")]
    nodes += [Ticks(f"Before “{stage.title}”" + (f", {stage.date}" if stage.date else ""), stage.due, several=True)
              for stage in coming]
    if not coming:
        nodes.append(paragraph("Nothing has to be ready just now."))
    return one(source, "due-before", "To be ready before we meet", nodes, "Send it with the bulletin.", form="agenda", series=2,
               copies=source.people)


def _when(stage: Stage) -> str:
    """When and where, on a line of its own where somebody has said."""
    return "".join(f"\n{part}" for part in (", ".join(filter(None, (stage.date, *stage.sites))),) if part)
