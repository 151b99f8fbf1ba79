"""What is private cannot reach the wall: at any moment of any workshop, after any choices, on every way to show it."""

import json
from dataclasses import replace
from itertools import count
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kit.desk.secondscreen import SecondScreen
from kit.desk.world import World
from kit.engine import Session
from kit.engine.calm import LOOKS
from kit.engine.made_up import MadeUpPeople
from kit.engine.steps.deciding import DECISION_PARTS
from kit.line.room import Teller
from kit.model import Change, Event, Naming, Origin, Record, Visible
from kit.model.data import to_data
from kit.store import History, Programme
from kit.store.keeping import Kept
from kit.tui.room.painting import Face, paint
from kit.web.shown import shown
from tests.room.rooms import Clock
from tests.rooms import PLACE, activity, script, step, taken, ticking

GIVEN = {"say": "zqsay", "do": "zqdo", "watch": "zqwatch"}
STEPS = (
    activity("a", step("agree", **GIVEN), step("seat", **GIVEN), step("scale", **GIVEN), step("collect", **GIVEN)),
    activity("b", step("draw", prompt="Draw", **GIVEN), step("gallery", **GIVEN), step("caption", **GIVEN), step("resonate")),
    activity("c", step("term", **GIVEN), step("decide", **GIVEN), step("feedback", **GIVEN), step("say", **GIVEN)),
)
HIDE = {
    "only me": {"visible": Visible.ME}, "taken back": {"withdrawn": True}, "past its day": {"keep_until": "2026-01-01"},
    "no name": {"naming": Naming.NONE},
}
"""What a person may choose afterwards that keeps their words from the room. The last is for names alone."""


class InMemory:
    """What `Following` gives, without a folder."""

    secret = ""

    def __init__(self, entries):
        self.entries = entries

    def look(self):
        return True

    def history(self):
        return History(self.entries)


class Fresh:
    """Words for made-up people that are each said once, such as `zqw17x`; only names come again, as they are given once."""

    def __init__(self):
        self._numbers = count()
        self._names = [self.word() for _ in range(9)]

    def word(self):
        return f"zqw{next(self._numbers)}x"

    def __getitem__(self, kind):
        return self._names

    def __contains__(self, kind):
        return False

    def get(self, kind):
        if kind == "term":
            return [{"term": self.word(), "meaning": self.word()}]
        if kind == "decisions":
            return [{name: self.word() for name in DECISION_PARTS.values()} | {"dissent": [self.word()]}]
        return [self.word()]


def played(people, seed, stop):
    """A session up to some answer, with private notes and somebody the facilitator knows; and all that was kept."""
    plan = script(*STEPS, private="zqprivate")
    session, begun = Session.begin(plan, PLACE, id="s", seed="s", clock=ticking())
    changes, room = [begun], MadeUpPeople(people, Fresh(), seed)
    for number in range(stop):
        if session.over:
            break
        command, value = room.answer(session.prompt)
        changes.append(taken(session.answer(value) if command == "answer" else session.done()))
        if number % 5 == 0:
            changes.append(taken(session.note("note", {"text": f"zqnote{number}"})))
    words = {"name": "zqperson", "role": "zqrole", "needs": "zqneeds"}
    known = Record("p", "person", "", Origin("programme-1"), words, Visible.ME)
    return [*(Kept("s", change) for change in changes), Kept("", Change(Event(0, "", ""), (known,)))]


def texts(value):
    if isinstance(value, str):
        return {value} if value.startswith("zqw") else set()
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return set().union(*map(texts, parts))


def chosen(entries, choices):
    """The same with what people chose afterwards; and the words that must not be seen from then on."""
    records = [record for record in History(entries).records() if texts(dict(record.content))]
    hidden, later = set(), []
    for place, how in choices:
        if not records:
            break
        record = records.pop(place % len(records))
        if how == "no name" and record.kind != "name":
            how = "only me"
        hidden |= texts(dict(record.content))
        now = replace(record, id=f"{record.id}-c", replaces=record.id, **HIDE[how])
        later.append(Kept("", Change(Event(0, "", ""), (now,))))
    private = [texts(dict(record.content)) for record in History(entries).records() if record.visible is Visible.ME]
    return [*entries, *later], hidden.union(*private)


def everything_shown(second):
    """All that the three ways show, page after page, at some sizes and looks."""
    said = []
    for place in range(len(second.wall.pages)):
        look = LOOKS[place % len(LOOKS)]
        teller = Teller(look)
        said += teller.tell(second)
        said.append(json.dumps(shown(second, look)))
        for size in ((40, 12), (80, 24)):
            painted = paint(Face(second.wall.page, second.time, look, part=place), *size)
            said += [row.plain for row in painted.rows]
        second.turn(1)
        second.look()
    return "\n".join([*said, str(to_data(second.wall))])


@settings(max_examples=30)
@given(people=st.integers(2, 6), seed=st.integers(0, 30), stop=st.integers(3, 18) | st.integers(1, 70),
       choices=st.lists(st.tuples(st.integers(0, 99), st.sampled_from(sorted(HIDE))), min_size=2, max_size=8))
def test_nothing_private_is_on_the_second_screen_at_any_moment_after_any_choice(people, seed, stop, choices):
    entries, hidden = chosen(played(people, seed, stop), choices)
    second = SecondScreen(Programme("p", "KMR", "zqprogramme", "", "", Path("/nowhere")), World(Clock(), lambda n: "x" * n))
    second._following = InMemory(entries)
    second.look()
    out = everything_shown(second)
    for word in ("zqsay", "zqdo", "zqwatch", "zqprivate", "zqnote", "zqperson", "zqrole", "zqneeds", "zqprogramme"):
        assert word not in out
    for word in hidden:
        assert word not in out, word


def test_the_words_that_are_looked_for_are_shown_where_nobody_hides_them():
    second = SecondScreen(Programme("p", "KMR", "P", "", "", Path("/nowhere")), World(Clock(), lambda n: "x" * n))
    second._following = InMemory(played(4, 1, 70))
    second.look()
    assert {page.name for page in second.wall.pages} >= {"now", "agreement", "seats"}
    assert everything_shown(second).count("zqw") > 20
