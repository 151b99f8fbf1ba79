"""The support card: who is there today, and who can be called at any hour. The numbers are checked before printing."""

from kit.model import Record
from printables.products.saying import of_kind, said, with_links
from printables.products.simple import one
from printables.sheet import Sheet, Source
from printables.tree import Definition, Definitions, Heading, Node, WritingSpace, paragraph

UNITED_KINGDOM = (
    ("In danger now", "Call 999, or go to A&E."), ("NHS 111", "Call 111 and press 2 for mental health. Day and night."),
    ("Samaritans", "Call 116 123. Free, day and night. Or write to jo@samaritans.org."),
    ("Shout", "Text SHOUT to 85258. Free, day and night."))
"""Help at any hour in the United Kingdom, as known in 2026."""


def sheets(source: Source) -> tuple[Sheet, ...]:
    """One card, the same for everybody."""
    own = [(said(r), _reached(r)) for r in of_kind(source.records, "support") if said(r)]
    nodes: list[Node] = [
        paragraph("Talking about hard things can stir up feelings. You do not have to be alone with them.", picture="help"),
        Heading(2, "Here today"), paragraph("Ask any of us for a quiet place or a quiet word.", picture="quiet"),
        *([_list(own)] if own else [WritingSpace(1, "Who to ask")]), Heading(2, "At any hour"), _list(UNITED_KINGDOM),
    ]
    note = "Ring every number before you print. Leave the cards where people can take one unseen."
    return one(source, "support-card", "If you need support", nodes, note, copies=source.people)


def _reached(record: Record) -> str:
    """How to reach somebody, and when that was last checked."""
    checked = said(record, "checked")
    return said(record, "how") + (f" (Checked on {checked}.)" if checked else "")


def _list(entries: "list[tuple[str, str]] | tuple[tuple[str, str], ...]") -> Node:
    return Definitions(tuple(Definition(term, with_links(text)) for term, text in entries))
