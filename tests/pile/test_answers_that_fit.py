"""Answers of one sheet that have to fit each other, and pairs that may be."""

from types import SimpleNamespace

import pytest

from kit.desk.pile.cards import Answer, Card, How
from kit.desk.pile.slips import pairs
from kit.desk.pile.together import fitted
from kit.desk.pile.whole import Whole
from kit.model import Origin, Record, Visible, onpaper


def sheet_of(*answers, how=How.READ):
    return Card("k", "p", "c", "ranking-sheet", answers=tuple(
        Answer(letter, ("1st", "2nd", "3rd"), False, (place,) if place else (), how=how) for letter, place in answers))


@pytest.mark.parametrize(("answers", "doubted"), [
    ((("A", "1st"), ("B", "2nd"), ("C", "3rd")), ""), ((("A", "1st"), ("B", "")), ""), ((("A", ""), ("B", "")), ""),
    ((("A", "2nd"), ("B", "2nd"), ("C", "1st")), "AB"), ((("A", "1st"), ("B", "3rd")), "AB"), ((("A", "2nd"),), "A")])
def test_an_order_is_doubted_where_its_places_do_not_fit_and_nowhere_else(answers, doubted):
    [card] = fitted([sheet_of(*answers)], True)
    assert "".join(answer.question for answer in card.answers if answer.doubt) == doubted
    assert not fitted([sheet_of(*answers, how=How.SEEN)], True)[0].doubtful


def test_an_order_of_which_a_page_is_missing_is_asked_back_until_the_page_comes():
    first, second = sheet_of(("A", "1st"), ("C", "3rd")), sheet_of(("B", "2nd"))
    [alone] = fitted([first], False)
    assert [answer.doubt.partition(": ")[2] for answer in alone.answers] == ["another page of it has not come back."] * 2
    assert not any(card.doubtful for card in fitted([alone, second], True))


def test_two_people_who_are_kept_apart_are_no_pair_and_only_the_facilitator_is_told():
    person = Record("p", "person", "2027-01-01T10:00:00Z", Origin(), {"name": "Ada", "apart": "Bo, Cy"}, Visible.ME)
    yes = Answer(onpaper.BOTH, (onpaper.SAID_YES,), False, (onpaper.SAID_YES,))
    slip = Whole(SimpleNamespace(records=lambda: (person,)), "KMR-1", {onpaper.BOTH: yes},
                 {onpaper.NAME: "bo", onpaper.OTHER: "Ada"}, {}, Origin(), None, "")
    assert pairs([slip]) == ([], ["The slip KMR-1 names two people who are to be kept apart, so it stays in the pile."])
