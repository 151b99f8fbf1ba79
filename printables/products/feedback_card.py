"""The feedback card: boxes to tick and lines to write on. No name; a code of its own on each card, dealt by chance."""

from kit.content.vocabulary import RATINGS
from kit.model import Step
from printables.products.pictured import BY_RATING
from printables.products.saying import steps_of
from printables.sheet import EVERYONE, OWN, Sheet, Source, letter
from printables.tree import Document, Node, Ticks, WritingSpace, paragraph

LINES = 3


def sheets(source: Source) -> tuple[Sheet, ...]:
    """A stack of cards for each feedback step of the plan."""
    steps = steps_of(source.script, "feedback")
    return tuple(_sheet(source, step, series, letter(series) if len(steps) > 1 else "")
                 for series, step in enumerate(steps))


def _sheet(source: Source, step: Step, series: int, mark: str) -> Sheet:
    title = source.wording.say("How was it for you?")
    cards = tuple(_card(source, step, series, copy, title) for copy in source.copies("feedback-card", series))
    return Sheet("feedback-card", title, EVERYONE, cards,
                 "Give out one each, face down and mixed. Each has its own code, and nobody notes who has which.", mark, OWN)


def _card(source: Source, step: Step, series: int, copy: int, title: str) -> Document:
    say, shipped = source.wording.say, source.wording.shipped
    code = source.sheet_code("feedback-card", say("This code says which card this is, not whose it is."), series, copy)
    ratings = tuple(map(shipped, RATINGS))
    children: list[Node] = [
        paragraph(say("No name, please. Leave out what you like. The code only counts cards."), picture="secret")]
    children += [Ticks(shipped(question), ratings, BY_RATING, known_as=(question, *RATINGS))
                 for question in step.settings.get("questions", ())]
    children += [WritingSpace(LINES, shipped(question), known_as=question) for question in step.settings.get("words", ())]
    return Document(title, tuple(children), code, source.language, read_back=True)
