"""Coding a text, and working on a theme, as questions one after another: both front ends ask them, so they cannot differ.

Each is a generator that yields an `Ask` and is sent the answer. It gives back a function that keeps what was said.
"""

from collections.abc import Callable, Generator
from typing import Any

from kit.content.vocabulary import CODED
from kit.desk.changes import Became, write_change
from kit.desk.coding import Coding, code_text
from kit.desk.outputs import said
from kit.desk.reflection_words import called, shortened
from kit.desk.theming import ThemeChange, change_theme
from kit.desk.world import World
from kit.engine.steps.coding import CODER, WHO_CODES
from kit.engine.steps.sorting import WHO_CONFIRMS, WHY_NOT
from kit.model import Ask, Form, Option, Record, text_of
from kit.model.framework import LEVELS, NO_PRINCIPLE
from kit.reflect import Holdings
from kit.reflect.passages import found
from kit.store import Programme

Keep = Callable[[Programme, World], object]
Talk = Generator[Ask, Any, Keep | None]
"""Gives back what to do with the answers; None where there is nothing to be done."""

_NONE, _OWN, _NEW = "none", "own", "new"


def code_talk(held: Holdings) -> Talk:
    """Which text, who reads it, which code, how far, where, and a few words."""
    texts = [record for record in held.of_kind(*CODED) if text_of(record)]
    if not texts:
        return None
    text = texts[int((yield _choice("Which text?", [f"{called(one)}: {shortened(text_of(one))}" for one in texts]))) - 1]
    by = yield Ask(Form.CHOICE, "Who reads it?", WHO_CODES)
    coder = yield Ask(Form.WORDS, CODER, optional=True)
    framework, code, own = yield from _code(held)
    level = LEVELS[0]
    if framework:
        level = LEVELS[int((yield _choice("How far is it there?", list(LEVELS)))) - 1]
    quote = yield _passage(text)
    note = yield Ask(Form.WORDS, "A few words beside it? It can stay empty.", optional=True)
    coding = Coding(framework, code, own, level, note, quote, by=by, coder=coder)
    return lambda programme, world: code_text(programme, text.id, (coding,), world)


def _choice(question: str, rows: list[str]) -> Ask:
    return Ask(Form.CHOICE, question, tuple(Option(str(place), row) for place, row in enumerate(rows, 1)))


def _code(held: Holdings) -> Generator[Ask, Any, tuple[str, str, str]]:
    """The framework, the code in it, and a code of one's own: as many of them as are meant."""
    frameworks = sorted(held.frameworks.values(), key=lambda one: one.title)
    options = (Option(_NONE, "It fits no principle"), Option(_OWN, "A code of your own"),
               *(Option(one.id, one.title) for one in frameworks))
    name = yield Ask(Form.CHOICE, "Beside which framework?", options)
    if name == _NONE:
        return "", NO_PRINCIPLE, ""
    if name == _OWN:
        return "", "", (yield Ask(Form.WORDS, "What do you call this code?"))
    items = held.frameworks[name].items
    return name, items[int((yield _choice("Which of them?", [item.name for item in items]))) - 1].id, ""


def _passage(text: Record) -> Ask:
    words = text_of(text)
    return Ask(Form.WORDS, "Which passage? Type its words as they stand. Enter alone for the whole text.", optional=True,
               facts=(words,), check=lambda typed: "" if not typed or found(words, typed) else
               "Those words are not in the text as they were typed. Copy them from it, capitals and all.")


_ACTS = (
    Option("cards", "Put cards under it"), Option("confirmed", "Confirm it"), Option("cross", "It cuts across the others"),
    Option("under", "Put it under another theme"), Option("into", "Make it part of another theme"),
    Option("rejected", "Do not use it, and keep it on record"), Option("draft", "Make it a draft again"),
    Option("name", "Give it another name"),
)


def theme_talk(held: Holdings) -> Talk:
    """Which theme, and what becomes of it; or a new one."""
    there = [record for record in held.of_kind("theme") if record.content["name"]]
    options = (Option(_NEW, "A new theme"), *(Option(str(n), _theme_line(one)) for n, one in enumerate(there, 1)))
    chosen = yield Ask(Form.CHOICE, "Which theme?", options)
    if chosen == _NEW:
        name = yield Ask(Form.WORDS, "What do you call it, for now?")
        return _keeping(name, ThemeChange())
    theme = there[int(chosen) - 1]
    change = yield from _change(held, theme, [one for one in there if one is not theme])
    return _keeping(str(theme.content["name"]), change) if change else None


def _theme_line(theme: Record) -> str:
    return f"{theme.content['name']} ({theme.content['status']})"


def _keeping(name: str, change: ThemeChange) -> Keep:
    return lambda programme, world: change_theme(programme, name, change, world)


def _change(held: Holdings, theme: Record, others: list[Record]) -> Generator[Ask, Any, ThemeChange | None]:
    acts = _ACTS if others else tuple(act for act in _ACTS if act.key not in ("under", "into"))
    act = yield Ask(Form.CHOICE, f"{theme.content['name']}: what shall become of it?", acts)
    match act:
        case "cards":
            return (yield from _cards(held, theme))
        case "confirmed":
            return ThemeChange(status=act, by=(yield Ask(Form.WORDS, WHO_CONFIRMS, default="everybody here")))
        case "cross":
            return ThemeChange(cross=not theme.content["cross"])
        case "under" | "into":
            names = [str(other.content["name"]) for other in others]
            other = names[int((yield _choice("Which one?", names))) - 1]
            return ThemeChange(under=other) if act == "under" else ThemeChange(into=other)
        case "rejected":
            return ThemeChange(status=act, why=(yield Ask(Form.WORDS, WHY_NOT, optional=True)))
        case "name":
            return ThemeChange(name=(yield Ask(Form.WORDS, "What is its new name?")))
    return ThemeChange(status=act)


def _cards(held: Holdings, theme: Record) -> Generator[Ask, Any, ThemeChange | None]:
    """Cards that are not under this theme yet; they may be under others."""
    under = {held.root(id) for id in theme.content["cards"]}
    cards = [one for one in held.of_kind(*CODED) if text_of(one) and held.root(one.id) not in under]
    if not cards:
        return None
    options = tuple(Option(str(n), f"{n} {shortened(text_of(one))}") for n, one in enumerate(cards, 1))
    chosen = yield Ask(Form.SOME, "Which cards? Type their numbers.", options, facts=tuple(option.words for option in options))
    return ThemeChange(cards=tuple(cards[int(place) - 1].id for place in chosen))


_BECAME = (Option("did", "We did something"), Option("why_not", "We could not"), Option("next", "Where it will be seen"))
_ASKS = {"did": "What did we do?", "why_not": "Why could we not? Say it as it is.",
         "next": "Where will people see it? Such as: in the next workshop, at the break."}


def change_talk(held: Holdings) -> Talk:
    """What people asked for, or a new change from one of their answers; and what came of it."""
    there = [record for record in held.of_kind("change") if text_of(record)]
    options = (Option(_NEW, "A new change, from an answer"),
               *(Option(str(n), shortened(text_of(one))) for n, one in enumerate(there, 1)))
    chosen = yield Ask(Form.CHOICE, "Which change?", options)
    if chosen == _NEW:
        return (yield from _new_change(held))
    part = yield Ask(Form.CHOICE, "What came of it?", _BECAME)
    words = yield Ask(Form.WORDS, _ASKS[part])
    became = Became(**{part: words})
    return lambda programme, world: write_change(programme, there[int(chosen) - 1].id, became, world)


def _new_change(held: Holdings) -> Talk:
    answers = [record for record in held.of_kind("feedback-words", "feedback") if said(record)]
    if not answers:
        return None
    place = int((yield _choice("From which answer?", [shortened(said(one)) for one in answers])))
    words = yield Ask(Form.WORDS, "What should change, in a few words?")
    where = yield Ask(Form.WORDS, _ASKS["next"], optional=True)
    became = Became(next=where, answers=(answers[place - 1].id,))
    return lambda programme, world: write_change(programme, words, became, world)


TALKS: dict[str, tuple[str, Callable[[Holdings], Talk]]] = {
    "code": ("Code a text", code_talk), "theme": ("Work on a theme", theme_talk),
    "change": ("Say what came of a change", change_talk),
}
"""What can be added while looking back: its words, and its questions."""
