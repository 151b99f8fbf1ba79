"""Feedback in reports: spreads over workshops, words beside them, and you said, we did."""

from kit.desk.reports.parts import credited_words, quotes, section
from kit.reflect import Holdings
from kit.reflect.feedback import Question, Tally, free_words, tallies, what_came
from printables.products.you_said import HEADER, row
from printables.tree import Bars, Node, Table, paragraph, words

FEW = "Fewer than five people answered"


def feedback(held: Holdings) -> list[Node]:
    """Every question with its answers workshop by workshop, then what people wrote."""
    nodes: list[Node] = []
    for question in tallies(held):
        nodes += section(question.words, *_spread(question), level=3)
    for asked, records in free_words(held).items():
        nodes += section(asked or "In people’s own words", *quotes(records, credited_words), level=3)
    return section("What people told us", *nodes)


def _spread(question: Question) -> list[Node]:
    """The last workshop as a chart, and all of them as a table."""
    rows = tuple((words(_when(tally)), *(words(_number(tally, answer)) for answer in question.answers))
                 for tally in question.tallies)
    table = Table(("Workshop", *question.answers), rows)
    last = question.tallies[-1]
    if not last.counts or len(question.answers) > 9:
        return [table]
    alt = f"{_when(last)}: {', '.join(f'{answer}: {count}' for answer, count in last.counts.items())}."
    key = paragraph("; ".join(f"{number}: {answer}" for number, answer in enumerate(question.answers, 1)) + ".")
    return [Bars(tuple((str(n), last.counts[answer]) for n, answer in enumerate(question.answers, 1)), alt), key, table]


def _when(tally: Tally) -> str:
    return f"{tally.meeting.number}: {tally.meeting.title}, {tally.meeting.began[:10]}" if tally.meeting else "Outside a workshop"


def _number(tally: Tally, answer: str) -> str:
    return FEW if tally.counts is None else str(tally.counts.get(answer, 0))


def you_said(held: Holdings) -> list[Node]:
    """You said, we did, we could not because; with where it will be seen."""
    rows = tuple(row(came.said, came.did, came.could_not, came.next) for came in what_came(held))
    return section("You said, we did", *([Table(HEADER, rows)] if rows else []))
