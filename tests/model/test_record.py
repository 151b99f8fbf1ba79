"""Records are added, replaced and taken back; nothing else happens to them."""

from hypothesis import given
from hypothesis import strategies as st

from kit.model import Naming, Origin, Record, Visible, standing
from kit.model.data import from_data, to_data


def record(name, replaces=""):
    return Record(name, "thought", "2026-03-02T10:00:00+00:00", Origin(programme="p"), {"text": name}, replaces=replaces)


def test_by_default_this_group_may_see_it_and_nobody_is_named():
    assert (record("a").visible, record("a").naming) == (Visible.GROUP, Naming.NONE)


def test_a_replacement_stands_for_the_earlier_one():
    assert [r.id for r in standing([record("a"), record("b"), record("c", replaces="a")])] == ["b", "c"]


def test_a_replacement_taken_back_lets_the_earlier_one_stand_again():
    assert [r.id for r in standing([record("a"), record("b", replaces="a")], ["b"])] == ["a"]


def test_a_record_that_comes_twice_counts_once():
    assert [r.id for r in standing([record("a"), record("a")])] == ["a"]


@given(st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=9), max_size=3), st.sampled_from(Visible))
def test_a_record_survives_a_file(content, visible):
    before = Record("a", "thought", "now", Origin(sheet="KMR-25D3-29G"), content, visible, keep_until="2030-01-01")
    assert from_data(Record, to_data(before)) == before


def test_a_noun_from_another_version_loses_only_what_is_not_known():
    data = to_data(record("a")) | {"from_the_future": 1}
    del data["keep_until"]
    assert from_data(Record, data) == record("a")
