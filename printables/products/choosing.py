"""Paper to choose with: ballot, dot sheet and rating sheet. Every one of them can be left empty."""

from printables.products.saying import of_kind, said
from printables.products.simple import each, one
from printables.sheet import Sheet, Source
from printables.tree import Node, Ticks, WritingSpace, paragraph

POINTS = ("1", "2", "3", "4", "5", "Rather not say")
MEANING = "1 means not at all. 5 means very much."
STATEMENTS = ("I could take part in my own way.", "I was heard.", "I know what happens next.")
PASS = "No name, please. You can leave it empty."


def ballot(source: Source) -> tuple[Sheet, ...]:
    """The question, a box for each proposal, and a box for none of them."""
    question, options = _question(source), _options(source)
    nodes: list[Node] = [paragraph(PASS, picture="secret"), Ticks(question, (*options, "None of these")),
                         WritingSpace(2, "What should we know about your choice?")]
    return each(source, "ballot", "Your choice", nodes, "Give out one each. Have a closed box ready.", read_back=True)


def dot_sheet(source: Source) -> tuple[Sheet, ...]:
    """Proposals with room for dots."""
    nodes: list[Node] = [paragraph("Put a dot below what matters to you. Put many, or none.", picture="choose")]
    nodes += [WritingSpace(2, option) for option in _options(source)]
    nodes.append(paragraph("Dots start a talk. They do not decide anything."))
    return one(source, "dot-sheet", "Where are your dots?", nodes, "Hang it up. Let people place dots a few at a time.")


def rating(source: Source) -> tuple[Sheet, ...]:
    """Statements with five points each, and one box for passing."""
    statements = [said(r) for r in of_kind(source.records, "statement")] or STATEMENTS
    nodes: list[Node] = [paragraph(PASS, picture="secret"), paragraph(MEANING), *(Ticks(text, POINTS) for text in statements)]
    return each(source, "rating-sheet", "How true is this for you?", nodes, "Give out one each, face down.", read_back=True)


def _question(source: Source) -> str:
    return next((said(r, "question") for r in of_kind(source.records, "proposal") if said(r, "question")), "What do you choose?")


def _options(source: Source) -> tuple[str, ...]:
    return tuple(said(r) for r in of_kind(source.records, "proposal") if said(r)) or tuple(
        f"Choice {mark}: ____________" for mark in "ABC")
