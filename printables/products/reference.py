"""Sheets from the reference shelf: question cards to cut, a jargon buster, and a map of resources."""

from itertools import groupby

from kit.content.reference_shelf import Deck, DeckCard, Resource
from kit.model.text import counted
from printables.drawings import DRAWINGS
from printables.products.saying import of_kind, said
from printables.products.simple import WHICH, one
from printables.sheet import EVERYONE, Sheet, Source
from printables.tree import Card, CutGrid, Definition, Definitions, Document, Heading, Link, Node, Strong, paragraph, words

TALK, THINK = "to-talk-about", "to-think-about"
"""The decks that have a product of their own name."""
FIRST_SERIES, JARGON_SERIES, RESOURCES_SERIES = 1, 2, 3
ROWS = 4


def conversation(source: Source) -> tuple[Sheet, ...]:
    """Questions for two people or a table to talk about."""
    return tuple(_deck(source, deck, "conversation-cards", "conversation-cards", 0) for deck in source.decks if deck.id == TALK)


def reflection(source: Source) -> tuple[Sheet, ...]:
    """Questions for a person to think about, alone or with somebody."""
    return tuple(_deck(source, deck, "reflection-cards", "reflection-cards", 0)
                 for deck in source.decks if deck.id == THINK)


def question_cards(source: Source) -> tuple[Sheet, ...]:
    """A sheet of cards for each of the other decks."""
    others = [deck for deck in source.decks if deck.id not in (TALK, THINK)]
    return tuple(_deck(source, deck, "question-cards", "conversation-cards", FIRST_SERIES + place % 28)
                 for place, deck in enumerate(others))


def jargon_buster(source: Source) -> tuple[Sheet, ...]:
    """Every hard word that the kit knows, and the room's own, by the alphabet. The room's meaning wins."""
    explained = ((said(r, "term"), said(r, "meaning")) for r in of_kind(source.records, "term"))
    every = (*source.jargon, *source.terms, *explained)
    known = {term.casefold(): (term, meaning) for term, meaning in every if term and meaning}
    nodes: list[Node] = [paragraph("Hard words, and what we mean by them. No list is ever complete: ask, or add your own.",
                                   picture="question")]
    for letter, keys in groupby(sorted(known), key=lambda key: key[0].upper() if key[0].isalpha() else "0 to 9"):
        entries = tuple(Definition(known[key][0], words(known[key][1])) for key in keys)
        nodes += [Heading(2, letter), Definitions(entries)]
    return one(source, "jargon-buster", "Jargon buster", nodes, "Lay out a few. Nobody needs to read it all.",
               form="glossary", series=JARGON_SERIES) if known else ()


def resource_map(source: Source) -> tuple[Sheet, ...]:
    """What helps and where it is, under its headings, each with its whole address; then what the room knows of."""
    parts = sorted({resource.part for resource in source.resources})
    nodes: list[Node] = [paragraph("What may help, and where to find it. An address may have moved since somebody last looked.",
                                   picture="light")]
    for part in parts:
        nodes.append(Heading(2, part))
        for resource in source.resources:
            if resource.part == part:
                nodes += _resource(resource)
    own = [said(r) for r in of_kind(source.records, "resource") if said(r)]
    nodes += [Heading(2, "What people here know of"), *(paragraph(text) for text in own)] if own else []
    return one(source, "resource-map", "What helps, and where", nodes, "Hang one up, and give one to each person who wants it.",
               form="glossary", series=RESOURCES_SERIES) if source.resources or own else ()


def _resource(resource: Resource) -> list[Node]:
    where = Link("", resource.where) if resource.where.startswith(("https://", "http://")) else resource.where
    labelled = [("What for", words(resource.what_for)), ("Where", (where,)), ("Cost", words(resource.cost)),
                ("What it is", words(resource.form)), ("Good to know", words(resource.access)),
                ("Last looked at", words(resource.checked))]
    entries = tuple(Definition(label, text) for label, text in labelled if text and text != ("",))
    return [Heading(3, resource.title), Definitions(entries, run_in=True)]


def _deck(source: Source, deck: Deck, name: str, form: str, series: int) -> Sheet:
    grid = CutGrid(tuple(Card(None, _card(card)) for card in deck.cards))
    document = Document(deck.title, (grid,), source.sheet_code(form, WHICH, series), source.language, headed=False)
    note = f"Print on one side. Cut out {counted(len(deck.cards), 'card')}. From: {deck.source}"
    mark = deck.id if name == "question-cards" else ""
    return Sheet(name, deck.title, EVERYONE, (document,), note, mark=mark, thick=True)


def _card(card: DeckCard) -> tuple[Node, ...]:
    picture = card.picture if card.picture in DRAWINGS else ""
    question = paragraph(Strong(card.question), picture=picture)
    return (paragraph(card.about), question) if card.about else (question,)
