"""What each step kind promises the room."""

import pytest

from kit.content.vocabulary import KINDS, RATINGS
from kit.engine import Known, Session
from kit.engine.steps import SCRIPTS
from kit.model import Form, Member, Visible
from kit.model.results import dissent_of
from tests.rooms import PLACE, activity, begun, contents, refused, script, step, taken, ticking


def test_every_kind_in_the_vocabulary_has_a_script_and_every_script_a_kind():
    assert set(SCRIPTS) == set(KINDS)


@pytest.mark.parametrize("kind", ["say", "wait", "round"])
def test_talking_steps_only_wait_for_the_room(kind):
    session = begun(step(kind))
    assert session.prompt.ask.form is Form.GO
    taken(session.answer(""))
    assert session.over
    assert {r.kind for r in session.records} == {"attendance"}


def test_collect_keeps_each_line_with_no_name():
    session = begun(step("collect", question="What do you need?", makes="need"))
    taken(session.answer("a chair by the door"))
    taken(session.answer("more light"))
    taken(session.done())
    assert [c["text"] for c in contents(session, "need")] == ["a chair by the door", "more light"]
    assert {r.naming for r in session.records if r.kind == "need"} == {"none"}


def test_a_check_in_is_tied_to_nobody():
    session = begun(step("scale", question="How are you?", options=("sunny", "stormy")))
    taken(session.answer("3 1"))
    assert contents(session, "check-in") == [{"question": "How are you?", "counts": {"sunny": 3, "stormy": 1}}]


def drawn(*more, people=4, kept_back="none", shown="all"):
    session = begun(step("draw", prompt="Draw it"), step("gallery"), *more, people=people)
    taken(session.answer(people))
    taken(session.answer(kept_back))
    taken(session.done())
    taken(session.answer(shown))
    if session.prompt.ask.question.startswith("Give back"):
        taken(session.answer(""))
    return session


def test_a_drawing_is_private_until_its_maker_says_it_may_be_shown():
    session = begun(step("draw", prompt="Draw it"), step("gallery"))
    taken(session.answer(4))
    taken(session.answer("A4"))
    assert [r.visible for r in session.records if r.kind == "drawing"] == [Visible.ME] * 3
    taken(session.done())
    taken(session.answer("a1 3"))
    assert {r.content["label"]: r.visible for r in session.records if r.kind == "drawing"} == {
        "A1": Visible.GROUP, "A2": Visible.ME, "A3": Visible.GROUP}
    assert "A2" in session.prompt.ask.question


def test_a_drawing_carries_the_code_of_its_sheet_and_the_words_of_its_maker():
    session = begun(step("draw", prompt="Draw it"))
    taken(session.answer(2))
    taken(session.answer([]))
    taken(session.answer("A2 two chairs, far apart"))
    sheets = {r.content["label"]: (r.origin.sheet, r.content["text"]) for r in session.records if r.kind == "drawing"}
    assert sheets["A2"][1] == "two chairs, far apart"
    assert sheets["A1"][0] != sheets["A2"][0]
    assert all(code.startswith("KMR-") for code, _ in sheets.values())


def test_a_second_prompt_gets_the_next_letter():
    session = begun(step("draw", prompt="One"), step("draw", prompt="Two"))
    for _ in range(2):
        taken(session.answer(2))
        taken(session.answer("none"))
        taken(session.done())
    assert [c["label"] for c in contents(session, "drawing")] == ["A1", "A2", "B1", "B2"]


def test_marks_are_kept_by_label_and_never_put_in_order_of_size():
    session = drawn(step("resonate"))
    for line in ("A3 9", "A1 0", "A2 4", "A1 2"):
        taken(session.answer(line))
    assert session.prompt.ask.so_far == ("A1 2", "A2 4", "A3 9")
    assert {c["label"]: c["marks"] for c in contents(session, "resonance")} == {"A1": 2, "A2": 4, "A3": 9}


def test_a_private_drawing_can_be_neither_marked_nor_captioned():
    session = drawn(step("resonate"), step("caption"), shown="A1 A2")
    assert "A3" in refused(session.answer("A3 2"))
    taken(session.done())
    taken(session.answer(""))
    assert "A4" in refused(session.answer("A4 words"))


def test_nobody_is_given_their_own_drawing_and_all_get_their_share():
    session = drawn(step("caption", each=2), people=5)
    lines = session.prompt.ask.room_facts
    for line in lines:
        sheet, given = line.removeprefix("Whoever has sheet ").rstrip(".").split(": ")
        assert f"A{sheet}" not in given.replace(" and ", ", ").split(", ")
    dealt = " ".join(lines)
    assert {label: dealt.count(label) for label in ("A1", "A2", "A3", "A4", "A5")} == dict.fromkeys(
        ("A1", "A2", "A3", "A4", "A5"), 2)


def test_captions_come_in_any_order_and_a_drawing_can_have_many():
    session = drawn(step("caption"))
    taken(session.answer(""))
    for line in ("A2 the open door", "A1 a bridge", "2 a draught"):
        taken(session.answer(line))
    assert [(c["label"], c["text"]) for c in contents(session, "caption")] == [
        ("A2", "the open door"), ("A1", "a bridge"), ("A2", "a draught")]
    drawings = {r.content["label"]: r.id for r in session.records if r.kind == "drawing"}
    assert [c["drawing"] for c in contents(session, "caption")] == [drawings["A2"], drawings["A1"], drawings["A2"]]


def test_with_no_drawing_on_show_the_later_steps_say_so_and_go_on():
    session = drawn(step("resonate"), step("caption"), shown="none")
    for _ in range(2):
        assert "No drawing is on show" in session.prompt.ask.question
        taken(session.answer(""))
    assert session.over


def test_tables_are_mixed_until_the_facilitator_says_yes():
    session = begun(step("seat", table_size=3), people=7)
    taken(session.answer(2))
    first = session.prompt.ask.tables
    taken(session.answer("again"))
    assert session.prompt.ask.tables != first
    assert session.room.lines == ()
    tables = tuple(table.line for table in session.prompt.ask.tables)
    taken(session.answer("yes"))
    assert session.room.lines == tables
    [seating] = contents(session, "seating")
    assert sorted(len(table) for table in seating["tables"]) == [3, 4]
    assert sorted(p for table in seating["tables"] for p in table) == sorted(f"card {n}" for n in range(1, 8))


def test_two_people_change_places_with_the_price_and_can_change_back():
    session = begun(step("seat", table_size=2), people=4)
    taken(session.answer(2))
    before = session.prompt.ask.tables
    taken(session.answer("swap"))
    one, two = (next(o.key for o in session.prompt.ask.options if o.words.endswith(t.people[0])) for t in before)
    assert "two numbers" in refused(session.answer(one))
    taken(session.answer(f"{one} {two}"))
    after = session.prompt.ask.tables
    assert [t.people[0] for t in after] == [t.people[0] for t in reversed(before)]
    taken(session.undo())
    taken(session.undo())
    assert session.prompt.ask.tables == before


def test_those_who_stay_keep_their_table_when_the_others_are_mixed():
    session = begun(step("seat", table_size=4), people=12)
    taken(session.answer(3))
    first = session.prompt.ask.tables[1].people
    taken(session.answer("stay"))
    keys = [o.key for o in session.prompt.ask.options if o.words.split(" ", 1)[1] in first[:2]]
    taken(session.answer(keys))
    assert set(first[:2]) <= set(session.prompt.ask.tables[1].people)


def test_who_needs_what_is_asked_of_the_tables_and_never_said():
    known = Known((Member("Rosa", ("service user",), ("step-free",)),))
    session, _ = Session.begin(script(activity("one", step("seat", table_size=3))), PLACE, id="s", seed="s", clock=ticking(),
                               known=lambda: known)
    for answer in (6, "Rosa"):
        taken(session.answer(answer))
    taken(session.done())
    taken(session.answer(2))
    assert session.prompt.ask.question == "Somebody needs a table that is step-free. Which tables are?"
    taken(session.answer("2"))
    assert "Rosa" in session.prompt.ask.tables[1].people
    assert session.prompt.ask.tables[1].line.startswith("Table 2 (step-free): ")
    taken(session.answer("yes"))
    assert "service user" not in str(session.room) + str(session.records) + str(session.events[1:])


def test_a_second_seating_repeats_no_pair_where_that_can_be():
    session = begun(step("seat"), step("seat"), people=16)
    for _ in range(2):
        taken(session.answer(4))
        taken(session.answer("yes"))
        taken(session.answer(""))
    pairs = [{frozenset((a, b)) for table in c["tables"] for a in table for b in table if a != b}
             for c in contents(session, "seating")]
    assert not pairs[0] & pairs[1]


def test_an_agreement_is_built_changed_and_agreed():
    session = begun(step("agree", start=("We can pass.",)))
    taken(session.answer("One at a time"))
    taken(session.answer("No phones"))
    taken(session.done())
    taken(session.answer("change"))
    taken(session.answer("3"))
    taken(session.answer("Phones on silent"))
    taken(session.answer("change"))
    taken(session.answer("1"))
    taken(session.answer(""))
    taken(session.answer("yes"))
    assert contents(session, "agreement") == [{"lines": ["One at a time", "Phones on silent"], "signed": True}]


def test_an_agreement_can_stay_a_draft():
    session = begun(step("agree"))
    taken(session.answer("We listen"))
    taken(session.done())
    taken(session.answer("not yet"))
    assert contents(session, "agreement") == [{"lines": ["We listen"], "signed": False}]


def test_a_word_can_wait_for_its_meaning():
    session = begun(step("term"))
    taken(session.answer("PPI"))
    taken(session.answer("ppi: people with a say in research"))
    assert contents(session, "term") == [{"term": "ppi", "meaning": "people with a say in research"}]


def decided(session, *answers):
    for answer in answers:
        taken(session.answer(answer))


def test_a_decision_keeps_its_dissent_in_its_own_words():
    session = begun(step("decide", question="Where do we meet?"))
    decided(session, "", "", "All of us", "", "the date", "", "", "", "The library", "It has a lift", "It is too loud for me")
    taken(session.done())
    decided(session, "Ana books it", "in May")
    taken(session.done())
    decided(session, "next spring", "", "decided carers, members")
    taken(session.done())
    [decision], [dissent], [promise] = (contents(session, kind) for kind in ("decision", "dissent", "promise"))
    assert decision["question"] == "Where do we meet?"
    assert (decision["review"], decision["roles"], decision["open"]) == ("next spring", {"decided": "carers, members"}, False)
    assert dissent["text"] == "It is too loud for me"
    assert (promise["text"], promise["by"], promise["state"]) == ("Ana books it", "in May", "open")


def test_a_decision_left_half_way_is_kept_as_open():
    session = begun(step("decide"))
    decided(session, "Where do we meet?", "All of us")
    taken(session.skip())
    [decision] = contents(session, "decision")
    assert (decision["question"], decision["open"]) == ("Where do we meet?", True)


def test_feedback_is_a_tally_and_words_with_no_names():
    session = begun(step("feedback", questions=("Heard?",), words=("Best?",)), people=6)
    taken(session.answer("3 1 1 1"))
    taken(session.answer("the tea"))
    taken(session.done())
    assert contents(session, "feedback") == [
        {"question": "Heard?", "counts": dict(zip(RATINGS, (3, 1, 1, 1), strict=True))}]
    assert contents(session, "feedback-words") == [{"question": "Best?", "text": "the tea"}]
    assert session.over


def again(session):
    """Back to the plan's one block, to do it once more."""
    return taken(session.go_to(1))


def test_an_agreement_gone_back_to_starts_from_the_groups_own_lines():
    session = begun(step("agree", start=("We can pass.",)))
    for line in ("We listen", None, "yes"):
        taken(session.done() if line is None else session.answer(line))
    again(session)
    assert session.prompt.ask.so_far == ("We can pass.", "We listen")
    for line in ("No phones", None, "yes"):
        taken(session.done() if line is None else session.answer(line))
    assert contents(session, "agreement") == [{"lines": ["We can pass.", "We listen", "No phones"], "signed": True}]


def test_a_line_that_was_dropped_does_not_come_back():
    session = begun(step("agree", start=("We can pass.", "No phones")))
    for answer in (None, "change", "2", "", "yes"):
        taken(session.done() if answer is None else session.answer(answer))
    again(session)
    assert session.prompt.ask.so_far == ("We can pass.",)


def test_counts_marks_and_seats_taken_again_replace_the_earlier_ones():
    session = begun(step("scale", question="How?", options=("sunny", "stormy")), step("seat"), step("feedback", words=()))
    for _ in range(2):
        for answer in ("3 1", 2, "yes", "", "1 1 1 1", "2 0 0 2"):
            taken(session.answer(answer))
        again(session)
    assert [len(contents(session, kind)) for kind in ("check-in", "seating", "feedback")] == [1, 1, 2]


def test_marks_counted_again_replace_the_earlier_ones():
    session = drawn(step("resonate"))
    taken(session.answer("A1 0"))
    taken(session.done())
    again(session)
    taken(session.skip())
    taken(session.skip())
    taken(session.answer("A1 4"))
    assert [(c["label"], c["marks"]) for c in contents(session, "resonance")] == [("A1", 4)]


def test_a_sheet_that_turns_out_to_be_empty_is_no_drawing_any_more():
    session = begun(step("draw", prompt="Draw it"))
    for answer in (3, "none", "A2 a door"):
        taken(session.answer(answer))
    again(session)
    for answer in (3, "A2"):
        taken(session.answer(answer))
    assert [c["label"] for c in contents(session, "drawing")] == ["A1", "A3"]


def test_a_decision_gone_back_to_keeps_its_words_and_its_dissent():
    session = begun(step("decide"))
    decided(session, "Where?", "", "We", "", "", "", "", "", "The library", "", "It is too loud")
    for words in (None, None, "", "", None):
        taken(session.done() if words is None else session.answer(words))
    again(session)
    decided(session, "", "", "", "", "", "", "", "", "The hall", "")
    for words in (None, None, "", "", None):
        taken(session.done() if words is None else session.answer(words))
    [decision] = [r for r in session.records if r.kind == "decision"]
    assert (decision.content["question"], decision.content["decided"]) == ("Where?", "The hall")
    assert dissent_of(decision, session.records) == ("It is too loud",)


def test_a_word_noted_before_is_waiting_for_its_meaning_in_the_jargon_step():
    session = begun(step("say"), step("term"))
    taken(session.note("term", {"term": "REC", "meaning": ""}))
    taken(session.note("term", {"term": "rec", "meaning": ""}))
    taken(session.answer(""))
    assert session.prompt.ask.so_far == ("rec: no plain words yet",)
    taken(session.answer("REC: a check"))
    assert contents(session, "term") == [{"term": "REC", "meaning": "a check"}]


def test_rooms_of_five_hundred_can_draw():
    session = begun(step("draw", prompt="Draw it"), people=500)
    taken(session.answer(""))
    taken(session.answer(""))
    assert len(contents(session, "drawing")) == 500


def test_words_typed_where_nothing_is_asked_are_not_thrown_away():
    session = begun(step("say"))
    assert "park them" in refused(session.answer("park the budget"))
    assert not session.over
