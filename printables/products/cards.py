"""Decks of cards to cut: conversation, questions to think about, ranking, glossary words."""

from collections.abc import Iterable, Sequence

from kit.model.text import counted
from printables.products.saying import of_kind, said
from printables.products.simple import WHICH
from printables.sheet import EVERYONE, Sheet, Source
from printables.tree import Card, CutGrid, Document, Node, Strong, paragraph

CONVERSATION = (
    ("What brought you here today?", "door"), ("What helps you to feel at ease in a group?", "people"),
    ("When did somebody really listen to you?", "listen"), ("What would you change first?", "light"),
    ("What do people get wrong about this?", "question"), ("What do you know that others here may not?", "talk"),
    ("What made you smile this week?", "good"), ("What should we keep as it is?", "heart"))
REFLECTION = (
    ("What did I hear that was new to me?", "ear"), ("Where did I hold back, and why?", "pause"),
    ("Who spoke most? Who spoke least?", "circle"), ("What did I feel, and where?", "feeling"),
    ("What would I do in another way next time?", "light"), ("What do I want to say to the group?", "talk"),
    ("What do I need before we meet again?", "help"), ("What am I glad about?", "sun"))
BLANK_CARDS = 8


def conversation(source: Source) -> tuple[Sheet, ...]:
    """Questions for two people or a table to talk about."""
    return _deck(source, "conversation-cards", "Cards to talk about", (_card(*card) for card in CONVERSATION))


def reflection(source: Source) -> tuple[Sheet, ...]:
    """Questions for a person to think about, alone or with somebody."""
    return _deck(source, "reflection-cards", "Cards to think about", (_card(*card) for card in REFLECTION))


def ranking(source: Source) -> tuple[Sheet, ...]:
    """What the group would put in an order, one card each, and blank ones. The cards are ordered, never the people."""
    texts = [said(r) for r in of_kind(source.records, "proposal")]
    return _deck(source, "ranking-cards", "Cards to put in order", (_card(text or " ") for text in texts or [""] * BLANK_CARDS))


def glossary(source: Source) -> tuple[Sheet, ...]:
    """Each word with its meaning on a card, to sort, to pass round or to hang up."""
    explained = [(said(r, "term"), said(r, "meaning")) for r in of_kind(source.records, "term")]
    known = {term.casefold(): (term, meaning) for term, meaning in (*source.terms, *explained) if term and meaning}
    return _deck(source, "glossary-cards", "Cards with our words",
                 ((paragraph(Strong(term)), paragraph(meaning)) for term, meaning in known.values()), "glossary", 1)


def _card(text: str, picture: str = "") -> tuple[Node, ...]:
    return (paragraph(Strong(text), picture=picture),)


def _deck(source: Source, name: str, title: str, cards: Iterable[Sequence[Node]], form: str = "",
          series: int = 0) -> tuple[Sheet, ...]:
    grid = CutGrid(tuple(Card(None, tuple(card)) for card in cards))
    if not grid.cards:
        return ()
    code = source.sheet_code(form or name, WHICH, series)
    document = Document(title, (grid,), code, source.language, headed=False)
    note = f"Print on one side. Cut out {counted(len(grid.cards), 'card')}."
    return (Sheet(name, title, EVERYONE, (document,), note, thick=True),)
