"""The survey: a few questions after the day, with the same answers as the feedback card."""

from kit.content.vocabulary import RATINGS
from printables.products.pictured import BY_RATING
from printables.products.simple import each
from printables.sheet import Sheet, Source
from printables.tree import Node, Ticks, WritingSpace, paragraph

QUESTIONS = ("Was the place easy to get to?", "Was the place easy to be in?", "Did you know what to expect?",
             "Could you say what you wanted to say?", "Will you come again?")
WORDS = ("What changed for you?", "What should we do next?")


def sheets(source: Source) -> tuple[Sheet, ...]:
    """One for each person."""
    nodes: list[Node] = [
        paragraph("No name, please. Leave out what you like.", picture="secret"),
        *(Ticks(question, RATINGS, BY_RATING) for question in QUESTIONS), *(WritingSpace(3, question) for question in WORDS)]
    note = "Give out one each, with a way to hand it back unseen."
    return each(source, "survey", "How is it going?", nodes, note, read_back=True)
