"""Reports from one document tree: what each is called, which way out it goes, and what stands in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kit.desk.reports.involvement import involvement
from kit.desk.reports.log import log
from kit.desk.reports.material import Material
from kit.desk.reports.telling import accounts, booklet, programme, tonight
from kit.model.gate import Way
from printables.tree import Document, Node


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of report."""

    name: str
    title: str
    about: str
    way: Way
    """Only what may go out on this way is in it."""
    build: Callable[[Material], list[Node]]


KINDS: Mapping[str, Kind] = {kind.name: kind for kind in (
    Kind("tonight", "What we made together", "the last workshop, for those who were there", Way.PAPER, tonight),
    Kind("programme", "Our programme so far", "what was made, what it means, what came of it", Way.REPORT, programme),
    Kind("involvement", "How people were involved", "in the shape of the GRIPP2 short form", Way.REPORT, involvement),
    Kind("accounts", "Our accounts", "an appendix, each account by its letter", Way.REPORT, accounts),
    Kind("gallery", "Our drawings", "a booklet of drawings and captions", Way.REPORT, booklet),
    Kind("log", "The facilitator’s log", "for you alone: times, turns, notes, what went wrong", Way.SCREEN, log),
)}
"""Every kind, in the order in which they are offered."""


def document(kind: Kind, from_: Material) -> Document:
    """The report as a document tree."""
    return Document(f"{kind.title}: {from_.name}", tuple(kind.build(from_)))
