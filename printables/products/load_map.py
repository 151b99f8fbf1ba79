"""The load map: how heavy each part of the day may be, for the team, or for the room to change."""

from kit.model.clock import clock
from kit.model.text import counted
from kit.model.weight import WORDS, longest_without_rest, weights
from printables.products.simple import one
from printables.sheet import Sheet, Source
from printables.tree import Node, Strong, Table, WritingSpace, paragraph, words

MARKS = {"low": 1, "some": 2, "high": 3}
"""Dots beside the word, so that a glance is enough."""


def sheets(source: Source) -> tuple[Sheet, ...]:
    """One sheet for the team."""
    parts = weights(source.script)
    rows = tuple((words(Strong(clock(part.start))), words(str(part.minutes)), words(part.title or "Free time"),
                  words(f"{'•' * MARKS.get(part.load, 0)} {WORDS[part.load]}".strip())) for part in parts)
    nodes: list[Node] = [
        paragraph("What is light for one person may be heavy for another. Ask, and change the day."),
        Table(("Time", "Minutes", "What", "How heavy"), rows)]
    if longest := longest_without_rest(parts):
        nodes.append(paragraph(f"The longest time without a rest or something light: {counted(longest, 'minute')}."))
    nodes += [WritingSpace(2, "Where will we rest?"), WritingSpace(2, "Who stays near whom, and who leads then?")]
    note = "For the team. Hang it up only if the group looks at it together."
    return one(source, "load-map", "How heavy is our day?", nodes, note, form="run-sheet", series=1, team=True)
