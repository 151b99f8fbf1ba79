"""Writing, reading beside frameworks and sorting: what the three steps promise."""

import pytest

from kit.engine import Known, Session
from kit.model import Change, Framework, Item, Origin, Record, Visible
from kit.model.framework import NO_PRINCIPLE
from tests.rooms import HOSTILE, PLACE, activity, begun, contents, refused, script, step, taken, ticking

OURS = Framework("ours", "Ours", "", 2026, "Us", "Ours", "A meeting", True, "",
                 (Item("kind", "Kindness"), Item("slow", "Slowness")))
OTHER = Framework("other", "Other", "", 2026, "Us", "Ours", "A meeting", True, "", (Item("open", "Openness"),))
EARLIER = Record("old", "account", "2026-01-01T10:00:00+00:00", Origin(workshop="before"), {
    "letter": "A", "title": "The hall", "role": "carer", "writers": 1, "headings": [], "parts": ["It was cold."], "draft": 1},
    Visible.REPORT)


def knowing(*steps, records=(), people=4):
    """A session past its opening that knows of two frameworks, and of what earlier workshops left."""
    known = Known(records=lambda: tuple(records), frameworks=lambda: (OURS, OTHER))
    session, _ = Session.begin(script(activity("one", *steps)), PLACE, id="s", seed="s", clock=ticking(), known=lambda: known)
    give(session, people, None)
    return session


def give(session, *answers):
    """Answers one after another; None says done."""
    for answer in answers:
        taken(session.done() if answer is None else session.answer(answer))


def options(session):
    return {o.words: str(n) for n, o in enumerate(session.prompt.ask.options, 1)}


WRITE = step("write", headings=("What happened?", "How did it feel?"))
ONE_ACCOUNT = ("1", "The first day", "2", "carer", "We met.", "", "1")


def test_an_account_has_its_parts_its_writers_and_a_letter_and_no_name():
    session = begun(WRITE)
    give(session, *ONE_ACCOUNT, "1", HOSTILE, "", "", "words", "good", "2", None)
    first, second = contents(session, "account")
    assert (first["letter"], first["title"], first["writers"], first["role"]) == ("A", "The first day", 2, "carer")
    assert first["parts"] == ["We met.", ""]
    assert second["letter"] == "B"
    assert "\x1b" not in str(second)
    assert [r.visible for r in session.records if r.kind == "account"] == [Visible.GROUP, Visible.REPORT]
    assert session.over


def test_a_new_draft_stands_for_the_one_before_and_keeps_its_letter():
    session = begun(WRITE)
    give(session, *ONE_ACCOUNT, "2", "", "", "", "", "Better than I thought.", "1", None)
    [account] = contents(session, "account")
    assert (account["letter"], account["draft"], account["writers"]) == ("A", 2, 2)
    assert account["parts"] == ["We met.", "Better than I thought."]
    assert len([r for r in session.records if r.kind == "account"]) == 1


def test_a_draft_of_an_earlier_workshop_can_be_gone_on_with_and_letters_are_not_used_twice():
    session = knowing(WRITE, records=[EARLIER])
    assert list(options(session)) == ["Something new", "A: The hall, draft 1"]
    give(session, *ONE_ACCOUNT, "2", "", "", "", "It was very cold.", "", "1", None)
    new, draft = sorted((r for r in session.records if r.kind == "account"), key=lambda r: r.content["letter"], reverse=True)
    assert (new.content["letter"], draft.content["letter"]) == ("B", "A")
    assert (draft.replaces, draft.content["key"], draft.content["draft"]) == ("old", "old", 2)


def test_what_is_left_half_way_is_kept_for_its_writer_alone():
    session = begun(WRITE)
    give(session, "1", "The first day", "", "", "We met.")
    taken(session.skip())
    [account] = [r for r in session.records if r.kind == "account"]
    assert (account.visible, account.content["parts"]) == (Visible.ME, ["We met."])


def test_a_new_draft_that_is_left_half_way_hides_nothing_of_the_one_before_and_can_be_gone_on_with():
    session = begun(WRITE, WRITE)
    give(session, "1", "The first day", "", "", "We met.", "It was good.", "1", "2", "", "", "", "We met late.")
    taken(session.skip())
    first, half = [r for r in session.records if r.kind == "account"]
    assert (first.visible, first.content["parts"]) == (Visible.GROUP, ["We met.", "It was good."])
    assert (half.visible, half.content["parts"]) == (Visible.ME, ["We met late.", "It was good."])
    taken(session.go_to(1))
    assert list(options(session)) == ["Something new", "A: The first day, draft 2"]
    give(session, "2", "", "", "", "We met very late.")
    taken(session.skip())
    assert len(contents(session, "account")) == 2
    taken(session.go_to(1))
    give(session, "2", "", "", "", "", "", "1", None)
    [whole] = [r for r in session.records if r.kind == "account"]
    assert (whole.visible, whole.content["draft"], whole.content["key"]) == (Visible.GROUP, 2, first.id)
    assert whole.content["parts"] == ["We met very late.", "It was good."]
    assert session.records == Session(session.events, ticking()).records


def test_a_draft_of_an_earlier_workshop_that_is_left_half_way_stays_beside_it():
    session = knowing(WRITE, records=[EARLIER])
    give(session, "2", "", "", "", "It was very cold.")
    taken(session.skip())
    [half] = [r for r in session.records if r.kind == "account"]
    assert (half.visible, half.replaces, half.content["of"]) == (Visible.ME, "", "old")


def test_nothing_written_leaves_nothing():
    session = begun(WRITE)
    give(session, "1", "", "", "", "", "", "1", None)
    assert contents(session, "account") == []


def test_a_diary_is_its_writers_alone_but_for_the_passage_they_choose():
    session = begun(step("write", makes="diary"))
    give(session, "A secret day. The walk helped.", "The walk helped.", "2", "Another day", "")
    assert "secret" not in str(session.prompt) + str(session.room)
    give(session, None)
    seen = {(r.kind, r.visible, str(r.content.get("parts") or r.content.get("text"))) for r in session.records}
    assert ("diary", Visible.ME, "['A secret day. The walk helped.']") in seen
    assert ("passage", Visible.REPORT, "The walk helped.") in seen
    assert len([r for r in session.records if r.kind == "passage"]) == 1


CODE = step("code", frameworks=("ours", "other", "not there"))


def test_an_account_is_read_against_several_frameworks_and_what_fits_none_is_always_asked():
    session = knowing(CODE, records=[EARLIER])
    give(session, "1", "1", "")
    assert session.prompt.ask.facts == ("A1 Kindness", "A2 Slowness", "B1 Openness")
    give(session, "A1 B1", "A2")
    assert "beside a tick" in session.prompt.ask.question
    give(session, "A2 only at lunch", None, "Cold rooms", None, "heating", None, None)
    codings = contents(session, "coding")
    assert {(c["framework"], c["code"], c["level"], c["note"]) for c in codings} == {
        ("ours", "kind", "evident", ""), ("other", "open", "evident", ""), ("ours", "slow", "partly", "only at lunch"),
        ("", NO_PRINCIPLE, "evident", "Cold rooms"), ("", "", "evident", "")}
    assert {c["of"] for c in codings} == {"old"}
    assert {c["read_by"] for c in codings} == {"self"}
    assert {r.visible for r in session.records if r.kind == "coding"} == {Visible.REPORT}
    assert session.over


def test_read_again_by_the_same_reader_a_tick_moves_and_is_not_there_twice():
    session = knowing(CODE, records=[EARLIER])
    give(session, "1", "2", "1", "A1", "", "", "", "", None, None, None)
    give(session, "1", "2", "1", "", "A1", "", "", "", None, None, None)
    give(session, "1", "2", "2", "A1", "", "", "", "", None, None, None)
    assert [(c["coder"], c["level"]) for c in contents(session, "coding")] == [("1", "partly"), ("2", "evident")]


def test_with_nothing_written_there_is_nothing_to_read_or_to_sort():
    session = knowing(step("code"), step("sort"))
    for _ in range(2):
        assert "nothing to" in session.prompt.ask.question
        give(session, "")
    assert session.over


def test_what_only_its_writer_may_see_is_neither_read_nor_sorted():
    private = Record("p", "account", "2026-01-01T10:00:00+00:00", Origin(), {**EARLIER.content, "parts": ["zorq"]}, Visible.ME)
    session = knowing(CODE, step("sort", cards=("account",)), records=[private])
    assert "nothing to read" in session.prompt.ask.question
    assert "zorq" not in str(session.events)


SORT = (step("collect"), step("sort", cards=("thought",)))


def sorted_once():
    session = begun(*SORT)
    give(session, "tea", "time", "lifts", None)
    give(session, "1 2", "1", "Pace", "3", "1", "Ways in", "1", "3", None)
    return session


def test_cards_go_under_themes_and_one_card_may_be_under_several():
    session = sorted_once()
    cards = [r.id for r in session.records if r.kind == "thought"]
    themes = {c["name"]: c for c in contents(session, "theme")}
    assert themes["Pace"]["cards"] == cards[:2]
    assert themes["Ways in"]["cards"] == [cards[2], cards[0]]
    assert {c["status"] for c in themes.values()} == {"draft"}


def test_themes_are_confirmed_put_under_another_or_dropped_and_none_is_lost():
    session = sorted_once()
    give(session, "all five of us", "2", "3", "6", "Too few cards")
    themes = {r.content["name"]: r for r in session.records if r.kind == "theme"}
    assert (themes["Pace"].content["status"], themes["Pace"].content["cross"]) == ("confirmed", True)
    assert themes["Pace"].content["confirmed_by"] == "all five of us"
    assert (themes["Ways in"].content["status"], themes["Ways in"].content["why"]) == ("rejected", "Too few cards")
    assert {r.visible for r in themes.values()} == {Visible.REPORT}
    assert session.over


@pytest.mark.parametrize(("fate", "part"), [("4", "under"), ("5", "into")])
def test_a_theme_can_go_under_another_or_into_it(fate, part):
    session = sorted_once()
    give(session, "", "1", fate, "1", "1")
    pace, ways = contents(session, "theme")
    first = next(r for r in session.records if r.content.get("name") == pace["name"])
    assert first.content[part] == ways["key"]


def test_two_themes_do_not_become_part_of_one_another():
    session = sorted_once()
    give(session, "", "1", "5", "1")
    assert "It becomes part of another theme" not in options(session)


def test_a_later_workshop_goes_on_with_the_themes_of_an_earlier_one():
    theme = Record("t", "theme", "2026-01-01T10:00:00+00:00", Origin(), {
        "name": "Pace", "cards": [], "status": "draft", "cross": False, "under": "", "into": "", "confirmed_by": "", "why": ""})
    session = knowing(*SORT, records=[theme])
    give(session, "tea", None, "1", "2", None, "", "1", "2")
    [pace] = [r for r in session.records if r.kind == "theme"]
    assert (pace.content["name"], pace.content["status"], len(pace.content["cards"])) == ("Pace", "confirmed", 1)
    assert pace.content["key"] == "t"


def test_an_answer_that_names_no_choice_is_refused_with_a_sentence():
    session = knowing(CODE, records=[EARLIER])
    assert "none of the choices" in refused(session.answer("9"))
    give(session, "1", "1", "")
    assert "'Z9' is none of these" in refused(session.answer("Z9"))


def test_undo_goes_back_through_all_of_it():
    session = sorted_once()
    while isinstance(session.undo(), Change):
        pass
    assert session.records == ()
