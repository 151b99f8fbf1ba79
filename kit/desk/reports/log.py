"""The facilitator's own log: minutes planned and used, turns, what went wrong and what changed, their own notes."""

from kit.desk.reports.charts import times, turns
from kit.desk.reports.material import Material
from kit.desk.reports.parts import quotes, section, what_was_left_out, who_was_there
from kit.desk.reports.telling import went_wrong
from printables.tree import Node, Strong, paragraph


def log(from_: Material) -> list[Node]:
    """For the facilitator alone: it may hold private notes."""
    nodes: list[Node] = [paragraph(Strong("For you alone."), " Your own notes are in it. Do not leave it about."),
                         *who_was_there(from_)]
    for meeting, rows in from_.times:
        nodes += section(f"Time in workshop {meeting.number}: {meeting.title}", *times(rows))
    nodes += section("Turns that were counted", *turns(from_.held))
    nodes += went_wrong(from_)
    return [*nodes, *section("Your own notes", *quotes(from_.held.of_kind("note"))), *what_was_left_out(from_)]
