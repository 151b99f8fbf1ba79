"""Another view stays beside its result for ever, and only its maker can take it away."""

from dataclasses import replace

import pytest

from kit.model import Naming, Origin, Record, Visible
from kit.model.gate import KEPT_IN, Way, let_out
from kit.model.register import entries, roles_in, spread_of_roles
from kit.model.results import dissent_of

HERE = Origin("p", "w", "b", "a", 3)
DECISION = Record("d", "decision", "", HERE, {"question": "Where?", "decided": "Here", "open": False}, Visible.PUBLIC)
VIEW = Record("v", "dissent", "", HERE, {"text": "It is too loud", "question": "Where?"})
ELSEWHERE = replace(VIEW, id="x", origin=replace(HERE, step=4))
OUTSIDE = (Way.REPORT, Way.EXPORT, Way.PUBLIC)


def kinds(records, way):
    return [record.id for record in let_out(records, way, "2026-06-01")]


@pytest.mark.parametrize("way", list(Way))
def test_a_decision_never_goes_out_without_its_dissent(way):
    assert kinds((DECISION, VIEW), way) == ["d", "v"]


@pytest.mark.parametrize("way", OUTSIDE)
def test_a_view_goes_no_further_than_its_decision(way):
    assert kinds((replace(DECISION, visible=Visible.GROUP), VIEW), way) == []
    assert kinds((DECISION, ELSEWHERE), way) == ["d"]


@pytest.mark.parametrize("gone", [{"withdrawn": True}, {"visible": Visible.ME}, {"keep_until": "2026-05-31"}])
@pytest.mark.parametrize("way", OUTSIDE)
def test_what_its_maker_took_back_or_keeps_to_themselves_stays_in(gone, way):
    assert kinds((DECISION, replace(VIEW, **gone)), way) == ["d"]


def test_nobody_is_named_beside_a_view_who_did_not_ask_for_it():
    out = let_out((DECISION, replace(VIEW, maker="k", naming=Naming.NONE)), Way.PUBLIC, "2026-06-01")
    assert out[1].maker == ""


def test_views_of_older_programmes_are_told_too():
    old = replace(DECISION, content={**DECISION.content, "dissent": ["An old view"]})
    assert dissent_of(old, (old, VIEW, ELSEWHERE)) == ("An old view", "It is too loud")


@pytest.mark.parametrize("kind", ["vote", "rating", "ranking"])
def test_the_counts_of_a_few_people_do_not_leave_the_group(kind):
    counted = {"vote": {"counts": {"A": 4}, "people": 4}, "rating": {"counts": {"9": 3}, "cant_say": 1, "blank": 0},
               "ranking": {"slips": 4}}
    few = Record("r", kind, "", HERE, counted[kind], Visible.PUBLIC)
    many = replace(few, content={**few.content, "people": 5} if kind != "rating" else {**few.content, "blank": 1})
    many = replace(many, content={**many.content, "slips": 5}) if kind == "ranking" else many
    for way in OUTSIDE:
        assert kinds((few,), way) == []
        assert kinds((many,), way) == ["r"]
    assert kinds((few,), Way.PAPER) == ["r"]


def test_a_consent_of_a_few_people_goes_out_without_who_said_what():
    small = replace(DECISION, content={**DECISION.content, "people": 3, "counts": {"yes": 2, "stop": 1}, "options": {}})
    assert let_out((small,), Way.REPORT, "2026-06-01")[0].content["counts"] == {}
    assert let_out((small,), Way.PAPER, "2026-06-01")[0].content["counts"] == {"yes": 2, "stop": 1}


def test_roles_are_counted_by_decision_in_role_words():
    assert roles_in("Carers, members and staff.") == ("carers", "members", "staff")
    assert roles_in(" , ; ") == ()
    asked = [replace(DECISION, id=f"d{n}", content={**DECISION.content, "roles": roles}) for n, roles in enumerate((
        {"raised": "Members", "decided": "members, carers"}, {"decided": "Carers"}, {}))]
    assert spread_of_roles(entries(asked)) == {
        "carers": {"raised": 0, "discussed": 0, "decided": 2, "told": 0},
        "members": {"raised": 1, "discussed": 0, "decided": 1, "told": 0}}


@pytest.mark.parametrize("now", [
    {"content": {"how": "hands", "options": {"A": "Here"}, "counts": {"A": 6}, "people": 6, "empty": 0, "key": "s.9"}},
    {"content": {"how": "hands", "options": {"A": "Here"}, "counts": {"A": 6}, "people": 6, "empty": 0}}])
def test_counts_and_other_views_stay_beside_a_decision_when_somebody_chose_who_may_see_them(now):
    vote = Record("chosen", "vote", "", replace(HERE, step=2), visible=Visible.PUBLIC, replaces="s.9", **now)
    beside = replace(VIEW, id="y", origin=vote.origin, content={"text": "Said at the vote"})
    decision = replace(DECISION, content={**DECISION.content, "results": ["s.9", {}, 5]})
    [entry] = entries(let_out((vote, beside, decision), Way.PUBLIC, "2026-06-01"))
    assert ("Counts", ("A: Here. 6 votes.", "6 people in all. Left empty or passed: 0.")) in entry.facts
    assert entry.dissent == ("Said at the vote",)


@pytest.mark.parametrize("times", [1, 2, 3])
def test_what_came_of_a_thing_goes_as_far_as_the_thing_however_often_somebody_chose(times):
    promise = Record("s.9", "promise", "", HERE, {"text": "Ask"})
    for number in range(times):
        promise = replace(promise, id=f"choice-{number}", replaces=promise.id, content={**promise.content, "key": "s.9"})
    came = Record("c", "carried", "", replace(HERE, workshop="x"), {"what": "promise", "of": ["s.9"], "came": "done"})
    assert kinds((promise, came), Way.PAPER) == [promise.id, "c"]
    assert kinds((replace(promise, visible=Visible.ME), came), Way.PAPER) == []


@pytest.mark.parametrize("way", list(Way))
@pytest.mark.parametrize("gone", [{"withdrawn": True}, {"visible": Visible.ME}, {"keep_until": "2026-05-31"}])
def test_no_result_repeats_what_somebody_proposed_or_promised_and_took_back(gone, way):
    tea = Record("p", "proposal", "", HERE, {"text": "zorqtea"}, Visible.PUBLIC)
    asks = Record("q", "promise", "", HERE, {"text": "zorqada asks.", "by": "May"}, Visible.PUBLIC)
    vote = Record("r", "vote", "", HERE, {"options": {"A": "zorqtea", "B": "Rest"}, "counts": {"A": 5, "B": 1}, "people": 6,
                                          "how": "hands", "empty": 0}, Visible.PUBLIC)
    decision = replace(DECISION, content={**DECISION.content, "decided": "zorqtea", "who_acts": "zorqada asks, by May; Bo rests"})
    whole = let_out((tea, asks, vote, decision), way, "2026-06-01")
    assert str(whole).count("zorqtea") == 3
    assert "zorqada asks, by May; Bo rests" in str(whole)
    out = let_out((replace(tea, **gone), replace(asks, **gone), vote, decision), way, "2026-06-01")
    assert "zorq" not in str(out)
    assert out[-1].content["who_acts"] == "(taken back); Bo rests"
    assert out[-2].content["counts"] == {"A": 5, "B": 1}


def test_a_decision_of_any_shape_is_told_without_a_fault():
    strange = Record("d", "decision", "", Origin(), {"question": "Q", "options": 5, "counts": ["x", 1], "roles": "no",
                                                     "results": "none", "dissent": "one", "decided": None})
    assert entries((strange, Record("e", "decision", "", Origin(), {}))) != ()


@pytest.mark.parametrize(("kind", "said"), [("vote", "proposal"), ("ranking", "proposal"), ("rating", "statement")])
@pytest.mark.parametrize("way", OUTSIDE)
def test_counts_go_no_further_with_words_than_those_who_proposed_them_let_the_words_go(kind, said, way):
    for_all = {"question": "Where?", "people": 9, "options": {"A": "The hall", "B": "The park"}, "statement": "The park"}
    counts = Record("c", kind, "", HERE, for_all, Visible.PUBLIC)
    hall = Record("h", said, "", HERE, {"text": "The hall"}, Visible.PUBLIC)
    park = Record("p", said, "", HERE, {"text": "The park"}, Visible.GROUP)
    told = {record.id: record.content for record in let_out((hall, park, counts), way, "2026-06-01")}
    assert told["c"] == {**for_all, "options": {"A": "The hall", "B": KEPT_IN}, "statement": KEPT_IN}
    [*_, whole] = let_out((hall, park, counts), Way.PAPER, "2026-06-01")
    assert whole.content == for_all


def test_options_that_the_plan_named_go_as_far_as_the_vote_on_them():
    vote = Record("v", "vote", "", HERE, {"question": "Where?", "people": 9, "options": {"A": "The hall"}}, Visible.REPORT)
    hall = Record("h", "proposal", "", HERE, {"text": "The hall", "planned": True}, Visible.GROUP)
    [told] = let_out((hall, vote), Way.REPORT, "2026-06-01")
    assert told.content["options"] == {"A": "The hall"}
