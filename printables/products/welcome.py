"""For somebody who joins: who we are, how we work, what we agreed and decided, our words. And drawings from before, to hang."""

from collections.abc import Sequence

from kit.model import Record
from printables.products.between import coming, waiting
from printables.products.line import line_table
from printables.products.saying import of_kind, said, said_lines
from printables.products.simple import one
from printables.products.what_we_made import decisions, drawings, listing
from printables.sheet import Sheet, Source
from printables.tree import Definition, Definitions, Heading, List, Node, Note, Strong, paragraph, words

COPIES = 2
"""Joiner's packs in a usual print: people join one by one."""


def joiner_pack(source: Source) -> tuple[Sheet, ...]:
    """All that somebody who is new needs to take part as an equal, and nothing about anybody who did not ask for it."""
    story = source.story
    if story is None:
        return ()
    nodes: list[Node] = [
        paragraph(Strong(story.line.title), f"\n{story.line.summary}", picture="people"),
        Note(words("You do not have to say who you are, or why you are here. ", Strong("You can pass"), " on anything."), "door"),
        Heading(2, "How we work here"), paragraph(story.line.approach or source.script.plan.approach or "Please ask us."),
        Heading(2, "Who we are"), *_who(story.records),
        Heading(2, "Where we are now"), line_table(story, phased=False),
        *coming(story),
        *_agreement(story.records), *decisions(story.records), *waiting(story), *_words(source)]
    return one(source, "joiner-pack", "Welcome to our group", nodes, "Give one to each person who joins. Go through it together.",
               form="what-we-made", series=1, copies=COPIES)


def drawings_again(source: Source) -> tuple[Sheet, ...]:
    """Every drawing on show from the workshops that have been, with its captions: to hang beside it again."""
    story = source.story
    nodes: list[Node] = []
    for past in story.past if story else ():
        made = drawings(story.made_in([past.session]), source) if story else []
        nodes += [Heading(2, past.called), *made[1:]] if made else []
    if not nodes:
        return ()
    return one(source, "drawings-again", "Drawings from before", nodes, "Hang each drawing again, with its words beside it.",
               form="gallery-labels", series=1)


def _who(records: Sequence[Record]) -> list[Node]:
    said_so = [said(r) for r in of_kind(records, "about-us") if said(r)]
    if not said_so:
        return [paragraph("Nobody has written a line about themselves yet. You can be the first, or leave it.")]
    return [List(tuple(map(words, said_so))),
            paragraph("Each line is here because somebody wanted it here. You can add one, or none.")]


def _agreement(records: Sequence[Record]) -> list[Node]:
    agreements = of_kind(records, "agreement")
    if not agreements:
        return []
    title = "Our group agreement" if agreements[-1].content.get("signed") else "Our group agreement, still a draft"
    version = agreements[-1].content.get("version", 1)
    return listing(title + (f" (version {version})" if version > 1 else ""), said_lines(agreements[-1], "lines"))


def _words(source: Source) -> list[Node]:
    entries = tuple(Definition(term, words(meaning)) for term, meaning in source.terms if meaning)
    return [Heading(2, "Words we use"), Definitions(entries)] if entries else []
