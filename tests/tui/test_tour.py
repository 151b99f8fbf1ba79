"""The tour: offered once, short, left at any time, and there again in the help."""

import asyncio

from kit.desk.settings import read_settings
from kit.desk.tour import CARDS
from kit.tui.screens.help import HelpScreen
from kit.tui.screens.home import HomeScreen
from kit.tui.screens.tour import TourScreen
from tests.tui.playing import app_at, shown, until

OFFER = "New here? F6 shows you round in one minute."


def test_there_are_few_cards_and_each_is_short():
    assert 5 <= len(CARDS) <= 6
    for card in CARDS:
        assert all(len(sentence.split()) <= 20 for sentence in card.words.split(". "))
    assert sum(len(card.words.split()) for card in CARDS) <= 150


def test_it_is_offered_until_it_was_seen_and_one_key_goes_on_to_its_end(tmp_path):
    async def script():
        async with app_at(tmp_path) as (app, pilot):
            await until(lambda: OFFER in shown(app))
            await pilot.press("f6")
            for card in CARDS:
                await until(lambda card=card: isinstance(app.screen, TourScreen) and card.title in shown(app))
                assert app.cursor_position.y > 0
                await pilot.press("enter")
            await until(lambda: isinstance(app.screen, HomeScreen) and OFFER not in shown(app))
            await until(lambda: read_settings(tmp_path).toured)

    asyncio.run(script())


def test_it_can_be_left_at_any_card_and_comes_again_from_the_help(tmp_path):
    async def script():
        async with app_at(tmp_path, toured=True) as (app, pilot):
            await pilot.press("f1")
            await until(lambda: isinstance(app.screen, HelpScreen))
            await pilot.press("f6")
            await until(lambda: isinstance(app.screen, TourScreen))
            await pilot.press("right", "left", "escape")
            await until(lambda: isinstance(app.screen, HelpScreen))

    asyncio.run(script())
