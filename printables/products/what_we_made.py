"""What we made: a hand-out of what the room made. A name only as its maker chose, and never what one person alone may see."""

from collections.abc import Sequence

from kit.model import Record, Visible, standing
from kit.model.results import DISSENT, dissent_of
from printables.products.saying import of_kind, said, said_lines
from printables.sheet import EVERYONE, SAME, Sheet, Source
from printables.tree import Definition, Definitions, Document, Heading, List, Node, Photo, Strong, labelled, paragraph, words

LISTS = (("thought", "What we wrote down"), ("skill", "Interests and skills we can share"),
         ("topic", "Topics we want to take further"), ("change", "What we want to change"),
         ("parked", "Kept for another day"))
"""Kinds of record that are one short text each, with their headings. Access needs are never on this sheet."""

DECISION = (("Who decided", "who_decides"), ("Final say", "final_say"), ("Could not change", "fixed"),
            ("Who acts", "who_acts"), ("We look again", "review"))
"""What else a decision says, with the parts of the record. Decision, reasons and other views come first."""


def sheets(source: Source) -> tuple[Sheet, ...]:
    """One hand-out, or none where there is nothing to hand out yet."""
    records = source.records
    nodes = [*_agreement(records), *_words(records), *drawings(records, source), *decisions(records)]
    for kind, heading in LISTS:
        nodes += listing(heading, [_credited(r) for r in of_kind(records, kind) if said(r)])
    if not nodes:
        return ()
    title = "What we made together"
    names = "A name stands only where somebody asked for it." if any(r.maker for r in records) else "There are no names on it."
    opening = paragraph(Strong(source.script.plan.title), "\nHere is what we kept from our time together. "
                        f"{names} Tell us if something is wrong or should come out.")
    code = source.sheet_code("what-we-made", "This code says which sheet this is.")
    return (Sheet("what-we-made", title, EVERYONE, (Document(title, (opening, *nodes), code, source.language),),
                  "Give one to everybody who would like one.", share=SAME, copies=source.people),)


def listing(heading: str, texts: Sequence[str]) -> list[Node]:
    """A list under its heading; nothing where there is nothing to list."""
    kept = tuple(words(text) for text in texts if text)
    return [Heading(2, heading), List(kept)] if kept else []


def _agreement(records: Sequence[Record]) -> list[Node]:
    """The agreement as it stood last, or the lines made so far where the group has not said yes to one."""
    agreements = of_kind(records, "agreement")
    lines = said_lines(agreements[-1], "lines") if agreements else [said(r) for r in of_kind(records, "rule")]
    return listing("Our group agreement", lines)


def _words(records: Sequence[Record]) -> list[Node]:
    entries = tuple(Definition(said(r, "term"), words(said(r, "meaning"))) for r in of_kind(records, "term"))
    return [Heading(2, "Words we explained"), Definitions(entries)] if entries else []


def drawings(records: Sequence[Record], source: Source) -> list[Node]:
    """Captions under the label of their drawing. A drawing its maker keeps private is left out, captions and all."""
    drawings = {said(r, "label"): r for r in standing(records) if r.kind == "drawing"}
    private = {label for label, r in drawings.items() if r.visible == Visible.ME or not r.content.get("shown")}
    captions: dict[str, list[str]] = {label: [] for label in drawings}
    for record in of_kind(records, "caption"):
        captions.setdefault(said(record, "label"), []).append(_credited(record))
    nodes: list[Node] = []
    for label in sorted(captions, key=lambda label: (label[:1], len(label), label)):
        drawing = drawings.get(label)
        parts = [] if label in private else [*_picture(drawing, source), *_drawing(drawing, captions[label])]
        nodes += [Heading(3, f"Drawing {label}"), *parts] if parts else []
    return [Heading(2, "Our drawings"), *nodes] if nodes else []


def _picture(record: Record | None, source: Source) -> list[Node]:
    """The photograph of a drawing, where there is one."""
    data = source.pictures.get(said(record, "picture")) if record else None
    return [Photo(data, said(record, "alt") or f"Drawing {said(record, 'label')}")] if record and data else []


def _drawing(record: Record | None, texts: Sequence[str]) -> list[Node]:
    prompt, own, maker = (said(record, "prompt"), said(record), record.maker) if record else ("", "", "")
    return labelled(("Made by", (maker,)), ("Prompt", (prompt,)), ("The maker says", (own,)), ("Captions", texts))


def _credited(record: Record) -> str:
    """The words, with their maker's name where one was asked for."""
    return said(record) + (f" ({record.maker})" if record.maker else "")


def decisions(records: Sequence[Record]) -> list[Node]:
    """Decisions with their reasons and every other view; those that are not made yet under a heading of their own."""
    decisions = of_kind(records, "decision")
    views = of_kind(records, DISSENT)
    made = [node for r in decisions if not r.content.get("open") for node in _decision(r, views)]
    still_open = [node for r in decisions if r.content.get("open") for node in _decision(r, views)]
    return ([Heading(2, "What we decided"), *made] if made else []) + (
        [Heading(2, "Still open"), *still_open] if still_open else [])


def _decision(record: Record, views: Sequence[Record]) -> list[Node]:
    nobody = () if record.content.get("open") else ("Nobody asked for another view to be kept.",)
    facts = [(label, (said(record, key),)) for label, key in DECISION]
    return [Heading(3, said(record, "question")),
            *labelled(("Decided", (said(record, "decided"),)), ("Why", (said(record, "reasons"),)),
                      ("Another view", dissent_of(record, views) or nobody), *facts)]
