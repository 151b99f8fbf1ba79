"""Pictures in the app: a photograph dragged into the window goes to its drawing, and is seen in blocks and in the viewer."""

import asyncio

from PIL import Image

from kit.desk.pictures import add_picture
from kit.desk.world import made_up_world
from kit.tui.answer_line import AnswerLine
from kit.tui.screens.ask import AskLine
from kit.tui.screens.outputs import OutputsScreen
from kit.tui.screens.pictures import PicturesScreen
from tests.desk.test_slips import with_drawings
from tests.tui.playing import app_at, choose, do, enter, listing, programme, running, shown, until


def photo(folder):
    """A black door on white paper, in a file with a space in its name."""
    file = folder / "my photo.jpg"
    image = Image.new("RGB", (80, 80), "white")
    image.paste("black", (20, 20, 60, 80))
    image.save(file, "JPEG")
    return file


def test_a_picture_is_shown_in_half_blocks_and_one_key_opens_the_real_one(tmp_path, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    ours, _ = with_drawings(tmp_path)
    add_picture(ours, "A1", f"'{photo(tmp_path)}'", "A door", made_up_world(1))
    opened = []

    async def script():
        async with app_at(tmp_path) as (app, pilot):
            app._view = opened.append
            app.push_screen(OutputsScreen(ours))
            await until(lambda: "A1, on show" in shown(app))
            await pilot.press("f6")
            await until(lambda: isinstance(app.screen, PicturesScreen) and "██" in shown(app) and "A door" in shown(app))
            await pilot.press("f8")
            await until(lambda: opened and "Opened in your viewer: Drawing A1." in shown(app))

    asyncio.run(script())
    [path] = opened
    assert path.parent == ours.folder / "att"


def test_with_no_picture_the_screen_says_how_to_give_one(tmp_path):
    ours = programme(tmp_path)

    async def script():
        async with app_at(tmp_path) as (app, _):
            app.push_screen(PicturesScreen(ours))
            await until(lambda: "Alt+P gives a drawing its picture" in " ".join(shown(app).split()))

    asyncio.run(script())


def test_a_file_dragged_in_after_the_number_of_its_drawing_is_its_picture_and_any_time_alt_p_takes_one(tmp_path):
    ours, file = programme(tmp_path), photo(tmp_path)

    async def script():
        async with app_at(tmp_path, opens=ours) as (app, pilot):
            run = await running(app)
            for command in (("answer", 2), ("done",), ("go_to", 4)):
                await do(app, run, command)
            while "sheets went out" not in run.workshop.prompt.ask.question:
                await do(app, run, ("skip",))
            for command in (("answer", 2), ("answer", [])):
                await do(app, run, command)
            await enter(app, f"b1 {str(file).replace(' ', chr(92) + ' ')}")
            await until(lambda: isinstance(app.screen, AskLine) and app.screen.query(AnswerLine))
            await enter(app, "A door")
            await until(lambda: app.screen is run and "Saved: B1, private" in shown(app))
            await pilot.press("alt+p")
            await until(lambda: app.screen is not run and listing(app))
            choose(app, 1)
            for words in (str(file), ""):
                await until(lambda: isinstance(app.screen, AskLine) and app.screen.query(AnswerLine))
                asking = app.screen
                await enter(app, words)
                await until(lambda asking=asking: app.screen is not asking)
            await until(lambda: app.screen is run and "Saved: B2, private" in shown(app))
            drawings = {r.content["label"]: r.content for r in run.workshop.records if r.kind == "drawing"}
            assert drawings["B1"]["alt"] == "A door"
            assert drawings["B2"]["picture"] == drawings["B1"]["picture"]
            assert len(run.workshop.prompt.ask.so_far) == 0

    asyncio.run(script())
