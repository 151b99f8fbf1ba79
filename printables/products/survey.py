"""The survey: a few questions with the same answers as the feedback card; and the summary of what people answered."""

from collections.abc import Iterable

from kit.content.vocabulary import RATINGS
from kit.model import Record, Visible
from kit.model.gate import SMALL
from kit.model.sheetcode import read_code
from kit.model.text import counted, listed
from printables.products.pictured import BY_RATING
from printables.products.saying import of_kind, said
from printables.products.simple import each, one
from printables.sheet import Sheet, Source
from printables.tree import Heading, List, Node, Ticks, WritingSpace, paragraph, words

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


TYPED_IN = "survey-answers"
"""Id of the activity by which answers on paper are typed in."""


def summary(source: Source) -> tuple[Sheet, ...]:
    """What people answered, on one page: how many, and words of those who said that they may be repeated."""
    records = [r for r in (source.story.records if source.story else source.records) if _of_survey(r)]
    nodes: list[Node] = [paragraph("Thank you to all who answered. There are no names here.", picture="talk")]
    for question, counts in _counted(of_kind(records, "feedback")).items():
        nodes += [Heading(2, question), paragraph(_answers(counts))]
    texts = of_kind(records, "feedback-words")
    for question in dict.fromkeys(said(r, "question") for r in texts):
        given = [r for r in texts if said(r, "question") == question]
        quotes = [r for r in given if r.visible in (Visible.REPORT, Visible.PUBLIC)]
        nodes += [Heading(2, question)]
        nodes += [List(tuple(words(said(r)) for r in quotes))] if quotes else []
        if kept := len(given) - len(quotes):
            nodes.append(paragraph(f"{counted(kept, 'answer')} more {'is' if kept == 1 else 'are'} kept, and not repeated here."))
    if len(nodes) == 1:
        return ()
    return one(source, "survey-summary", "What the survey said", nodes, "Give it out before the workshop that it feeds.",
               form="survey", series=1, copies=source.people)


def _of_survey(record: Record) -> bool:
    code = read_code(record.origin.sheet)
    return record.origin.activity == TYPED_IN or (code is not None and code.form == "survey")


def _counted(records: Iterable[Record]) -> dict[str, dict[str, int]]:
    """For each question how many gave each answer, over all sites."""
    found: dict[str, dict[str, int]] = {}
    for record in records:
        counts = found.setdefault(said(record, "question"), {})
        for answer, number in record.content["counts"].items():
            counts[answer] = counts.get(answer, 0) + number
    return found


def _answers(counts: dict[str, int]) -> str:
    number = sum(counts.values())
    if number < SMALL:
        return f"Fewer than {SMALL} people answered, so we do not count out loud."
    return f"{counted(number, 'person', 'people')} answered: {listed([f'{answer} {count}' for answer, count in counts.items()])}."
