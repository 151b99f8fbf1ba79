"""You said, we did: each thing people asked for, what came of it, and why not where nothing did."""

from collections.abc import Iterable

from kit.model import Record
from printables.products.saying import of_kind, said
from printables.products.simple import one
from printables.sheet import Sheet, Source
from printables.tree import Node, Table, Words, paragraph, words

ROWS = 6


CAME = {"done": "Done.", "on": "Still to do.", "dropped": "We could not, or will not."}


def answered(records: Iterable[Record]) -> tuple[tuple[Words, Words], ...]:
    """What people asked to change and was looked back at: what they said, and what came of it, as it stands last."""
    last = {tuple(r.content["of"]): r for r in of_kind(records, "carried") if r.content["what"] == "change"}
    return tuple((words(said(r, "about")), words(f"{CAME[said(r, 'came')]} {said(r)}".strip())) for r in last.values())


def sheets(source: Source) -> tuple[Sheet, ...]:
    """One hand-out, or room to fill it in by hand."""
    changes = [r for r in of_kind(source.records, "change") if said(r)]
    rows = tuple((words(said(r)), words(said(r, "did") or said(r, "why_not"))) for r in changes)
    rows += answered(source.story.records if source.story else source.records)
    nodes: list[Node] = [paragraph("This is what came of what you told us. Ask us about any of it.", picture="talk"),
                         Table(("You said", "We did, or why not"), rows, 0 if rows else ROWS)]
    return one(source, "you-said", "You said, we did", nodes,
               "Send it to everybody who was there, and hang it up.", copies=source.people)
