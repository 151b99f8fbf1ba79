"""The gallery: every screen with the longest real words, put on one after another in a few walks, so that few apps start.

A walk is an async generator. It puts a screen on and yields its name; whoever walks it looks at the screen meanwhile.
"""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

from PIL import Image

from kit.content.check import check
from kit.desk.capture import Capture
from kit.desk.flows import Line
from kit.desk.locking import sheet_words
from kit.desk.people_list import write_down
from kit.desk.pictures import add_picture
from kit.desk.reflection_words import VIEWS
from kit.desk.writing import copy_of
from kit.model import Ask, Form, Origin, Record
from kit.store import Programme, Store
from kit.tui.answer_line import AnswerLine
from kit.tui.choices import Choices
from kit.tui.commands import TOUR
from kit.tui.jumping import Jump
from kit.tui.kitapp import KitApp
from kit.tui.screens.ask import AskLine, AskWords
from kit.tui.screens.choose import Choose
from kit.tui.screens.decisions import DecisionsScreen
from kit.tui.screens.find import FindScreen
from kit.tui.screens.find_activity import FindActivity
from kit.tui.screens.home import HomeScreen
from kit.tui.screens.keys import KeysScreen
from kit.tui.screens.long_words import LongWords
from kit.tui.screens.outputs import OutputsScreen
from kit.tui.screens.passphrase import Passphrase
from kit.tui.screens.pictures import PicturesScreen
from kit.tui.screens.plan import PlanScreen
from kit.tui.screens.plan_at import PlanAt
from kit.tui.screens.press_key import PressKey
from kit.tui.screens.printing import PrintScreen
from kit.tui.screens.programme import ProgrammeScreen
from kit.tui.screens.reflect import ReflectScreen, ViewScreen
from kit.tui.screens.run import RunScreen
from kit.tui.screens.settings import SettingsScreen
from kit.tui.screens.slips import SlipsScreen
from kit.tui.screens.stages import StagesScreen
from kit.tui.screens.talk import TalkScreen
from kit.tui.screens.tell import Tell
from kit.tui.screens.writing import WritingScreen
from tests.desk.test_slips import with_drawings
from tests.tui.playing import NOW, choose, do, enter, listing, programme, running, shown, still_world, until

Walk = Callable[[KitApp, Path], AsyncIterator[str]]

LONG = "Maximiliana Featherstonehaugh-Okonkwo of the garden group [/]"
LONG_PROGRAMME = ("The garden, kitchen and allotment group of service users, carers, researchers and clinicians in the north, "
                  "2026 to 2029 مجموعة الحديقة 🌱")
LONG_TITLE = "What we would each like the first meeting with the clinicians to be like, and what it must not be"
LONG_SUMMARY = ("People draw, write or say what helped and what hurt, look at all of it together, and say in their own words "
                "what should change first.")

ACTIVITY = """
id = "first-words"
title = "First words"
summary = "People say what they hope for."
purpose = "It brings hopes into the room."
source = "Made for this test."
minutes = 12
least_minutes = 5
power = "Public contributors are asked first."
load = "some"
access = ["Nobody has to speak.", "A scribe can write."]
practices = [54]

[[steps]]
kind = "say"
minutes = 2
room = "Welcome. You can pass on anything today."
say = "Hello, and thank you for being here."
do = "Show where the quiet room is."
watch = "Look for anybody near the door."

[[steps]]
kind = "collect"
minutes = 10
room = "What do you hope for?"
say = "One word is enough."
question = "What do people hope for?"
"""
PLAN = """
id = "small"
title = "A small workshop"
summary = "A few hopes and a break."
question = "What do we hope for?"
approach = "We can change what we talk about. We cannot change the budget."

[[blocks]]
activity = "first-words"
aim = "Hear every hope."
lead = "Ana"
private = "Ask Bo about the lift."

[[blocks]]
id = "break"
title = "Break"
minutes = 15
aim = "Rest."
"""
LONG_PLAN = f"""
id = "long-day"
title = "{LONG_TITLE}"
summary = "{LONG_SUMMARY}"
question = "{LONG_TITLE}?"

[[blocks]]
id = "one"
activity = "long-words"
title = "{LONG_TITLE}"
minutes = 95
aim = "{LONG_SUMMARY}"
lead = "{LONG}"
notes = "{LONG_SUMMARY}"
private = "{LONG_SUMMARY} مرحبا 🌱"

[[blocks]]
id = "two"
title = "استراحة 🌱 break"
minutes = 15
"""
LONG_LINE = f"""
id = "long-line"
title = "{LONG_TITLE}"
summary = "{LONG_SUMMARY}"
approach = "{LONG_SUMMARY}"
source = "Made for this test."

[[stages]]
id = "first"
title = "{LONG_TITLE}"
about = "{LONG_SUMMARY}"
phase = "Understand"
plan = "long-day"
sites = ["The community hall behind the health centre", "On the phone"]
due = ["The card: how I like to take part, in every language that is spoken in the group"]

[[stages]]
id = "second"
title = "استراحة 🌱 afterwards"
about = "{LONG_SUMMARY}"
phase = "Design"
"""


def furnish(home: Path) -> None:
    """Put the gallery's own activities and plans in a home folder."""
    own = home / "activities"
    own.mkdir(parents=True)
    long = (ACTIVITY.replace("first-words", "long-words").replace('"First words"', f'"{LONG_TITLE}"')
            .replace("People say what they hope for.", LONG_SUMMARY).replace("What do people hope for?", f"{LONG_TITLE}?"))
    for name, words in {"first-words": ACTIVITY, "small": PLAN, "long-words": long, "long-day": LONG_PLAN,
                        "long-line": LONG_LINE}.items():
        (own / f"{name}.toml").write_text(words, encoding="utf-8")
        assert not check(own / f"{name}.toml"), check(own / f"{name}.toml")


async def home_again(app: KitApp) -> None:
    """Back to the first screen, whatever is on."""
    while not isinstance(app.screen, HomeScreen):
        await app.pop_screen()
    await until(lambda: listing(app))


async def put_on(app: KitApp, screen: object, ready: str) -> None:
    """Put a screen on, and wait until these words are there."""
    await app.push_screen(screen)
    await until(lambda: app.screen is screen and ready in " ".join(shown(app).split()))


# A small workshop, from the first screen to its end


def _known(ours: Programme) -> None:
    """Two people on the list, one with the longest of everything."""
    world = still_world()
    write_down(ours, {"name": LONG, "pronouns": "she or they, as the day goes", "role": "carer, peer researcher, poet, neighbour",
                      "part": "speak, write, draw, listen", "needs": "a ramp, a sign language interpreter who knows the group",
                      "met": "a ramp: seat", "apart": "Bo"}, world)
    write_down(ours, {"name": "Bo", "present": "no"}, world)


async def _talk(app: KitApp, ours: Programme, what: str, *rows: int) -> None:
    await home_again(app)
    app.open_programme(ours)
    await until(lambda: "Look after it" in shown(app))
    choose(app, what)
    await until(lambda: isinstance(app.screen, TalkScreen) and listing(app))
    for row in rows:
        before = app.screen.title_now
        app.screen.query_one(Choices).highlighted = row
        app.screen.query_one(Choices).action_select()
        await until(lambda before=before: app.screen.title_now != before)


async def small(app: KitApp, home: Path) -> AsyncIterator[str]:
    """A small workshop, its plan, its people, and the way through it."""
    ours = programme(home, "Garden group", "small")
    app.screen.on_screen_resume()
    await until(lambda: "Garden group" in shown(app))
    yield "home"
    app.show_tour()
    await until(lambda: "Welcome" in shown(app))
    yield "tour"
    await home_again(app)
    app.open_programme(ours)
    await until(lambda: "Run" in shown(app))
    yield "programme"
    app.action_jump()
    await until(lambda: isinstance(app.screen, Jump) and "a" in shown(app))
    yield "jump"
    await home_again(app)
    app.push_screen(PlanScreen(ours))
    await until(lambda: isinstance(app.screen, PlanScreen) and listing(app))
    app.screen.query_one(Choices).highlighted = 1
    await until(lambda: "12 minutes, 5 at the least" in shown(app) and "Remove" in shown(app))
    yield "plan"
    await home_again(app)
    _known(ours)
    for name, what, rows in (("people", "people", ()), ("person", "people", (2,)), ("forget", "care", (1,)),
                             ("passphrase-talk", "care", (2,)), ("copies", "care", (3,))):
        await _talk(app, ours, what, *rows)
        yield name
    await home_again(app)
    app.push_screen(FindScreen(ours))
    await until(lambda: isinstance(app.screen, FindScreen) and app.screen.holding)
    app.screen.query_one(AnswerLine).value = "garden"
    await until(lambda: listing(app))
    yield "find"
    await home_again(app)
    async for name in _running(app, ours):
        yield name


async def _running(app: KitApp, ours: Programme) -> AsyncIterator[str]:
    app.open_programme(ours)
    run = await running(app)
    assert isinstance(run, RunScreen)
    yield "run-start"
    await do(app, run, ("answer", "many"))
    yield "run-refused"
    for command in (("answer", 3), ("answer", "Ana"), ("done",), ("answer", ""), ("answer", "Time to think"),
                    ("answer", "A chair by the window [b] 名前")):
        await do(app, run, command)
    yield "run"
    app.push_screen(OutputsScreen(ours))
    await until(lambda: "Ana" in shown(app))
    yield "outputs"
    await app.pop_screen()
    await do(app, run, ("pause",))
    yield "run-paused"
    await do(app, run, ("carry_on",))
    for command in (("done",), ("answer", "")):
        await do(app, run, command)
    yield "run-over"


# A programme with the longest of everything


def _held(ours: Programme) -> None:
    """Decisions, promises and texts, all of them long."""
    when = NOW.isoformat()
    store = Store(ours.folder, "10:00")
    store.keep_record(Record("long-decision", "decision", when, Origin(ours.id), {
        "question": f"{LONG_TITLE}?", "decided": LONG_SUMMARY, "reasons": LONG_SUMMARY}))
    store.keep_record(Record("long-promise", "promise", when, Origin(ours.id),
                             {"text": LONG_SUMMARY, "who": LONG, "by": "the end of March"}))
    store.keep_record(Record("long-thought", "thought", when, Origin(ours.id), {"text": f"{LONG_SUMMARY} مرحبا 🌱"}))
    store.close()


async def long(app: KitApp, home: Path) -> AsyncIterator[str]:
    """The pages of a programme with a long name, long plans and long words in it."""
    ours = programme(home, LONG_PROGRAMME, "long-line")
    app.screen.on_screen_resume()
    await until(lambda: "allotment" in shown(app))
    yield "home-long"
    app.open_programme(ours)
    await until(lambda: isinstance(app.screen, ProgrammeScreen) and "Look after it" in shown(app))
    yield "programme-long"
    _held(ours)
    await put_on(app, StagesScreen(ours), "Understand")
    yield "stages"
    choose(app, "stage-0")
    await until(lambda: "Another name" in shown(app))
    yield "stage"
    await app.pop_screen()
    await put_on(app, DecisionsScreen(ours), "People draw")
    yield "decisions"
    await put_on(app, ReflectScreen(ours), "Time line")
    yield "reflect"
    await app.push_screen(ViewScreen(ours, VIEWS["search"]))
    await until(lambda: isinstance(app.screen, AskLine))
    await enter(app, "people")
    await until(lambda: isinstance(app.screen, ViewScreen) and "People draw" in shown(app))
    yield "view"
    await home_again(app)
    await put_on(app, PlanAt(ours, "long-day", "1"), "the end")
    await until(lambda: "95 minutes, 5" in shown(app))
    yield "plan-long"
    await home_again(app)
    taking = Capture(ours, "thought", still_world())
    for words in (LONG_SUMMARY, "مرحبا بكم في الحديقة 🌱", f"{LONG} " * 9):
        taking.keep(words)
    await put_on(app, SlipsScreen(taking.slips, taking.close), "F3 takes")
    yield "slips"
    await home_again(app)
    await put_on(app, PrintScreen(ours), "Sheets")
    yield "print"
    await home_again(app)
    await put_on(app, SettingsScreen(), "Colours")
    yield "settings"
    await put_on(app, KeysScreen(), "Put all keys back")
    yield "keys"
    await home_again(app)
    app.action_help()
    await until(lambda: "How it works" in shown(app))
    yield "help"
    await home_again(app)


# Small windows, writing, pictures


async def windows(app: KitApp, home: Path) -> AsyncIterator[str]:
    """The small windows over a screen, and the screens that are left."""
    ours, _ = with_drawings(home)
    picture = home / "door.png"
    Image.new("RGB", (40, 40), "black").save(picture)
    add_picture(ours, "A1", str(picture), LONG_SUMMARY, still_world())
    activity = app.shelf.activities["long-words"]
    over = {
        "ask": (AskLine(LONG_TITLE, Ask(Form.WORDS, LONG_SUMMARY), LONG_SUMMARY), "Enter keeps"),
        "ask-number": (AskLine("People", Ask(Form.NUMBER, "How many do you print for?", least=1, most=500), "many"), "500"),
        "ask-words": (AskWords(Line(LONG, LONG_SUMMARY, given=LONG, may_be_empty=True)), "Enter takes"),
        "choose": (Choose("What should it start from? You can change it later.",
                          tuple(f"{LONG_TITLE}. {LONG_SUMMARY}" for _ in range(5)), 1, LONG_SUMMARY), "Arrows move"),
        "find-activity": (FindActivity((activity, app.shelf.activities["first-words"])), "First words"),
        "tell": (Tell(LONG_TITLE, (LONG_SUMMARY, "مرحبا بكم 🌱", *[LONG] * 20)), "Enter goes back"),
        "recovery-sheet": (Tell("The recovery sheet", tuple(sheet_words("ABCD-EFGH-JKLM-NPQR", ours).splitlines())), "goes back"),
        "passphrase": (Passphrase(Programme("abcdefgh", "BCD", LONG_PROGRAMME, NOW.isoformat(), "x", home)), "Enter opens"),
        "long-words": (LongWords(LONG_TITLE, LONG_SUMMARY, f"{LONG_SUMMARY}\n" * 12), "Ctrl+S"),
        "press-key": (PressKey(TOUR, "F6"), "Backspace"),
    }
    for name, (window, ready) in over.items():
        await put_on(app, window, ready)
        yield name
        await app.pop_screen()
    await put_on(app, WritingScreen(copy_of(home, activity, LONG_TITLE[:60])), "Summary")
    yield "writing"
    await home_again(app)
    await put_on(app, PicturesScreen(ours), "Drawing A1")
    await until(lambda: "People draw" in shown(app))
    yield "pictures"
    await home_again(app)
    seated = programme(home, "Our programme", "first-meeting")
    app.open_programme(seated)
    run = await running(app)
    for command in (("answer", 6), ("answer", "Rosa [b]"), ("answer", LONG), ("done",), ("go_to", 4), ("skip",), ("answer", 2)):
        await do(app, run, command)
    await until(lambda: len(app.screen.query("Seat")) == 6)
    yield "room-plan"


WALKS: dict[str, Walk] = {"small": small, "long": long, "windows": windows}
