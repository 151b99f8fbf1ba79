"""You said, we did: each thing people asked for, what came of it, and why not where it could not be done."""

from collections.abc import Iterable

from kit.model import Record, standing
from kit.model.changes import what_became
from printables.products.saying import of_kind
from printables.products.simple import one
from printables.sheet import Sheet, Source
from printables.tree import Node, Table, Words, paragraph, words

ROWS = 6
HEADER = ("You said", "We did", "We could not, because")
NOT_YET = "Not yet. It is not forgotten."


def sheets(source: Source) -> tuple[Sheet, ...]:
    """One hand-out, or room to fill it in by hand. It tells of the whole programme, so nothing is lost between workshops."""
    every = standing((*source.programme_records, *(source.story.records if source.story else ()), *source.records))
    rows = answered(every)
    nodes: list[Node] = [paragraph("This is what came of what you told us. Ask us about any of it.", picture="talk"),
                         Table(HEADER, rows, 0 if rows else ROWS)]
    return one(source, "you-said", "You said, we did", nodes,
               "Send it to everybody who was there, and hang it up.", copies=source.people)


def answered(records: Iterable[Record]) -> tuple[tuple[Words, ...], ...]:
    """A row for each thing that people asked for, with what came of it."""
    came = what_became(one for kind in ("change", "carried") for one in of_kind(records, kind))
    return tuple(row(each.said, each.did, each.could_not, each.next) for each in came)


def row(asked: str, did: str, could_not: str, next_: str = "") -> tuple[Words, Words, Words]:
    """One thing people asked for, and what came of it; where nothing did yet, that is said."""
    done = did or ("" if could_not else NOT_YET)
    return words(asked), words(f"{done} You will see it: {next_}." if next_ else done), words(could_not)
