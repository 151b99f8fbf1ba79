"""You said, we did: each thing people asked for, what came of it, and why not where it could not be done."""

from printables.products.saying import of_kind, said
from printables.products.simple import one
from printables.sheet import Sheet, Source
from printables.tree import Node, Table, Words, paragraph, words

ROWS = 6
HEADER = ("You said", "We did", "We could not, because")
NOT_YET = "Not yet. It is not forgotten."


def sheets(source: Source) -> tuple[Sheet, ...]:
    """One hand-out, or room to fill it in by hand. It tells of the whole programme, so nothing is lost between workshops."""
    changes = [r for r in of_kind(source.programme_records or source.records, "change") if said(r)]
    rows = tuple(row(said(r), said(r, "did"), said(r, "why_not"), said(r, "next")) for r in changes)
    nodes: list[Node] = [paragraph("This is what came of what you told us. Ask us about any of it.", picture="talk"),
                         Table(HEADER, rows, 0 if rows else ROWS)]
    return one(source, "you-said", "You said, we did", nodes,
               "Send it to everybody who was there, and hang it up.", copies=source.people)


def row(asked: str, did: str, could_not: str, next_: str = "") -> tuple[Words, Words, Words]:
    """One thing people asked for, and what came of it; where nothing did yet, that is said."""
    done = did or ("" if could_not else NOT_YET)
    return words(asked), words(f"{done} You will see it: {next_}." if next_ else done), words(could_not)
