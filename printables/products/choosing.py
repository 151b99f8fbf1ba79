"""Paper to choose with: ballot, dot sheet, cards from 0 to 5 and rating sheet. Every one of them can be left empty."""

from collections.abc import Iterable, Sequence
from typing import Any

from kit.model import Step
from kit.model.data import to_data
from kit.model.results import FIST, in_round
from kit.model.rule import Rule
from kit.model.rulewords import locked_lines
from kit.model.sheetcode import SERIES
from kit.model.text import counted
from printables.products.saying import of_kind, said, steps_of
from printables.products.simple import NOT_WHOSE, WHICH
from printables.sheet import CARDS, EVERYONE, OWN, Sheet, Source, letter
from printables.tree import Card, CutGrid, Document, Heading, List, Node, Ticks, WritingSpace, paragraph, words

PASS = "No name, please. You can leave it empty."
STATEMENTS = ("I could take part in my own way.", "I was heard.", "I know what happens next.")
NONE = "None of these"
CANT_SAY = "Can't say"
CARDS_SERIES = 28
"""Series of the cards from 0 to 5, which have the ballots' form letter."""


def ballot(source: Source) -> tuple[Sheet, ...]:
    """A box for each option and one for none. Each ballot begins with another option, so that none gains by it."""
    sheets: list[Sheet] = []
    for series, step in _voted(source, "ballots"):
        question, options = _question(source, step), options_of(source, step)
        documents = [Document("Your choice", (
            paragraph(PASS, picture="secret"),
            Ticks(question, (*_turned(options, copy - 1), NONE), known_as=(question, *_turned(options, copy - 1), NONE)),
            WritingSpace(2, "What should we know about your choice?")),
            source.sheet_code("ballot", NOT_WHOSE, series, copy), source.language, read_back=True)
            for copy in source.copies("ballot", series)]
        sheets += own_sheets("ballot", "Your choice", documents, "Give out one each. Have a closed box ready.",
                             _mark(source, series))
    return tuple(sheets)


def dot_sheet(source: Source) -> tuple[Sheet, ...]:
    """A private sheet each: a box for a dot and a box for a worry beside every option."""
    sheets: list[Sheet] = []
    for series, step in _voted(source, "dots"):
        options = options_of(source, step)
        dots = int(step.settings.get("dots") or 0) or max(1, len(options) // 3)
        documents = [Document("Where are your dots?", (
            paragraph(PASS, picture="secret"),
            paragraph(f"You have {counted(dots, 'dot')}. Tick a dot for what matters to you. "
                      "Tick a worry where you see a problem.", picture="choose"),
            *(Ticks(option, ("Dot", "Worry"), several=True) for option in _turned(options, copy - 1)),
            paragraph("Dots start a talk. They do not decide anything.")),
            source.sheet_code("dot-sheet", NOT_WHOSE, series, copy), source.language, read_back=True)
            for copy in source.copies("dot-sheet", series)]
        sheets += own_sheets("dot-sheet", "Where are your dots?", documents,
                       "Give out one each. All sheets go into the box at the same time.", _mark(source, series))
    return tuple(sheets)


def five_cards(source: Source) -> tuple[Sheet, ...]:
    """A set of cards from 0 to 5 for each person, to give face down: nobody has to hold up a hand."""
    if not (_voted(source, "fist-to-five", blank=False) or source.asked):
        return ()
    cards = tuple(Card(None, (Heading(2, number), paragraph(meaning)))
                  for _ in range(source.people) for number, meaning in FIST.items())
    code = source.sheet_code("ballot", WHICH, CARDS_SERIES)
    document = Document("Cards from 0 to 5", (CutGrid(cards),), code, source.language, headed=False)
    return (Sheet("five-cards", "Cards from 0 to 5", EVERYONE, (document,), "Print on one side and cut. Give a set to each "
                  "person. One card comes back, face down.", share=CARDS, thick=True),) if cards else ()


def rating(source: Source) -> tuple[Sheet, ...]:
    """For each person and round: the locked rule, then each statement with its scores and a box for “can't say”."""
    sheets: list[Sheet] = []
    for series, step in enumerate(steps_of(source.script, "rate") or ([_RATED] if source.asked else [])):
        content = _locked(source, step)
        rounds = [number for number in range(1, content["rounds"] + 1) for _ in range(source.people)]
        documents = [_rating_of(source, content, series, number, copy)
                     for number, copy in zip(rounds, source.copies("rating-sheet", series, len(rounds)), strict=True)]
        note = "Give out one each, face down, for the first round. Keep the others for later rounds."
        sheets += own_sheets("rating-sheet", "What do you think of it?", documents, note, _mark(source, series))
    return tuple(sheets)


_RATED = Step("rate", settings={"question": "How true is this for you?", "statements": STATEMENTS, "scale": 9, "rounds": 1,
                                "groups": (), "rule": ""})
_VOTED = Step("vote", settings={"question": "", "options": (), "how": ""})


def _rating_of(source: Source, content: dict[str, Any], series: int, number: int, copy: int) -> Document:
    statements, scale, groups = content["statements"], content["scale"], content["groups"]
    scores = (*(str(score) for score in range(1, scale + 1)), CANT_SAY)
    nodes: list[Node] = [
        paragraph(f"Round {number} of {content['rounds']}. {PASS}", picture="secret"),
        Heading(2, "The rule, locked before round one"), List(tuple(words(line) for line in locked_lines(content))),
        Heading(2, str(content["question"]))]
    nodes += [Ticks(statement, scores, known_as=(in_round(number, statement), *scores))
              for statement in (f"{label}: {text}" for label, text in statements.items())]
    nodes += [Ticks("My group", (*groups, "Rather not say"))] if groups else []
    return Document("What do you think of it?", tuple(nodes), source.sheet_code("rating-sheet", NOT_WHOSE, series, copy),
                    source.language, read_back=True)


def _locked(source: Source, step: Step) -> dict[str, Any]:
    """What the room has locked for this step; before the day, what the plan says."""
    question = step.settings["question"]
    for record in reversed(of_kind(source.records, "rating-rule")):
        if record.content.get("question") == question:
            return dict(record.content)
    rules = source.script.rules or (Rule(),)
    rule = next((rule for rule in rules if rule.id == step.settings.get("rule")), rules[0])
    texts = step.settings["statements"] or [said(r) for r in of_kind(source.records, "statement")] or STATEMENTS
    return {"question": question, "statements": dict(zip(SERIES, texts, strict=False)), "scale": int(step.settings["scale"]),
            "rounds": int(step.settings["rounds"]), "groups": list(step.settings["groups"]), "rule": to_data(rule)}


def _voted(source: Source, how: str, *, blank: bool = True) -> list[tuple[int, Step]]:
    """The votes of the plan that are held in a way, with their place among its votes; an open one where a sheet is asked for."""
    found = [(n, step) for n, step in enumerate(steps_of(source.script, "vote")) if step.settings.get("how", "ballots") == how]
    return found or ([(0, _VOTED)] if source.asked and blank else [])


def _question(source: Source, step: Step) -> str:
    asked = (said(r, "question") for r in of_kind(source.records, "proposal") if said(r, "question"))
    return str(step.settings.get("question") or next(asked, "What do you choose?"))


def options_of(source: Source, step: Step) -> tuple[str, ...]:
    """The options with their letters: those of the plan, those from the room, or room to write some."""
    question = step.settings.get("question", "")
    given: Iterable[str] = step.settings.get("options") or (
        said(r) for r in of_kind(source.records, "proposal") if said(r) and question in ("", said(r, "question")))
    return lettered(given)


def lettered(given: Iterable[str]) -> tuple[str, ...]:
    """Some texts with their letters; room to write three where there are none."""
    return tuple(f"{mark}: {text}" for mark, text in zip(SERIES, given, strict=False)) or tuple(
        f"{mark}: ____________" for mark in "ABC")


def _turned(options: Sequence[str], by: int) -> tuple[str, ...]:
    """The same options, beginning further on."""
    start = by % len(options)
    return (*options[start:], *options[:start])


def _mark(source: Source, series: int) -> str:
    both = len(steps_of(source.script, "vote")) + len(steps_of(source.script, "rate"))
    return letter(series) if both > 1 else ""


def own_sheets(name: str, title: str, documents: Sequence[Document], note: str, mark: str) -> tuple[Sheet, ...]:
    """Each document for one person; no sheet where there is none."""
    return (Sheet(name, title, EVERYONE, tuple(documents), note, mark, OWN),) if documents else ()
