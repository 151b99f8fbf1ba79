"""Who gets what print: one pack, shared out over the profiles that people asked for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from printables.sheet import CARDS, FACILITATOR, ONCE, OWN, SAME, Sheet
from printables.tree import CutGrid, Document


@dataclass(frozen=True, slots=True)
class Part:
    """One file to print: a sheet, or a share of it, and how large."""

    sheet: Sheet
    profile: str
    pages: int = 0
    """Pages of all copies; 0 where nobody has counted yet."""


def shared(sheets: Iterable[Sheet], usual: str, wishes: Mapping[str, int], people: int) -> list[Part]:
    """Each sheet as the parts it is printed in.

    `wishes` says how many people asked for each profile. What the room or the team shares is in the usual one.
    """
    counts = {usual: max(0, people - sum(wishes.values()) + wishes.get(usual, 0)),
              **{profile: count for profile, count in wishes.items() if profile != usual}}
    return [part for sheet in sheets for part in (
        [Part(sheet, usual)] if sheet.share == ONCE or sheet.audience == FACILITATOR or len(counts) == 1
        else _parts(sheet, counts, people))]


def _parts(sheet: Sheet, counts: Mapping[str, int], people: int) -> Iterator[Part]:
    first = 0
    for profile, count in counts.items():
        share = _share(sheet, first, count, people)
        if share.documents and share.count:
            yield Part(share, profile)
        first += count


def _share(sheet: Sheet, first: int, count: int, people: int) -> Sheet:
    """What so many people get of it, from this one on. A sheet for each table is one for each person who asked."""
    if sheet.share == SAME:
        return replace(sheet, copies=min(count, sheet.copies) if first == 0 else count)
    if sheet.share == OWN:
        return replace(sheet, documents=sheet.documents[first:first + count])
    assert sheet.share == CARDS
    found = tuple(_cut(document, first, count, people) for document in sheet.documents)
    return replace(sheet, documents=tuple(document for document in found if document.children))


def _cut(document: Document, first: int, count: int, people: int) -> Document:
    grid, = (node for node in document.children if isinstance(node, CutGrid))
    each = len(grid.cards) // people
    cards = grid.cards[first * each:(first + count) * each]
    return replace(document, children=(CutGrid(cards),) if cards else ())
