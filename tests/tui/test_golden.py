"""Every screen with the longest real words, at two sizes, in both themes and with NO_COLOR.

The screens are text files beside this one. After a change that is meant, write them anew with KIT_GOLDEN=1 and look at them.
"""

import asyncio
import os
import time
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory

import pytest
from textual.color import Color
from textual.screen import Screen

import kit.tui
from kit.tui.small_window import SmallWindow
from kit.tui.themes import INK, PAPER
from tests.tui.gallery import WALKS, furnish
from tests.tui.playing import LARGE, SMALL, app_at, shown, until
from tests.tui.seeing import contrast, cursor_trouble, cut_words, paints

GOLDEN = Path(__file__).parent / "golden"
SIZES = {"80x24": SMALL, "120x40": LARGE}
BARE = "NO_COLOR"
NOT_SHOWN = {"KitScreen", "SmallWindow", "Editing", "KeptAtOnce"}
"""Screens that are only there for others to be made from."""
WITHOUT_COLOUR = {"pictures"}
"""Screens that are other text with NO_COLOR: shades stand in the place of colours."""
NOT_KEPT = {"print", "jump"}
"""Screens that are looked at, but not kept as text: the pages of each sheet, and letters over another screen."""

pytestmark = pytest.mark.xdist_group("gallery")  # a walk is for many tests: one process walks it, once


@dataclass
class Shot:
    """One screen as it was seen."""

    kind: str
    text: str
    wanted: str
    cut: list[str]
    cursor: str
    """What is wrong with the terminal's cursor; empty where it follows the focus."""
    paints: dict[str, list] = field(default_factory=dict)
    """By theme: each run of words with its two colours."""


@cache
def shots(walk: str, size: str, bare: bool = False) -> dict[str, Shot]:
    """All screens of a walk, each seen once."""
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        patch.setenv("TZ", "UTC")
        time.tzset()
        if bare:
            patch.setenv("NO_COLOR", "1")
        home = Path(folder)
        furnish(home)
        seen = asyncio.run(_walk(walk, size, home, bare))
    time.tzset()
    return seen


async def _walk(walk: str, size: str, home: Path, bare: bool) -> dict[str, Shot]:
    seen = {}
    async with app_at(home, size=SIZES[size]) as (app, pilot):
        async for name in WALKS[walk](app, home):
            other = "-bare" if bare and name in WITHOUT_COLOUR else ""
            seen[name] = await _look(app, pilot, GOLDEN / f"{name}{other}-{size}.txt", bare)
    return seen


async def _settled(app, pilot, golden: Path, bare: bool) -> str:
    """Wait until the screen is as it is kept; gives how it is kept."""
    if golden.name.partition("-")[0] in NOT_KEPT:
        await pilot.pause(0.4)
        return shown(app)
    if os.environ.get("KIT_GOLDEN") and (not bare or "-bare" in golden.name):
        await pilot.pause(0.6)
        golden.write_text(shown(app) + "\n", encoding="utf-8")
    wanted = golden.read_text(encoding="utf-8").removesuffix("\n") if golden.is_file() else "There is no golden file."
    with suppress(TimeoutError):
        await until(lambda: shown(app) == wanted, patience=20)
    return wanted


async def _look(app, pilot, golden: Path, bare: bool) -> Shot:
    wanted = await _settled(app, pilot, golden, bare)
    with suppress(TimeoutError):
        await until(lambda: not cursor_trouble(app), patience=2)
    shot = Shot(type(app.screen).__name__, shown(app), wanted, cut_words(app.screen), cursor_trouble(app))
    for theme in (PAPER, INK) if app.size.width == SMALL[0] and not bare else ():
        app.theme = theme.name
        await until(lambda theme=theme: app.screen.styles.background.rgb == Color.parse(theme.background).rgb
                    or isinstance(app.screen, SmallWindow))
        await pilot.pause()
        shot.paints[theme.name] = paints(app)
    if bare:
        shot.paints[BARE] = paints(app)
    return shot


@cache
def all_screens() -> frozenset[str]:
    """The name of every screen and small window under `kit.tui`."""
    for module in walk_packages(kit.tui.__path__, "kit.tui."):
        import_module(module.name)
    found, waiting = set(), [Screen]
    while waiting:
        below = [each for each in waiting.pop().__subclasses__() if each.__module__.startswith(("kit.", "textual."))]
        waiting += below
        found |= {each.__name__ for each in below if each.__module__.startswith("kit.")}
    return frozenset(found - NOT_SHOWN)


def test_every_screen_and_small_window_is_in_the_gallery():
    seen = {shot.kind for walk in WALKS for shot in shots(walk, "80x24").values()}
    assert sorted(all_screens() - seen) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("walk", WALKS)
def test_the_screens_look_as_they_did(walk, size):
    assert {name: shot.text for name, shot in shots(walk, size).items()} == {
        name: shot.wanted for name, shot in shots(walk, size).items()}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("walk", WALKS)
def test_no_words_are_cut_without_a_sign(walk, size):
    assert {name: shot.cut for name, shot in shots(walk, size).items() if shot.cut} == {}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("walk", WALKS)
def test_the_terminals_cursor_stands_where_the_focus_is(walk, size):
    assert {name: shot.cursor for name, shot in shots(walk, size).items() if shot.cursor} == {}


@pytest.mark.parametrize("theme", [INK, PAPER], ids=lambda theme: theme.name)
@pytest.mark.parametrize("walk", WALKS)
def test_every_word_stands_out_from_what_is_behind_it(walk, theme):
    for name, shot in shots(walk, "80x24").items():
        dim = [paint for paint in shot.paints[theme.name] if contrast(paint.ink, paint.behind) < 4.5]
        assert not dim, (name, dim)


@pytest.mark.parametrize("theme", [INK, PAPER], ids=lambda theme: theme.name)
@pytest.mark.parametrize("walk", WALKS)
def test_a_warning_begins_with_its_mark_so_that_colour_never_says_it_alone(walk, theme):
    warn = tuple(Color.parse(theme.variables["warn"]).rgb)
    for name, shot in shots(walk, "80x24").items():
        alone = [paint.words for paint in shot.paints[theme.name] if paint.ink == warn]
        assert not alone or alone[0].startswith("!"), (name, alone)


@pytest.mark.parametrize("walk", WALKS)
def test_with_no_color_the_words_are_the_same_and_there_is_no_colour(walk):
    for name, shot in shots(walk, "80x24", bare=True).items():
        assert shot.text == shot.wanted, name
        assert {paint.ink for paint in shot.paints[BARE]} | {paint.behind for paint in shot.paints[BARE]} <= {None}, name
