"""Captions on paper whose drawing is not on show yet are told of, and taken in once it is."""

import pytest

from kit.desk.consent import Choice, choose
from kit.desk.pile.cards import Card, Pile, Writing, as_row, put_card
from kit.desk.pile.closing import close_pile, what_it_comes_to
from kit.desk.pile.standing import what_was_missed
from kit.model.sheetcode import SheetCode
from kit.store import Store, StoreProblem
from tests.keep.programme import marked


def test_a_caption_waits_for_its_drawing_and_is_taken_in_at_the_next_closing(tmp_path):
    day = marked(tmp_path)
    private = next(record for record in day.kind("drawing") if not record.content["shown"])
    code = str(SheetCode(day.programme.code, 1, "caption-slips", 0, 1))
    store = Store(day.programme.folder, "")
    store.put_row("piles", "key", as_row(Pile("p1", "", "2026-01-05T10:00:00+00:00")))
    label = private.content["label"].lower()
    put_card(store, Card("c1", "p1", code, "caption-slips", workshop=day.session, writing=(
        Writing("Which drawing?", label, open=False), Writing("Caption", "zorqlamp\x1b[2J in a window", open=False))))
    store.close()
    assert what_was_missed(day.programme) == (
        f"The caption on {code} waits until its drawing, {label}, is on show. Then close the pile again.",)
    assert "1 caption on paper waited" in what_it_comes_to(day.programme)[0]
    assert close_pile(day.programme, day.world).records == ()
    choose(day.programme, private.id, Choice(visible="group"), day.world)
    [caption] = close_pile(day.programme, day.world).records
    assert (caption.kind, caption.content["label"]) == ("caption", private.content["label"])
    assert what_was_missed(day.programme) == ()
    with pytest.raises(StoreProblem, match="No pile is open"):
        close_pile(day.programme, day.world)
    assert len([record for record in day.kind("caption") if record.origin.sheet == code]) == 1
