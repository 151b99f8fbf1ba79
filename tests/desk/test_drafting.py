"""Editing a programme's plan: kept in its own text file, undone tomorrow too, also where somebody changed it by hand."""

from datetime import date

import pytest

from kit.desk.drafting import TABLE, Draft
from kit.desk.exchange import add_plan, plan_file, read_plan_file
from kit.desk.forget import forget
from kit.desk.library import load_shelf, plans_of
from kit.desk.programmes import new_programme
from kit.desk.workshop import open_workshop
from kit.desk.world import made_up_world
from kit.engine import planning
from kit.model import Plan, Refusal
from kit.store import NoSuchThing, NotSaved, read_rows
from tests.rooms import HOSTILE


class Ours:
    """A programme with one plan, and its file."""

    def __init__(self, home):
        self.home, self.world, self.shelf = home, made_up_world(1), load_shelf(home)
        self.programme = new_programme(home, "Ours", "first-meeting", self.shelf, self.world)
        [self.file] = self.programme.plans_folder.glob("*.toml")

    def draft(self):
        return Draft(self.programme, self.shelf, self.world)

    def change(self, did, change):
        draft = self.draft()
        try:
            return draft.change(did, change)
        finally:
            draft.close()

    def again(self, what):
        draft = self.draft()
        try:
            return getattr(draft, what)()
        finally:
            draft.close()


@pytest.fixture
def ours(tmp_path):
    return Ours(tmp_path)


def longer(plan):
    return planning.set_part(plan, ("blocks", 0), "minutes", str(plan.blocks[0].minutes + 5))


def test_a_change_is_in_the_plan_s_own_file(ours):
    assert isinstance(ours.change("longer", longer), Plan)
    assert 'activity = "welcome"\nminutes = 13\n' in ours.file.read_text("utf-8")


def test_undo_goes_back_to_the_very_bytes_after_the_window_was_closed(ours):
    first = "# Ours. Keep this.\n" + ours.file.read_text("utf-8").replace('lead = "Facilitator 1"', 'lead = "Bo" # she knows', 1)
    ours.file.write_text(first, "utf-8")
    for _ in range(3):
        ours.change("longer", longer)
    assert ours.file.read_text("utf-8") == first.replace('"welcome"\nminutes = 8\n', '"welcome"\nminutes = 23\n')
    for _ in range(3):
        assert isinstance(ours.again("undo"), Plan)
    assert ours.file.read_text("utf-8") == first
    assert "nothing to undo" in str(ours.again("undo"))
    for _ in range(3):
        ours.again("redo")
    assert ours.draft().plan.blocks[0].minutes == 23


def test_what_was_changed_by_hand_is_one_more_edit(ours):
    ours.change("longer", longer)
    text = ours.file.read_text("utf-8")
    ours.file.write_text(text.replace("A two-hour first meeting", "By hand", 1), "utf-8")
    draft = ours.draft()
    assert (draft.plan.title, draft.to_undo) == ("By hand", "changed by hand")
    draft.undo()
    assert (draft.plan.title, draft.to_undo) == ("A two-hour first meeting", "longer")
    draft.close()
    assert ours.file.read_text("utf-8") == text


def test_a_change_that_would_not_read_back_is_refused_and_nothing_is_written(ours):
    before = ours.file.read_bytes()
    outcome = ours.change("ids", lambda plan: planning.set_part(plan, ("blocks", 0), "id", "break"))
    assert isinstance(outcome, Refusal)
    assert 'has the id "break"' in str(outcome)
    assert ours.file.read_bytes() == before
    assert read_rows(ours.programme.folder, TABLE) == []


def test_a_disk_that_is_full_changes_nothing_that_is_shown(ours, monkeypatch):
    draft = ours.draft()
    shown = draft.plan

    def full(*_):
        raise NotSaved("NOT saved: no space left on the disk.")

    monkeypatch.setattr(type(draft._store.papers), "write", full)
    assert "NOT saved" in str(draft.change("longer", longer))
    assert draft.plan == shown
    draft.close()


def test_hostile_words_stay_words(ours):
    words = HOSTILE + '"""\\'
    plan = ours.change("words", lambda plan: planning.set_part(plan, ("blocks", 0), "notes", words))
    assert isinstance(plan, Plan)
    assert ours.draft().plan.blocks[0].notes == '[/] [b] ]0;x ünïcödé 名前 🙂"""\\'


@pytest.mark.parametrize("kind", [".toml", ".csv", ".xlsx"])
def test_a_plan_goes_out_and_comes_in_as_another_plan(ours, tmp_path, kind):
    draft = ours.draft()
    plan, script = draft.plan, draft.script
    draft.close()
    file = tmp_path / f"out{kind}"
    file.write_bytes(plan_file(plan, script, kind, ours.world, private=True, on=date(2026, 3, 2)))
    incoming = read_plan_file(file, {})
    added = add_plan(ours.programme, incoming.plan, plans_of(ours.programme, ours.shelf), ours.world)
    assert (added.id, added.blocks) == ("first-meeting-2", plan.blocks)
    assert [one.id for one in plans_of(ours.programme, ours.shelf)] == ["first-meeting", "first-meeting-2"]


def test_no_other_kind_of_file(ours):
    draft = ours.draft()
    with pytest.raises(NoSuchThing, match=r"not '\.docx'"):
        plan_file(draft.plan, draft.script, ".docx", ours.world, private=False)
    draft.close()


def test_what_is_forgotten_is_in_no_earlier_version_of_a_plan_either(ours):
    ours.change("named", lambda plan: planning.set_part(plan, ("blocks", 0), "private", "Zebedee knows"))
    ours.again("undo")
    workshop = open_workshop(ours.programme, ours.shelf, ours.world)
    workshop.answer(3)
    workshop.answer("Zebedee")
    workshop.take_over("Zebedee")
    workshop.close()
    receipt = forget(ours.programme, "Zebedee", ours.world)
    assert receipt.still == ()
    assert not any(b"Zebedee" in path.read_bytes() for path in ours.programme.folder.rglob("*") if path.is_file())
    assert isinstance(ours.change("longer", longer), Plan)
    assert isinstance(ours.again("undo"), Plan)
