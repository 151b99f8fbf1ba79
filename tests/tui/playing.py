"""Driving the app's own widgets in tests: what a person would type or choose, without waiting for a key at a time."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from kit.desk.library import load_shelf
from kit.desk.programmes import new_programme
from kit.desk.settings import Settings
from kit.desk.world import World
from kit.model import Ask, Form, Record
from kit.model.sheetcode import ALPHABET
from kit.store import Programme
from kit.tui.answer_line import AnswerLine
from kit.tui.choices import Choices
from kit.tui.kitapp import KitApp
from kit.tui.screens.run import RunScreen

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
SMALL, LARGE = (80, 24), (120, 40)
PATIENCE = 60.0
"""Seconds after which a test that hangs is ended. A slow computer, or a disk that takes seconds to flush, is no failure."""

Command = tuple[Any, ...]


def still_world() -> World:
    """A clock that stands still, and letters in their order."""
    places = count()
    return World(lambda: NOW, lambda length: "".join(ALPHABET[next(places) % len(ALPHABET)] for _ in range(length)))


def programme(home: Path, name: str = "Our programme", template: str = "sixty-minute-drawing") -> Programme:
    """A new programme from a template."""
    return new_programme(home, name, template, load_shelf(home), still_world())


@asynccontextmanager
async def app_at(home: Path, *, size: tuple[int, int] = SMALL, opens: Programme | None = None, **settings: Any):
    """The app and its pilot, with a clock that stands still."""
    app = KitApp(home, programme=opens, world=still_world(), settings=Settings(**settings))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


async def until(true: Callable[[], object], *, patience: float = PATIENCE) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(patience):
        while not true():
            await asyncio.sleep(0.002)


def listing(app: KitApp) -> int:
    """How many lines the screen's list has; 0 where it is not there yet."""
    return sum(choices.option_count for choices in app.screen.query(Choices))


async def running(app: KitApp) -> RunScreen:
    """From a programme's page to its workshop."""
    await until(lambda: listing(app))
    choose(app, "on")
    await until(lambda: isinstance(app.screen, RunScreen) and app.screen.is_mounted and asked(app.screen))
    assert isinstance(app.screen, RunScreen)
    return app.screen


def asked(run: RunScreen) -> bool:
    """Whether the question that is asked now has been painted, so that a key can answer it."""
    return not run.taking.busy and run.answering.asked.events == len(run.workshop.events)


def choose(app: KitApp, what: str | int) -> None:
    """Take a line of the screen's list, by its id or its place."""
    choices = app.screen.query_one(Choices)
    choices.highlighted = choices.get_option_index(what) if isinstance(what, str) else what
    choices.action_select()


async def enter(app: KitApp, words: str) -> None:
    """Type words in the screen's line and press Enter."""
    line = app.screen.query_one(AnswerLine)
    line.value = words
    await line.action_submit()


def as_typed(ask: Ask, value: Any) -> str:
    """What a person types to give this value."""
    if isinstance(value, str):
        return f'"{value}"' if value.strip().casefold() in ("done", "skip") else value
    match ask.form:
        case Form.SOME:
            return " ".join(value) or "none"
        case Form.COUNTS:
            return " ".join(str(value[option.key]) for option in ask.options)
        case Form.LABELLED:
            return f"{value['label']} {value['text']}"
        case Form.TALLY:
            return f"{value['label']} {value['number']}"
        case Form.ORDER:
            return " ".join("=".join(place) for place in value)
        case Form.MEANING:
            return f"{value['term']}: {value['meaning']}"
    return str(value)


async def do(app: KitApp, run: RunScreen, command: Command) -> None:
    """One command through the widgets: ("answer", value), ("done",), ("undo",), ("skip",), ("pause",), ("carry_on",),
    ("go_to", block) or ("note", kind, content)."""
    before = run.heard
    name, *given = command
    if name == "answer":
        await _answer(app, run, given[0])
    elif name == "go_to":
        run.action_go_to()
        await until(lambda: app.screen is not run and listing(app))
        choose(app, given[0] - 1)
    elif name == "note":
        await _note(app, run, *given)
    elif run.check_action(name, ()):
        await run.run_action(name)
    else:
        return
    await until(lambda: run.heard > before and (asked(run) or not run.is_current))


async def _answer(app: KitApp, run: RunScreen, value: Any) -> None:
    ask = run.workshop.prompt.ask
    if run.answering.line.display:
        await enter(app, as_typed(ask, value))
    elif ask.form is Form.CHOICE:
        choose(app, [option.key for option in ask.options].index(value))
    else:
        choose(app, 0)


async def _note(app: KitApp, run: RunScreen, kind: str, content: Mapping[str, Any]) -> None:
    actions = {"parked": run.action_park, "term": run.action_jargon, "note": run.action_note, "attendance": run.action_people}
    actions[kind]()
    await until(lambda: app.screen is not run and app.screen.query(AnswerLine))
    words = f"{content['term']}: {content['meaning']}" if kind == "term" else str(content.get("text", content.get("people")))
    await enter(app, words)


def play(home: Path, opens: Programme, commands: Iterable[Command], *, size: tuple[int, int] = SMALL) -> tuple[Record, ...]:
    """Give a workshop these commands through the app's own widgets. Gives the records as the app has them then."""

    async def playing() -> tuple[Record, ...]:
        async with app_at(home, size=size, opens=opens) as (app, _):
            run = await running(app)
            for command in commands:
                await do(app, run, command)
            return run.workshop.records

    return asyncio.run(playing())


def shown(app: KitApp) -> str:
    """The screen as text, without the spaces at the ends of its lines."""
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in app.screen._compositor.render_strips())
