"""A small workshop that is run in one place and watched from another, for tests of the second screen."""

from datetime import UTC, datetime, timedelta

from kit.content.library import Library
from kit.desk.library import Shelf
from kit.desk.programmes import new_programme
from kit.desk.secondscreen import SecondScreen
from kit.desk.workshop import Workshop, open_workshop
from kit.desk.world import World
from kit.model import Change
from kit.store import Programme
from tests.tui.playing import still_world

ACTIVITY = """
id = "our-day"
title = "Our day"
summary = "All that a second screen can show."
purpose = "For tests."
source = "Made for this test."
minutes = 30
least_minutes = 5
power = "Public contributors are asked first."
load = "low"
access = ["Nobody has to speak."]
practices = [54]

[[steps]]
kind = "say"
minutes = 10
room = "Welcome. You can pass on anything today."
say = "PRIVATE say"
do = "PRIVATE do"
watch = "PRIVATE watch"

[[steps]]
kind = "agree"
room = "What do we need?"
question = "What do we need?"

[[steps]]
kind = "seat"
table_size = 2

[[steps]]
kind = "draw"
prompt = "Draw the hall."

[[steps]]
kind = "gallery"

[[steps]]
kind = "caption"
each = 1

[[steps]]
kind = "collect"
minutes = 5
question = "What do people hope for?"
room = "What do you hope for?"
"""
PLAN = """
id = "our-plan"
title = "A small workshop"
summary = "A few hopes."

[[blocks]]
id = "one"
activity = "our-day"
title = "First words"
private = "PRIVATE note"

[[blocks]]
id = "break"
title = "Break"
minutes = 15
"""


class Clock:
    """A time that stands still until a test moves it on."""

    def __init__(self):
        self.now = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)

    def __call__(self):
        return self.now

    def goes_on(self, **time):
        self.now += timedelta(**time)


class Hall:
    """A programme, the window that runs it, and the clock on the wall."""

    def __init__(self, home):
        own = home / "activities"
        own.mkdir(parents=True)
        (own / "our-day.toml").write_text(ACTIVITY, encoding="utf-8")
        (own / "our-plan.toml").write_text(PLAN, encoding="utf-8")
        from kit.desk.library import load_shelf

        self.clock = Clock()
        self.world = World(self.clock, still_world().draw)
        self.shelf: Shelf = load_shelf(home)
        assert isinstance(self.shelf.library, Library)
        self.programme: Programme = new_programme(home, "Hearing voices", "our-plan", self.shelf, self.world)
        self.workshop: Workshop | None = None

    def begins(self, **given):
        """Open the window that runs the workshop."""
        self.workshop = open_workshop(self.programme, self.shelf, self.world, **given)
        return self.workshop

    def closes(self):
        self.workshop.close()

    def answers(self, *values):
        """Give answers; None is "done"."""
        for value in values:
            change = self.workshop.done() if value is None else self.workshop.answer(value)
            assert isinstance(change, Change), (value, change, self.workshop.prompt.ask)

    def watched(self) -> SecondScreen:
        """A second screen that has looked once."""
        second = SecondScreen(self.programme, self.world)
        second.look()
        return second


BEGUN = (4, "Ana", "Bo", None)
AGREED = ("", "One at a time", "Nobody has to speak [b] 名前", None, "yes")
SEATED = (2, "yes", "")
DRAWN = (4, [], {"label": "A1", "text": "A closed door"}, None, ["A1", "A3"], "")
CAPTIONS = ("The light is on behind it", "[/] <b>Who</b> has the key?")
CAPTIONED = ("", *({"label": "A1", "text": text} for text in CAPTIONS), None)
THE_DAY = (*BEGUN, *AGREED, *SEATED, *DRAWN, *CAPTIONED)
"""All answers up to the question what people hope for."""
