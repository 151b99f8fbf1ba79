"""Cards to cut that the room has filled: what to put in order, and words with their meaning."""

from collections.abc import Iterable, Sequence

from kit.model.sheetcode import SERIES
from kit.model.text import counted
from printables.products.saying import of_kind, said, steps_of
from printables.products.simple import WHICH
from printables.sheet import EVERYONE, Sheet, Source
from printables.tree import Card, CutGrid, Document, Node, Strong, paragraph

BLANK_CARDS = 8


def ranking(source: Source) -> tuple[Sheet, ...]:
    """What the group would put in an order, one card each, and blank ones. The cards are ordered, never the people."""
    ranked = [text for step in steps_of(source.script, "rank") for text in step.settings.get("options", ())]
    texts = ranked or [said(r) for r in of_kind(source.records, "proposal") if said(r)]
    cards = [f"{mark}: {text}" for mark, text in zip(SERIES, texts, strict=False)] or [" "] * BLANK_CARDS
    return deck(source, "ranking-cards", "Cards to put in order", ((paragraph(Strong(text)),) for text in cards))


def glossary(source: Source) -> tuple[Sheet, ...]:
    """Each word with its meaning on a card, to sort, to pass round or to hang up."""
    explained = [(said(r, "term"), said(r, "meaning")) for r in of_kind(source.records, "term")]
    known = {term.casefold(): (term, meaning) for term, meaning in (*source.terms, *explained) if term and meaning}
    return deck(source, "glossary-cards", "Cards with our words",
                 ((paragraph(Strong(term)), paragraph(meaning)) for term, meaning in known.values()), "glossary", 1)


def deck(source: Source, name: str, title: str, cards: Iterable[Sequence[Node]], form: str = "",
         series: int = 0) -> tuple[Sheet, ...]:
    """Cards to cut out, the same for everybody; none where there is nothing to put on them."""
    grid = CutGrid(tuple(Card(None, tuple(card)) for card in cards))
    if not grid.cards:
        return ()
    code = source.sheet_code(form or name, WHICH, series)
    document = Document(title, (grid,), code, source.language, headed=False)
    note = f"Print on one side. Cut out {counted(len(grid.cards), 'card')}."
    return (Sheet(name, title, EVERYONE, (document,), note, thick=True),)
