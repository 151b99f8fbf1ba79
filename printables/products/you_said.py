"""You said, we did: each thing people asked for, what came of it, and why not where nothing did."""

from printables.products.saying import of_kind, said
from printables.products.simple import one
from printables.sheet import Sheet, Source
from printables.tree import Node, Table, paragraph, words

ROWS = 6


def sheets(source: Source) -> tuple[Sheet, ...]:
    """One hand-out, or room to fill it in by hand."""
    changes = [r for r in of_kind(source.records, "change") if said(r)]
    rows = tuple((words(said(r)), words(said(r, "did") or said(r, "why_not"))) for r in changes)
    nodes: list[Node] = [paragraph("This is what came of what you told us. Ask us about any of it.", picture="talk"),
                         Table(("You said", "We did, or why not"), rows, 0 if rows else ROWS)]
    return one(source, "you-said", "You said, we did", nodes,
               "Send it to everybody who was there, and hang it up.", copies=source.people)
