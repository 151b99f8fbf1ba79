"""Private sheets to put things in an order: beside each thing a box for each place. Things are ordered, never people."""

from kit.model import Step
from kit.model.ranks import PLACES
from kit.model.text import listed
from printables.products.choosing import PASS, options_of, own_sheets
from printables.products.saying import steps_of
from printables.products.simple import NOT_WHOSE
from printables.sheet import Sheet, Source, letter
from printables.tree import Document, Heading, Node, Ticks, paragraph

_OPEN = Step("rank", settings={"question": "", "options": (), "choose": 0, "groups": ()})


def sheets(source: Source) -> tuple[Sheet, ...]:
    """A sheet for each person, for each step that puts things in an order. Another thing stands first on each of them."""
    steps = steps_of(source.script, "rank")
    made: list[Sheet] = []
    for series, step in enumerate(steps or [_OPEN] * source.asked):
        documents = [_sheet(source, step, series, copy) for copy in source.copies("ranking-cards", series)]
        made += own_sheets("ranking-sheet", "Your order", documents, "Give out one each. Have a closed box ready.",
                           letter(series) if len(steps) > 1 else "")
    return tuple(made)


def _sheet(source: Source, step: Step, series: int, copy: int) -> Document:
    options, groups = options_of(source, step), tuple(step.settings.get("groups") or ())
    places = PLACES[:min(int(step.settings.get("choose") or 0) or len(options), len(options))]
    start = (copy - 1) % len(options)
    nodes: list[Node] = [
        paragraph(PASS, picture="secret"), Heading(2, str(step.settings.get("question") or "What comes first for you?")),
        paragraph(f"Beside each thing, tick its place: {listed(places, 'or')}. Leave out what you like.", picture="choose"),
        *(Ticks(text, places) for text in (*options[start:], *options[:start]))]
    nodes += [Ticks("My group", (*groups, "Rather not say"))] if groups else []
    return Document("Your order", tuple(nodes), source.sheet_code("ranking-cards", NOT_WHOSE, series, copy), source.language,
                    read_back=True)
