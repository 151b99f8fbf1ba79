"""Changes to a plan are exact, can be taken back without limit, and refuse in a sentence what makes no sense."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kit.content.plan_text import plan_text
from kit.engine import planning
from kit.engine.history import History, edit_between, history_of, row_of, taken_back
from kit.engine.spots import block_at, find, place_for, spots
from kit.model import Block, Plan, Refusal
from tests.content.test_plan_text import PLANS, read_text
from tests.model.days import plan

DAY = "10:00 a 30, b 15 @11:00, (x: c 20, d 10 | y: e 45), f 5"


def titles(found):
    return " ".join(f"{number}:{block.title}" for _, number, block in spots(found))


def done(outcome):
    assert isinstance(outcome, Plan), outcome
    return outcome


def refused(outcome):
    assert isinstance(outcome, Refusal), outcome
    return outcome.sentence


def at(day, words):
    spot = find(day, words)
    assert not isinstance(spot, Refusal), spot
    return spot


def test_blocks_are_found_by_number_id_and_title():
    day = plan(DAY)
    assert titles(day) == "1:a 2:b 3:split 3.a.1:c 3.a.2:d 3.b.1:e 4:f"
    assert block_at(day, at(day, "3.B.1")).title == "e"
    assert at(day, "d") == at(day, "3.a.2")
    assert "blocks 1 to 4" in refused(find(day, "9"))
    assert "There is no block '[/]'" in refused(find(day, "[/]"))
    assert "no place" in refused(place_for(day, "3.c.1"))
    assert place_for(day, "5") == ("blocks", 4)


def test_a_moved_block_stands_where_it_was_sent():
    day = plan(DAY)
    assert titles(done(planning.move(day, at(day, "1"), ("blocks", 3)))) == "1:b 2:split 2.a.1:c 2.a.2:d 2.b.1:e 3:f 4:a"
    assert titles(done(planning.move(day, at(day, "4"), ("blocks", 0)))).startswith("1:f 2:a")
    assert titles(done(planning.move(day, at(day, "1"), at(day, "3.a.2")))) == "1:b 2:split 2.a.1:c 2.a.2:a 2.a.3:d 2.b.1:e 3:f"
    assert titles(done(planning.move(day, at(day, "3.a.1"), ("blocks", 0)))) == "1:c 2:a 3:b 4:split 4.a.1:d 4.b.1:e 5:f"
    assert "own strands" in refused(planning.move(day, at(day, "3"), at(day, "3.a.1")))


def test_parked_blocks_come_back():
    day = plan(DAY)
    parked = done(planning.park(day, at(day, "2")))
    assert titles(parked).endswith("3:f p1:b")
    assert done(planning.move(parked, at(parked, "p1"), ("blocks", 1))) == day
    assert "parked already" in refused(planning.park(parked, at(parked, "p1")))


def test_a_copy_stands_after_its_block_without_its_id():
    day = plan(DAY)
    copied = done(planning.copy(day, at(day, "1")))
    assert titles(copied).startswith("1:a 2:a 3:b")
    assert copied.blocks[1].id == ""


def test_a_block_is_split_into_strands():
    day = done(planning.split(plan(DAY), ("blocks", 1), ["Table 1", "Table 2"]))
    assert titles(day).startswith("1:a 2:b 2.a.1:b 2.b.1:b 3:split")
    assert (day.blocks[1].pin, day.blocks[1].strands[0].blocks[0].pin) == ("11:00", "")
    assert "two groups" in refused(planning.split(plan(DAY), ("blocks", 1), ["One"]))


def test_the_last_block_stays():
    day = plan("10:00 a 30")
    for change in (planning.remove(day, ("blocks", 0)), planning.park(day, ("blocks", 0))):
        assert "at least one block" in refused(change)


def test_parts_are_set_as_people_type_them():
    day = plan(DAY)
    spot = at(day, "1")
    for name, typed, value in [
            ("minutes", "1h30", 90), ("pin", "9:30", "09:30"), ("priority", "must", "must"), ("title", " New\n one ", "New one"),
            ("notes", "two\nlines", "two\nlines"), ("least", "", 0), ("load", "high", "high")]:
        assert getattr(block_at(done(planning.set_part(day, spot, name, typed)), spot), name) == value


def test_what_cannot_be_read_changes_nothing_and_says_why():
    day = plan(DAY)
    spot = at(day, "1")
    for name, typed, why in [
            ("minutes", "soon", "is no duration"), ("pin", "25:00", "a time of day"),
            ("priority", "perhaps", "must, should or could"), ("title", "", "needs a title"),
            ("least", "45", "above the usual 30"), ("strands", "x", "no part that can be set"),
            ("minutes", "0", "needs a title and minutes"), ("load", "heavy", "low, some or high")]:
        assert why in refused(planning.set_part(day, spot, name, typed))
    assert "longest strand" in refused(planning.set_part(day, at(day, "3"), "minutes", "5"))
    assert "above the most" in refused(planning.set_day(day, "least_people", "99"))
    assert done(planning.set_day(day, "start", "9:15")).start == "09:15"
    assert "no part that can be set" in refused(planning.set_day(day, "id", "x"))


ACTIONS = st.lists(st.tuples(st.sampled_from(["add", "remove", "move", "park", "copy", "split", "set", "undo", "redo"]),
                             st.integers(0, 99), st.integers(0, 99)), max_size=30)


def changed(day, what, one, two):
    """One change to a plan, chosen by two numbers."""
    every = [spot for spot, *_ in spots(day)]
    spot, to = every[one % len(every)], every[two % len(every)]
    match what:
        case "add":
            return planning.add(day, to, Block("", "New", "", 5 + one))
        case "move":
            return planning.move(day, spot, to)
        case "split":
            return planning.split(day, spot, ["A", "B"])
        case "set":
            return planning.set_part(day, spot, "minutes", str(two + 1))
    return getattr(planning, what)(day, spot)


@settings(max_examples=40, deadline=None)
@given(PLANS, ACTIONS)
def test_undo_and_redo_are_exact_and_without_limit(day, actions):
    first = plan_text(day)
    history, rows = History(first), [row_of("begun", History(first))]
    texts = [first]
    for what, one, two in actions:
        if what in ("undo", "redo"):
            history = history.undone() if what == "undo" else history.redone()
            rows.append(row_of(f"{what[:2]}done" if what == "redo" else "undone", history))
            continue
        outcome = changed(read_text(history.text), what, one, two)
        if isinstance(outcome, Refusal):
            continue
        text = plan_text(outcome)
        assert plan_text(read_text(text)) == text
        texts = [*texts[:history.place + 1], text]
        history = history.after(text, what)
        rows.append(row_of("edited", history))
    assert history.text == texts[history.place]
    assert history_of(rows) == history
    back = history
    for text in reversed(texts[:history.place]):
        back = back.undone()
        assert back.text == text
    assert back.undone() == back
    for text in texts[1:]:
        back = back.redone()
        assert back.text == text
    assert back.redone() == back


LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "", "no end"]), max_size=8).map("".join)


@given(LINES, LINES)
def test_any_two_texts_have_an_edit_between_them(before, after):
    edit = edit_between(before, after, "changed by hand")
    assert taken_back(after, edit) == before
    assert History(before).after(after, "x").undone().redone().text == after
