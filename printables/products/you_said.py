"""You said, we did: each thing people asked for, what came of it, and why not where it could not be done."""

from collections.abc import Callable, Iterable, Mapping

from kit.model import Record
from printables.products.saying import of_kind, said
from printables.products.simple import one
from printables.sheet import Sheet, Source
from printables.tree import Node, Table, Words, paragraph, words

ROWS = 6
HEADER = ("You said", "We did", "We could not, because")
NOT_YET = "Not yet. It is not forgotten."


def asked_and_done(records: Iterable[Record]) -> tuple[tuple[str, str, str], ...]:
    """What people asked to change and was looked back at: what they said, what was done, and why it could not be done."""
    last = {tuple(r.content["of"]): r for r in of_kind(records, "carried") if r.content["what"] == "change"}
    return tuple((said(r, "about"), *_CAME[said(r, "came")](said(r))) for r in last.values())


_CAME: Mapping[str, Callable[[str], tuple[str, str]]] = {
    "done": lambda words: (words or "Done.", ""), "on": lambda words: (f"Still to do. {words}".strip(), ""),
    "dropped": lambda words: ("", words or "We could not, or will not.")}
"""What was done and what could not be, by what came of a thing that was carried over."""


def sheets(source: Source) -> tuple[Sheet, ...]:
    """One hand-out, or room to fill it in by hand. It tells of the whole programme, so nothing is lost between workshops."""
    every = source.programme_records or source.records
    changes = [r for r in of_kind(every, "change") if said(r)]
    came = asked_and_done(source.story.records if source.story else every)
    waiting = [r for r in changes if said(r) not in {asked for asked, _, _ in came}]
    rows: tuple[tuple[Words, ...], ...] = tuple(
        row(said(r), said(r, "did"), said(r, "why_not"), said(r, "next")) for r in waiting)
    rows += answered(source.story.records if source.story else every)
    nodes: list[Node] = [paragraph("This is what came of what you told us. Ask us about any of it.", picture="talk"),
                         Table(HEADER, rows, 0 if rows else ROWS)]
    return one(source, "you-said", "You said, we did", nodes,
               "Send it to everybody who was there, and hang it up.", copies=source.people)


def answered(records: Iterable[Record]) -> tuple[tuple[Words, ...], ...]:
    """The rows of what came of what people asked for."""
    return tuple(row(*each) for each in asked_and_done(records))


def row(asked: str, did: str, could_not: str, next_: str = "") -> tuple[Words, Words, Words]:
    """One thing people asked for, and what came of it; where nothing did yet, that is said."""
    done = did or ("" if could_not else NOT_YET)
    return words(asked), words(f"{done} You will see it: {next_}." if next_ else done), words(could_not)
