"""Looking back in the app and in plain mode: the same views, the same questions, the same records."""

import asyncio

from kit.desk.library import load_shelf
from kit.desk.reflecting import holdings
from kit.desk.reflection_words import VIEWS
from kit.desk.world import made_up_world
from kit.line.menu import Menu
from kit.line.voice import Voice
from kit.reflect.coding import codings
from kit.tui.answer_line import AnswerLine
from kit.tui.screens.ask import AskLine
from kit.tui.screens.choose import Choose
from kit.tui.screens.reflect import ReflectScreen, ViewScreen
from kit.tui.text import Words
from tests.keep.test_written import programme
from tests.tui.playing import app_at, choose, enter, listing, until

__all__ = ["programme"]

CODE, THEME = str(len(VIEWS) + 1), str(len(VIEWS) + 2)


def talk(programme, *lines):
    said, waiting = [], ["4", "7", *lines, "0", "0", "0"]
    home = programme.folder.parent
    Menu(home, load_shelf(home), made_up_world(9), Voice(said.append, lambda: waiting.pop(0) if waiting else None)).run()
    return "".join(said)


def coded_by(programme, coder):
    return [(one.code.id or one.code.name, one.level, one.passage and one.passage.quote, one.note)
            for one in codings(holdings(programme)) if one.coder == coder]


def test_plain_mode_reads_out_a_view_and_finds_words(programme):
    said = talk(programme, "1", "2", "zorqpassage", "12")
    assert "workshop 1, Back" in said
    assert "Passages that diary writers chose" in said


def test_plain_mode_codes_a_passage_question_by_question(programme):
    said = talk(programme, CODE, "1", "2", "9", "3", "1", "2", "not there", "a cold hall", "brr")
    assert "Those words are not in the text" in said
    assert "Saved." in said
    [(code, level, passage, note)] = coded_by(programme, "9")
    assert (level, passage, note) == ("partly", "a cold hall", "brr")
    assert code


def test_plain_mode_leaves_a_question_without_keeping_anything(programme):
    assert "Nothing was kept." in talk(programme, CODE, "1", "back")


def test_plain_mode_works_on_a_theme(programme):
    talk(programme, THEME, "1", "Warmth", THEME, "3", "4", "1", THEME, "2", "3")
    themes = {r.content["name"]: r.content for r in holdings(programme).of_kind("theme")}
    assert themes["Warmth"]["under"] == themes["zorqtheme"]["key"]
    assert themes["zorqtheme"]["cross"] is True


def test_the_app_asks_for_words_before_it_lists_a_search_and_reads_out_no_ids(programme):
    async def through():
        async with app_at(programme.folder.parent) as (app, _):
            app.push_screen(ViewScreen(programme, VIEWS["search"]))
            await until(lambda: isinstance(app.screen, AskLine))
            await enter(app, "")
            await until(lambda: isinstance(app.screen, ViewScreen) and "found." in words_of(app))
            assert not [record.id for record in holdings(programme).records if record.id in words_of(app)]
            app.screen.action_look_for()
            await until(lambda: isinstance(app.screen, AskLine))
            app.screen.action_cancel()
            await until(lambda: isinstance(app.screen, ViewScreen))

    asyncio.run(through())


def test_the_app_shows_a_view_and_codes_a_text(programme):
    async def through():
        async with app_at(programme.folder.parent) as (app, _):
            app.push_screen(ReflectScreen(programme))
            await until(lambda: isinstance(app.screen, ReflectScreen) and listing(app))
            for answer in ("add code", 0, 1, "8", 0, "", "[/] beside it"):
                await answered(app, answer)
            await until(lambda: "Saved." in str(app.screen.query_one(".told", Words).content))
            choose(app, "thin")
            await until(lambda: isinstance(app.screen, ViewScreen) and "No framework caught" in words_of(app))
            assert "[/] beside it" in words_of(app)

    asyncio.run(through())
    assert coded_by(programme, "8") == [("fits-no-principle", "evident", None, "[/] beside it")]


def words_of(app):
    """What the page says; nothing where it is not there yet."""
    found = app.screen.query(".page > Words").results(Words)
    return next((str(words.content) for words in found), "")


async def answered(app, answer):
    """Choose a row, or type words in the window that asks for them; then wait for what comes next."""
    before = app.screen
    if isinstance(before, AskLine):
        await enter(app, answer)
    else:
        choose(app, answer)
    await until(lambda: app.screen is not before and ready(app))


def ready(app):
    """Whether the next question is there, or it is said that there are no more."""
    if isinstance(app.screen, ReflectScreen):
        return str(app.screen.query_one(".told", Words).content)
    return isinstance(app.screen, AskLine | Choose) and (app.screen.query(AnswerLine) or listing(app))
