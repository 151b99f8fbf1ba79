"""The machine: a session is exactly its events, and every command can be undone back to the start."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kit.engine import Session
from kit.engine.made_up import MadeUpPeople
from kit.model import Change, Event, Refusal
from kit.model.data import from_data, to_data
from tests.rooms import HOSTILE, PLACE, activity, begun, contents, refused, script, step, taken, ticking

WORDS = {"names": [f"Name {n}" for n in range(9)], "thought": [f"thought {n}" for n in range(30)],
         "term": [{"term": f"T{n}", "meaning": "plain"} for n in range(9)],
         "decisions": [{"question": "Where?", "who_decides": "we", "final_say": "we", "fixed": "", "decided": "here",
                        "reasons": "near", "dissent": ["too far"], "who_acts": "Bo", "review": "May"}]}

EVERYTHING = script(
    activity("opening", step("say"), step("scale"), step("collect", makes="need")),
    activity("sitting", step("seat", table_size=2)),
    activity("making", step("draw", prompt="Draw it"), step("wait"), step("gallery"), step("resonate"), step("caption")),
    activity("reflecting", step("write"), step("write", makes="diary"), step("code", frameworks=("ours",)),
             step("sort", cards=("need", "account"))),
    activity("ending", step("round"), step("agree"), step("term"), step("decide"), step("feedback")))


def started(seed="seed", clock=None):
    session, change = Session.begin(EVERYTHING, PLACE, id="s", seed=seed, clock=clock or ticking())
    return session, change


def play_on(session, room, steps=10_000):
    for _ in range(steps):
        if session.over:
            return
        command, value = room.answer(session.prompt)
        taken(session.answer(value) if command == "answer" else session.done())


def test_made_up_people_come_to_the_end_of_every_step_kind():
    for people in (1, 2, 3, 7, 30):
        session, _ = started()
        play_on(session, MadeUpPeople(people, WORDS, people))
        assert session.over
        assert contents(session, "attendance") == [{"people": people}]


def test_the_same_seed_and_answers_give_the_same_records():
    twice = []
    for _ in range(2):
        session, _ = started()
        play_on(session, MadeUpPeople(6, WORDS, 3))
        twice.append(session.records)
    assert twice[0] == twice[1]


def test_another_seed_deals_and_seats_otherwise():
    seatings = set()
    for seed in ("one", "two", "three"):
        session, _ = started(seed)
        play_on(session, MadeUpPeople(8, WORDS, 3))
        seatings.add(str(contents(session, "seating")))
    assert len(seatings) > 1


def test_events_survive_a_file_and_bring_the_session_back_at_every_point():
    session, _ = started()
    play_on(session, MadeUpPeople(5, WORDS, 1))
    stored = [to_data(event) for event in session.events]
    for cut in range(1, len(stored) + 1, 7):
        events = [from_data(Event, data) for data in stored[:cut]]
        back = Session(events, ticking())
        rest, _ = started()
        assert back.records == Session(session.events[:cut], ticking()).records
        assert back.script == rest.script
    assert Session([from_data(Event, data) for data in stored], ticking()).records == session.records


def test_chance_is_kept_in_the_event_and_never_drawn_again():
    session = begun(step("seat"), people=8)
    change = taken(session.answer(2))
    assert change.event.drawn
    shown = session.prompt.ask.tables
    drawn = ([], {"tables": [["card 1"], ["card 2"]], "facts": []})
    altered = [Event(e.number, e.at, e.kind, e.data, drawn) if e.drawn else e for e in session.events]
    assert [table.line for table in Session(altered, ticking()).prompt.ask.tables] == ["Table 1: card 1.", "Table 2: card 2."]
    assert Session(session.events, ticking()).prompt.ask.tables == shown


def test_undo_goes_back_step_by_step_to_the_start_and_says_so_there():
    session, _ = started()
    first = session.prompt
    play_on(session, MadeUpPeople(4, WORDS, 1))
    while isinstance(session.undo(), Change):
        pass
    assert session.prompt == first
    assert session.records == ()
    assert "nothing to undo" in refused(session.undo())


def test_undo_names_the_records_it_takes_back():
    session = begun(step("collect"))
    added = taken(session.answer("a thought")).added
    assert taken(session.undo()).taken_back == tuple(r.id for r in added)


def test_undoing_a_replacement_brings_the_earlier_record_back():
    session = begun(step("term"))
    taken(session.answer("PPI: one"))
    taken(session.answer("PPI: two"))
    taken(session.undo())
    assert contents(session, "term") == [{"term": "PPI", "meaning": "one"}]


def test_a_block_can_be_gone_to_forwards_and_back():
    session, _ = started()
    taken(session.answer(3))
    taken(session.done())
    taken(session.go_to(4))
    taken(session.go_to(1))
    assert session.prompt.title == "Opening"
    assert "1 to 5" in refused(session.go_to(9))
    assert "1 to 5" in refused(session.go_to(0))


def test_a_note_is_no_head_count():
    session, _ = started()
    taken(session.note("parked", {"text": "the budget"}))
    assert "how many people" in refused(session.skip())
    assert "how many people" in refused(session.go_to(2))
    taken(session.note("attendance", {"people": 11}))
    taken(session.answer(6))
    assert contents(session, "attendance") == [{"people": 6}]


def test_an_undo_brings_back_the_prompt_and_the_records_from_before_each_answer():
    session, _ = started()
    room, before = MadeUpPeople(3, WORDS, 1), []
    while not session.over:
        before.append((session.prompt, session.records))
        command, value = room.answer(session.prompt)
        taken(session.answer(value) if command == "answer" else session.done())
    for prompt, records in reversed(before):
        taken(session.undo())
        assert (session.prompt, session.records) == (prompt, records)


def test_a_pause_stops_the_clock_and_the_questions():
    session = begun(step("say"))
    taken(session.pause())
    assert "paused" in refused(session.answer(""))
    assert "paused" in refused(session.pause())
    assert session.room.paused
    taken(session.carry_on())
    assert "not paused" in refused(session.carry_on())
    taken(session.answer(""))


def test_something_said_out_of_turn_is_kept_at_once():
    session = begun(step("say"))
    taken(session.note("parked", {"text": "the budget"}))
    taken(session.note("term", {"term": "REC", "meaning": ""}))
    taken(session.note("attendance", {"people": 9}))
    assert contents(session, "parked") == [{"text": "the budget"}]
    assert contents(session, "attendance") == [{"people": 9}]
    assert "cannot be noted" in refused(session.note("diagnosis", {"text": "no"}))


def test_a_note_that_makes_no_sense_is_refused_and_a_hostile_one_cleaned():
    session = begun(step("say"))
    for kind, content in (("attendance", {"people": 0}), ("attendance", {"people": "9"}), ("attendance", {}), ("parked", {}),
                          ("term", {"meaning": "x"}), ("parked", {"text": "x" * 20_001}), ("note", {"text": "\x1b\x07"})):
        refused(session.note(kind, content))
    taken(session.note("term", {"term": HOSTILE, "meaning": "\x1b[2J"}))
    assert contents(session, "term") == [{"term": "[/] [b] ]0;x ünïcödé 名前 🙂", "meaning": "[2J"}]


def test_a_facilitators_note_is_for_nobody_else():
    session = begun(step("say"))
    taken(session.note("note", {"text": "watch the time"}))
    assert [r.visible for r in session.records if r.kind == "note"] == ["me"]


def test_people_must_be_counted_before_anything_else():
    session, _ = started()
    assert "how many people" in refused(session.skip())
    assert "how many people" in refused(session.go_to(2))


def test_after_the_end_nothing_is_asked_but_undo_still_works():
    session = begun(step("say"))
    taken(session.answer(""))
    assert session.over
    for outcome in (session.answer("x"), session.done(), session.skip()):
        assert "ended" in refused(outcome)
    taken(session.undo())
    assert not session.over


class AnyDay(RuleBasedStateMachine):
    """Any sequence of commands: the session, brought back from its events, is the same session."""

    def __init__(self):
        super().__init__()
        self.session, _ = started()
        self.room = MadeUpPeople(4, WORDS, 1)
        self.kept = {}
        self.gone = set()

    def keep(self, outcome):
        """What a store would keep of each change."""
        if isinstance(outcome, Change):
            self.kept.update({record.id: record for record in outcome.added})
            self.gone.update(outcome.taken_back)

    @rule(times=st.integers(1, 6))
    def people_answer(self, times):
        for _ in range(times):
            if self.session.over or self.session.paused:
                return
            command, value = self.room.answer(self.session.prompt)
            self.keep(self.session.answer(value) if command == "answer" else self.session.done())

    @rule(text=st.text(max_size=20))
    def somebody_types_anything(self, text):
        self.keep(self.session.answer(text))

    @rule()
    def done(self):
        self.keep(self.session.done())

    @rule()
    def skip(self):
        self.keep(self.session.skip())

    @rule(times=st.integers(1, 8))
    def undo(self, times):
        for _ in range(times):
            self.keep(self.session.undo())

    @rule(block=st.integers(-1, 6))
    def go_to(self, block):
        self.keep(self.session.go_to(block))

    @rule(kind=st.sampled_from(["parked", "note", "thought"]))
    def note(self, kind):
        self.keep(self.session.note(kind, {"text": "x"}))

    @rule(what=st.sampled_from(["slow_down", "arrived", "left", "rest"]))
    def something_changes_on_the_day(self, what):
        self.keep(getattr(self.session, what)())

    @rule(which=st.integers(0, 2))
    def a_proposal_is_taken(self, which):
        for proposal in self.session.proposals[which:which + 1]:
            self.keep(self.session.take(proposal))

    @rule()
    def pause_or_carry_on(self):
        self.keep(self.session.carry_on() if self.session.paused else self.session.pause())

    @precondition(lambda self: len(self.session.events) > 3)
    @rule()
    def the_laptop_dies_and_comes_back(self):
        self.session = Session([from_data(Event, to_data(e)) for e in self.session.events], ticking())

    @invariant()
    def the_session_is_its_events(self):
        again = Session(self.session.events, ticking())
        assert again.records == self.session.records
        assert again.prompt == self.session.prompt
        assert again.room == self.session.room

    @invariant()
    def a_store_that_kept_every_change_has_the_same_records(self):
        from kit.model import standing

        assert {r.id for r in standing(self.kept.values(), self.gone)} == {r.id for r in self.session.records}


TestAnyDay = AnyDay.TestCase
TestAnyDay.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


def test_refusals_change_nothing():
    session = begun(step("scale"))
    events, prompt = session.events, session.prompt
    for outcome in (session.answer("x"), session.done(), session.go_to(7), session.carry_on()):
        assert isinstance(outcome, Refusal)
    assert (session.events, session.prompt) == (events, prompt)
