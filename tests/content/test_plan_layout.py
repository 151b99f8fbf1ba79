"""A change to a plan leaves what a person wrote around it: notes, order, spacing, and every line that says something else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.content.plan_layout import layout_of
from kit.content.plan_text import plan_text
from kit.engine import planning
from kit.engine.spots import find, place_for, spots
from kit.model import Plan
from tests.content.test_plan_text import PLANS, read_text

OURS = '''\
# Our day. Bo wrote this.
id    = "our-day"
title = "Our day"   # a better name?
summary = "We meet."

# --- Morning ---

[[blocks]]
# people come late
title = "Welcome"
minutes = 10          # was 5
aim = "Hello" # short
# that is all

# Tea comes from Sam.
[[blocks]]
title = "Tea"
minutes = 15
notes = """
[blocks]
minutes = 99
"""   # the kitchen's words

[[blocks]]
title = "Groups"
  [[blocks.strands]]  # by the window
  title = "Red"
    [[blocks.strands.blocks]]
    title = "Talk"
    minutes = 20  # or 25
  # the quiet one
  [[blocks.strands]]
  title = "Blue"

[[parked]]
title = "Dots"  # if there is time
minutes = 5

# Printed on yellow.
'''


def after(text, *changes):
    """The text of a plan after some changes, which also reads as the plan they make."""
    layout = layout_of(text)
    for change in changes:
        plan = change(layout.plan)
        assert isinstance(plan, Plan), plan
        layout = layout.changed(plan)
        assert (layout.plan, read_text(layout.text)) == (plan, read_text(plan_text(plan)))
    return layout.text


def setting(number, name, typed):
    return lambda plan: planning.set_part(plan, find(plan, number), name, typed)


def to(number, place):
    return lambda plan: planning.move(plan, find(plan, number), place_for(plan, place))


@pytest.mark.parametrize(("change", "old", "new"), [
    (setting("1", "minutes", "20"), "minutes = 10          # was 5\n", "minutes = 20          # was 5\n"),
    (setting("1", "aim", ""), 'aim = "Hello" # short\n', "# short\n"),
    (setting("1", "pin", "12:30"), "minutes = 10          # was 5\n", 'minutes = 10          # was 5\npin = "12:30"\n'),
    (setting("2", "minutes", "5"), "minutes = 15\n", "minutes = 5\n"),
    (setting("2", "notes", "Ours"), 'notes = """\n[blocks]\nminutes = 99\n"""   #', 'notes = "Ours"   #'),
    (setting("3.a.1", "minutes", "30"), "    minutes = 20  # or", "    minutes = 30  # or"),
    (setting("p1", "title", "Votes"), 'title = "Dots"  # if', 'title = "Votes"  # if'),
    (lambda plan: planning.set_day(plan, "title", "Your day"), 'title = "Our day"   #', 'title = "Your day"   #'),
    (lambda plan: planning.set_day(plan, "start", "9:30"), 'summary = "We meet."\n', 'summary = "We meet."\nstart = "09:30"\n'),
])
def test_only_the_line_of_what_changed_is_another(change, old, new):
    assert OURS.count(old) == 1
    assert after(OURS, change) == OURS.replace(old, new)


def test_what_moves_takes_its_notes_along_and_comes_back_as_it_was():
    moved = after(OURS, to("2", "1"))
    assert moved.index("# Tea comes") < moved.index("# --- Morning") < moved.index("# people come late")
    assert after(OURS, to("2", "1"), to("2", "1")) == OURS
    parked = after(OURS, lambda plan: planning.park(plan, ("blocks", 1)))
    assert "\n# Tea comes from Sam.\n[[parked]]\n" in parked
    inside = after(OURS, to("2", "3.b.1"))
    assert "# Tea comes from Sam.\n[[blocks.strands.blocks]]\n" in inside
    assert all(inside.count(note) == 1 for note in ("# was 5", "by the window", "the quiet one", "kitchen's words", "yellow"))


def test_a_part_that_goes_takes_only_its_own_notes():
    left = after(OURS, lambda plan: planning.remove(plan, ("blocks", 1)))
    assert "Sam" not in left
    assert left == OURS[:OURS.index("\n# Tea")] + OURS[OURS.index('\n[[blocks]]\ntitle = "Groups"'):]


def test_groups_take_the_place_of_a_part_under_its_notes():
    split = after(OURS, lambda plan: planning.split(plan, ("blocks", 1), ["Sun", "Moon"], "Tea"))
    assert "# Tea comes from Sam.\n[[blocks]]\n" in split
    assert split.count('title = "Tea"') == 3


@pytest.mark.parametrize("text", [
    'id = "a"\ntitle = "A"\nsummary = "A."\nblocks = [{title = "x", minutes = 5}]\n',
    'id = "a"\ntitle = "A"\nsummary = "A."\n[["blocks"]]\ntitle = "x"\nminutes = 5\n',
    'id = "a"\ntitle = "A"\nsummary = """\n[[blocks]]\n"""\n[[blocks]]\ntitle = "x"\nminutes = 5\n',
    "", "[[blocks]]", "x = [[[\n[[blocks]]\n",
])
def test_what_cannot_be_cut_has_no_layout(text):
    assert layout_of(text) is None


def test_a_key_that_only_looks_like_one_is_left_alone():
    text = OURS.replace('aim = "Hello"', "aim = 'minutes = 3'").replace("[blocks]\nminutes = 99", "minutes = 99\npin = 5")
    assert "minutes = 99\npin = 5" in after(text, setting("2", "pin", "11:00"), setting("2", "lead", "Sam"))
    assert "'minutes = 3'" in after(text, setting("1", "minutes", "3"))


@settings(max_examples=25)
@given(PLANS, st.data())
def test_every_change_reads_back_and_every_note_stays(plan, data):
    rows = plan_text(plan).split("\n[[")
    notes = [f"# note {number}" for number in range(len(rows))]
    text = "\n[[".join(f"{row}\n{note}\n" for row, note in zip(rows, notes, strict=True))
    assert read_text(text) == read_text(plan_text(plan))
    layout = layout_of(text)
    if layout is None:
        return
    for _ in range(3):
        spot = data.draw(st.sampled_from([spot for spot, _, _ in spots(layout.plan)]))
        change = data.draw(st.sampled_from([
            lambda plan, spot=spot: planning.set_part(plan, spot, "lead", "Sam"),
            lambda plan, spot=spot: planning.set_part(plan, spot, "minutes", "7"),
            lambda plan, spot=spot: planning.copy(plan, spot), lambda plan, spot=spot: planning.park(plan, spot),
            lambda plan, spot=spot: planning.move(plan, spot, ("blocks", 0)),
            lambda plan: planning.set_day(plan, "question", "Why?")]))
        changed = change(layout.plan)
        if isinstance(changed, Plan) and changed.blocks:
            layout = layout.changed(changed)
            assert layout is not None
            assert layout.plan == changed
            assert all(layout.text.count(f"{note}\n") == 1 for note in notes)
            assert read_text(layout.text).blocks == changed.blocks
