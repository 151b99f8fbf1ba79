"""Drafts for the people quoted: each sees exactly what would be shown of theirs, and says yes, change it, or no.

People are known by what they gave: the letter of their account, the code of their slip, the name they chose, the number of
their drawing. Two laptops may have used one letter, and two workshops one number: those are two people, with a sheet each.
What nobody can be asked about stands on one sheet for the whole room.
"""

from collections.abc import Iterable, Sequence

from kit.desk.outputs import credited
from kit.desk.reports.material import Material
from kit.desk.reports.parts import heading_of, shown
from kit.model import Record
from kit.reflect import Holdings
from printables.tree import Document, Heading, Node, Paragraph, Ticks, WritingSpace, paragraph, words

ROOM = "Everybody"
ANSWERS = ("Yes, like this", "Yes, with a change", "No")
_NOBODYS = frozenset({"attendance", "feedback", "check-in", "vote", "rating", "ranking", "rating-rule", "seating", "groups",
                      "seat-plan", "resonance", "absence", "coding", "theme", "note", "talk", "person", "name"})
"""Kinds that quote nobody: counts, what the facilitator wrote, and what was made of others' words."""


def drafts(from_: Material, title: str) -> tuple[Document, ...]:
    """A sheet for each person quoted, then one for what has no owner that we know of."""
    owners: dict[tuple[str, str], list[Record]] = {}
    for record in from_.held.records:
        if record.kind not in _NOBODYS and credited(record):
            owners.setdefault(_owner(record, from_.held), []).append(record)
    ordered = sorted(owners, key=lambda one: (one[0] == ROOM, len(one[0]), one))
    return tuple(_sheet(one[0], owners[one], title) for one in ordered)


def _owner(record: Record, held: Holdings) -> tuple[str, str]:
    """Who is to be asked about a record, without a name that they did not choose; and what tells them from others so called."""
    if record.content.get("letter"):
        return f"Letter {record.content['letter']}", held.root(record.id)
    if record.consent.slip:
        return f"Slip {record.consent.slip}", ""
    if record.maker:
        return record.maker, ""
    if record.kind != "drawing":
        return ROOM, ""
    meeting = held.meeting(record) if len(held.meetings) > 1 else None
    where = f", workshop {meeting.number}" if meeting else ""
    return f"Drawing {record.content['label']}{where}", record.origin.workshop


def _sheet(who: str, records: Sequence[Record], title: str) -> Document:
    asked = ("These words have no name. Read them to the room, or send them round." if who == ROOM else
             "These words are yours. Nothing is shown of them that is not here.")
    nodes: list[Node] = [
        paragraph(f"This is a draft of: {title}. {asked}"),
        paragraph("Tick one box for each. No is always fine, and nobody asks why."), *_asked(records),
        paragraph("Give this sheet back to the facilitator. You can change your mind later too.")]
    return Document(f"Before anybody else sees it: {who}", tuple(nodes))


def _asked(records: Iterable[Record]) -> list[Node]:
    nodes: list[Node] = []
    for number, record in enumerate(records, 1):
        nodes += [Heading(2, f"{number}. {heading_of(record)}"), *_as_shown(record),
                  Ticks("May this be shown like this?", ANSWERS), WritingSpace(2, "What should change?")]
    return nodes


def _as_shown(record: Record) -> list[Node]:
    return [Paragraph(words(node.words)) if isinstance(node, Heading) else node for node in shown(record)]
