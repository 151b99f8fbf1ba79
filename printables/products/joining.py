"""Sheets people put themselves down on: for a topic, and for a pair. A first name, or a sign of one's own, will do."""

from printables.products.saying import of_kind, said
from printables.products.simple import one
from printables.sheet import Sheet, Source
from printables.tree import Heading, Node, Table, paragraph

ROWS, PAIRS = 4, 5


def sign_up(source: Source) -> tuple[Sheet, ...]:
    """A list for each topic the room wants to take further, or one list."""
    topics = [said(r) for r in of_kind(source.records, "topic") if said(r)] or ["I would like to take part in"]
    nodes: list[Node] = [paragraph("Put a name or a sign of your own. You can take it off again.", picture="write")]
    for topic in topics:
        nodes += [Heading(2, topic), Table(("Name or sign", "How to reach me"), (), ROWS)]
    return one(source, "sign-up", "Sign up", nodes, "Hang it by the door. Keep it safe: it holds names.")


def pairing(source: Source) -> tuple[Sheet, ...]:
    """Who meets whom, to fill in by hand."""
    nodes: list[Node] = [paragraph("Two people who would like to work on something together.", picture="people"),
                         Table(("One", "The other", "What about"), (), PAIRS),
                         paragraph("Meet when and where it suits you both. Tell us if there is something that would help.")]
    return one(source, "pairing", "Pairs", nodes, "Print one. People fill it in themselves.")
