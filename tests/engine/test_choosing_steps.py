"""What votes, ratings, rankings and consent promise the room."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.content.library import read_made_up
from kit.engine import Session
from kit.engine.made_up import MadeUpPeople
from kit.model import Form
from kit.model.data import to_data
from kit.model.gate import SMALL
from kit.model.register import entries
from kit.model.results import dissent_of, rating_lines
from kit.paths import builtin_activities
from tests.rooms import HOSTILE, PLACE, activity, begun, contents, refused, script, step, taken, ticking

WORDS = read_made_up(builtin_activities() / "made-up.toml")
AB = {"options": ("Tea", "Coffee")}


def say(session, *answers):
    """Answers in a row; None is done."""
    for answer in answers:
        taken(session.done() if answer is None else session.answer(answer))
    return session


def room_lines(session):
    return " ".join(session.room.lines)


def test_empty_ballots_are_counted_apart_and_nothing_is_called_a_winner():
    session = say(begun(step("vote", question="Drink?", **AB), people=6), 6, "2 3 0")
    [vote] = contents(session, "vote")
    assert (vote["counts"], vote["people"], vote["empty"]) == ({"A": 2, "B": 3, "none": 0}, 6, 1)
    assert "Left empty or passed: 1." in room_lines(session)
    assert "win" not in room_lines(session).lower()


def test_more_votes_than_ballots_are_refused_with_both_numbers():
    session = say(begun(step("vote", **AB)), 4)
    assert refused(session.answer("3 1 1")) == "That is 5 in all. There are only 4 ballots."


def test_a_dot_sheet_puts_one_dot_on_an_option_at_most_and_worries_stand_beside():
    session = say(begun(step("vote", how="dots", dots=2, **AB)), 4)
    assert "one option can have 4 at most" in refused(session.answer("5 0"))
    say(session, "4 1", "0 3")
    assert "B: Coffee. 1 dot, 3 worries." in room_lines(session)
    assert "Dots not used: 3." in room_lines(session)


def test_options_stay_in_their_own_order_whatever_they_get():
    session = say(begun(step("vote", how="hands", options=("x", "y", "z")), people=9), 9, "0 1 8 0")
    assert [line[:1] for line in session.room.lines[:3]] == ["A", "B", "C"]


def test_options_that_say_the_same_are_merged_and_both_are_remembered():
    session = say(begun(step("vote", question="What next?")), "A lift", "a lift", "A ramp", None)
    assert "two letters or more" in refused(session.answer("A"))
    say(session, "A B", "A lift", "none")
    assert [c["text"] for c in contents(session, "proposal")] == ["A ramp", "A lift"]
    assert [c["merged"] for c in contents(session, "proposal") if "merged" in c] == [["A lift", "a lift"]]


@pytest.mark.parametrize(("counts", "passed"), [("0 0 0 4 0 0", True), ("0 0 1 3 0 0", False), ("0 0 0 0 0 0", False)])
def test_cards_pass_only_where_every_card_shows_three_or_more(counts, passed):
    session = say(begun(step("vote", how="fist-to-five", question="Meet here?")), 4, counts)
    assert contents(session, "vote")[0]["passed"] is passed
    assert (session.prompt.ask.form is Form.GO) is passed


def test_after_talk_cards_can_be_shown_again_and_the_first_count_stays():
    session = say(begun(step("vote", how="fist-to-five", question="Meet here?")), 4, "1 0 0 3 0 0", "again", 4, "0 0 0 4 0 0", "")
    assert [(c["round"], c["passed"]) for c in contents(session, "vote")] == [(1, False), (2, True)]


@pytest.mark.parametrize(("again", "rounds"), [
    ((4, "0 0 0 4 0 0"), [(1, True)]), ((4, "1 0 0 3 0 0", "keep"), [(1, False)]),
    ((4, "1 0 0 3 0 0", "again", 4, "0 0 0 0 4 0"), [(1, False), (2, True)])])
def test_cards_that_are_given_anew_leave_no_round_of_the_visit_before(again, rounds):
    session = begun(step("vote", how="fist-to-five", question="Here?"))
    say(session, 4, "1 0 0 3 0 0", "again", 4, "2 0 0 2 0 0", "keep", None)
    taken(session.go_to(1))
    say(session, *again)
    assert [(c["round"], c["passed"]) for c in contents(session, "vote")] == rounds


def rated(*sheets_and_counts, people=10, **given):
    session = begun(step("rate", statements=("I am heard",), **{"rounds": 1} | given), people=people)
    return say(session, "lock", "", *sheets_and_counts)


def test_a_rating_says_its_counts_the_rule_and_what_it_comes_to():
    [rating] = contents(rated(10, "0 1 0 0 1 0 2 3 2 0"), "rating")
    assert (rating["of"], rating["blank"], rating["cant_say"], rating["outcome"]) == (9, 1, 0, "in")
    assert rating_lines(rating)[0] == "7 to 9: 7 of 9. 1 to 3: 1 of 9."


def test_the_rule_is_locked_before_round_one_and_no_way_leads_back_behind_it():
    session = begun(step("rate", statements=("I am heard",), rounds=2))
    say(session, "rounds", 3, "lock")
    assert contents(session, "rating-rule")[0]["rounds"] == 3
    taken(session.undo())
    say(session, "lock", "", 4)
    taken(session.undo())
    taken(session.undo())
    assert "round one has begun" in refused(session.undo())
    say(session, "", 4, "0 0 0 0 0 0 0 0 4 0")
    taken(session.go_to(1))
    assert "locked before round one" in session.prompt.ask.question
    say(session, "")
    assert session.prompt.ask.question.startswith("Round 2 of 3")


def test_no_way_back_leads_behind_the_lock_when_the_first_counts_are_taken_back():
    session = begun(step("rate", statements=("I am heard",)), people=10)
    say(session, "rounds", "1", "lock", "", 10, "0 0 0 0 0 0 0 0 10 0")
    while contents(session, "rating"):
        taken(session.undo())
    taken(session.go_to(1))
    assert "it stays" in session.prompt.ask.question
    say(session, "")
    assert session.prompt.ask.question.startswith("Round 1 of 1.")
    assert len(contents(session, "rating-rule")) == 1


def test_the_spread_is_shown_between_rounds_as_numbers_with_a_picture():
    session = rated(4, "0 0 1 0 0 0 0 3 0 0", people=4, rounds=2)
    assert {"3: 1 ■", "4: 0", "8: 3 ■■■"} <= set(session.room.lines)
    assert "Talk about it" in session.prompt.ask.question


@pytest.mark.parametrize(("second", "apart"), [(SMALL, True), (SMALL - 1, False)])
def test_groups_are_told_apart_only_where_none_is_small(second, apart):
    counts = f"0 0 0 0 0 0 0 0 {second} 0"
    session = rated(5, second, "0 0 0 0 0 0 0 0 5 0", counts, groups=("Members", "Staff"))
    assert ("groups" in contents(session, "rating")[0]) is apart
    assert ("Members" in " ".join(session.prompt.ask.room_facts)) is apart


def test_a_slip_that_names_a_letter_twice_or_too_many_is_refused():
    session = begun(step("rank", options=("x", "y", "z"), choose=2))
    assert "twice" in refused(session.answer("A A"))
    assert "2 at most" in refused(session.answer("A B C"))
    assert "none of these" in refused(session.answer("A Q"))
    say(session, "B=a", "c", None)
    assert "A, B and C have the same sum." in session.room.lines  # A and B: 1½ + 2½; C: 3 + 1
    assert "2 slips. 1 of them put 2 in order." in session.room.lines


def test_an_objection_changes_the_proposal_and_stays_beside_the_outcome():
    session = begun(step("consent", question="When do we meet?"))
    say(session, "At nine", "", "", 4, "3 0 1 0", "Nine is too early for my medicine", None, "change", "At eleven", 4,
        "3 1 0 0", "I will be late", None, None, "in May")
    [decision] = [r for r in session.records if r.kind == "decision"]
    assert (decision.content["decided"], decision.content["open"]) == ("At eleven", False)
    assert decision.content["proposals"] == ["At nine", "At eleven"]
    assert dissent_of(decision, session.records) == ("Nine is too early for my medicine", "I will be late")


def test_a_proposal_with_an_objection_can_wait_and_silence_is_no_consent():
    session = begun(step("consent", question="Q", how="consensus", proposal="P"))
    say(session, "", "", "", 4, "0 0 0 0 4", None, "later", None, "")
    assert contents(session, "decision")[0]["open"] is True
    assert contents(session, "decision")[0]["decided"] == ""


@pytest.mark.parametrize(("how", "counts", "told"), [
    ("consensus", "1 0 9 0 0", "Of 10 people, 9 stood aside. Ask whether this holds."),
    ("consensus", "3 2 3 0 1", "Of 10 people, 3 stood aside, 2 had doubts and 2 gave no answer. Ask whether this holds."),
    ("consensus", "6 2 2 0 0", ""), ("consent", "2 7 0 1", ""), ("consent", "5 0 0 5", "Of 10 people, 5 gave no answer.")])
def test_a_decision_with_little_agreement_asks_calmly_whether_it_holds_there_and_in_the_register(how, counts, told):
    session = say(begun(step("consent", question="Q", how=how, proposal="P")), "", "", "", 10, counts)
    assert "another way" in session.prompt.ask.question
    facts = " ".join(session.prompt.ask.facts)
    assert ("Ask whether this holds." in facts, told in facts) == (bool(told), True)
    say(session, None, None, "")
    [entry] = entries(session.records)
    assert entry.open is False
    assert ("Ask whether this holds." in str(entry.facts), told in str(entry.facts)) == (bool(told), True)


def test_cards_that_mostly_came_back_empty_ask_whether_it_holds():
    passed = say(begun(step("vote", how="fist-to-five", question="Meet here?")), 10, "0 0 0 1 0 0")
    assert "Of 10 cards, 9 were empty. Ask whether this holds." in passed.room.lines
    passed = say(begun(step("vote", how="fist-to-five", question="Meet here?")), 10, "0 0 0 6 0 0")
    assert "Ask whether" not in str(passed.room.lines)


def test_consent_that_is_left_half_way_stays_open_and_keeps_its_objections_beside_it():
    session = say(begun(step("consent", question="Q", proposal="P")), "", "", "", 4, "2 0 2 0", "Too early")
    taken(session.skip())
    [decision] = [r for r in session.records if r.kind == "decision"]
    assert (decision.content["open"], decision.content["decided"], decision.content["counts"]["stop"]) == (True, "", 2)
    assert dissent_of(decision, session.records) == ("Too early",)
    session = say(begun(step("consent", question="Q", proposal="P")), "", "", "")
    taken(session.skip())
    assert contents(session, "decision") == []


def test_a_decision_made_elsewhere_is_brought_back_with_where_it_was_made():
    session = begun(step("decide", elsewhere=True))
    say(session, "The budget", "The board", "Two directors", "", "", "It is cut", "", "We were not asked", None, None)
    say(session, "", "", None)
    [decision] = contents(session, "decision")
    assert (decision["elsewhere"], decision["where"], decision["decided"]) == (True, "The board", "It is cut")


def decided():
    session = begun(step("decide"))
    return say(session, "Where?", "Now", "All", "Us", "Money", "By hands", "A or B", "3 and 1", "At A", "It is near", None,
               "Ada asks", "", None, "in May", "all", {"label": "decided", "text": "members"}, None)


def test_a_decision_that_is_gone_back_to_and_left_again_loses_nothing():
    session = decided()
    [before] = contents(session, "decision")
    assert (before["decided"], before["who_acts"], before["open"]) == ("At A", "Ada asks", False)
    for answers in ((), ("",), ("", "", "", "")):
        taken(session.go_to(1))
        taken(say(session, *answers).skip())
        assert contents(session, "decision") == [before]
    taken(session.go_to(1))
    taken(say(session, "", "Later").skip())
    assert contents(session, "decision") == [before | {"why_now": "Later"}]


def test_a_promise_that_is_added_to_a_decision_stands_beside_the_earlier_ones():
    session = decided()
    taken(session.go_to(1))
    say(session, *[""] * 10, None, "Bo calls", "", None, "", "", None)
    assert contents(session, "decision")[0]["who_acts"] == "Ada asks; Bo calls"


def test_what_a_vote_counted_is_not_asked_again_by_the_decision():
    session = say(begun(step("vote", **AB), step("decide")), 4, "1 3 0", "")
    asked = []
    while not session.over:
        asked.append(session.prompt.ask.question)
        taken(session.done() if session.prompt.ask.many else session.answer("words"))
    assert "How many were for each?" not in asked
    assert contents(session, "decision")[0]["results"] == [r.id for r in session.records if r.kind == "vote"]


@pytest.mark.parametrize("kind", ["vote", "rate", "rank", "consent", "decide", "promise", "lesson"])
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_any_room_comes_to_an_end_and_plays_again_from_its_events(kind, data):
    """Random rooms with hostile words, skips, undos and moves back."""
    ways = {"vote": {"how": st.sampled_from(["ballots", "hands", "dots", "fist-to-five"])},
            "rate": {"scale": st.integers(3, 11), "rounds": st.integers(1, 2),
                     "groups": st.sampled_from([(), ("Members", HOSTILE)])},
            "rank": {"choose": st.integers(0, 3), "groups": st.sampled_from([(), ("x", "y")])},
            "consent": {"how": st.sampled_from(["consent", "consensus"])}, "decide": {"elsewhere": st.booleans()}}
    given_fields = {name: data.draw(way) for name, way in ways.get(kind, {}).items()}
    bad = (HOSTILE, "=1+1", "<b>", "\u202eevil")
    words = {**WORDS, **dict.fromkeys(("proposal", "statement", "dissent", "promise"), bad)}
    session, _ = Session.begin(script(activity("one", step(kind, **given_fields))), PLACE, id="s", seed="s", clock=ticking())
    people = data.draw(st.integers(1, 12))
    room = MadeUpPeople(people, words, data.draw(st.integers(0, 9)))
    turns = data.draw(st.lists(st.integers(0, 30), max_size=3))
    for number in range(400):
        if session.over:
            break
        if number in turns:
            session.undo() if number % 2 else session.skip()
            continue
        command, value = room.answer(session.prompt)
        taken(session.answer(value) if command == "answer" else session.done())
    assert session.over
    again = Session(session.events, ticking())
    assert to_data(again.records) == to_data(session.records)
    for vote in contents(session, "vote"):
        assert sum(vote["counts"].values()) + vote["empty"] == vote["people"] * vote.get("each", 1)
    for rating in contents(session, "rating"):
        assert sum(rating["counts"].values()) <= rating["of"] + rating["blank"] + rating["cant_say"]


def test_a_decision_says_to_the_facilitator_how_many_parts_are_left():
    session = begun(step("decide"))
    assert session.prompt.ask.facts[0] == "Part 1 of 12 of the decision."
    say(session, "Where do we meet?")
    assert session.prompt.ask.facts[0] == "Part 2 of 12 of the decision."
    assert "Part 2" not in str(session.room)
