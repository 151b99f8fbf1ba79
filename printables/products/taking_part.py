"""How I like to take part: a card that a person may fill in, keep, or hand over. Nothing on it is asked aloud."""

from printables.products.simple import each
from printables.sheet import Sheet, Source
from printables.tree import Node, Ticks, WritingSpace, paragraph

WAYS = ("Speaking", "Writing", "Drawing", "Listening")
HELPS = ("A seat near the door", "A quiet place", "Large print", "Breaks when I need them", "Questions before the day",
         "Somebody beside me")


def sheets(source: Source) -> tuple[Sheet, ...]:
    """One card for each person."""
    nodes: list[Node] = [
        paragraph("This card is yours. Keep it, or show it to one of us. You can leave it empty.", picture="hand"),
        Ticks("I like to take part by", WAYS, ("talk", "write", "draw", "ear"), several=True),
        Ticks("These things help me", HELPS, several=True),
        WritingSpace(2, "Please do"), WritingSpace(2, "Please do not"),
    ]
    return each(source, "taking-part", "How I like to take part", nodes, "Offer it; ask nobody for it.")
