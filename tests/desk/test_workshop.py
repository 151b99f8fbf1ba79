"""The desk: saved before told, one window at a time, and back where it was."""

import pytest

from kit.desk.library import load_shelf, plans_of
from kit.desk.programmes import find_programme, new_programme
from kit.desk.workshop import open_workshop
from kit.desk.world import made_up_world
from kit.model import Refusal
from kit.store import StoreProblem, disk, read_history
from tests.rooms import refused, taken


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


class Desk:
    def __init__(self, home):
        self.home, self.world, self.shelf = home, made_up_world(1), load_shelf(home)
        self.programme = new_programme(home, "Ours", "first-meeting", self.shelf, self.world)

    def open(self, **given):
        return open_workshop(self.programme, self.shelf, self.world, **given)


def test_what_a_change_made_is_on_the_disk_when_it_comes_back(desk):
    workshop = desk.open()
    for answer in (5, "Ana", "Bo"):
        change = taken(workshop.answer(answer))
        assert read_history(desk.programme.folder).events(workshop.id)[-1] == change.event
        assert read_history(desk.programme.folder).records() == workshop.records
    workshop.close()


def no_room(call, *_):
    if call in ("write", "flush"):
        raise OSError(28, "No space left on device")


def test_a_save_that_fails_is_a_refusal_and_the_question_stays(desk, monkeypatch):
    workshop = desk.open()
    taken(workshop.answer(5))
    before = workshop.prompt, workshop.records, workshop.events
    with monkeypatch.context() as broken:
        broken.setattr(disk.OpenFile, "flush", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
        assert "NOT saved: no space left on the disk" in refused(workshop.answer("Ana"))
        assert isinstance(workshop.undo(), Refusal)
    assert (workshop.prompt, workshop.records, workshop.events) == before
    taken(workshop.answer("Ana"))
    workshop.close()


def test_undo_takes_records_back_on_the_disk_too(desk):
    workshop = desk.open()
    taken(workshop.answer(5))
    taken(workshop.answer("Ana"))
    taken(workshop.undo())
    workshop.close()
    assert [r.kind for r in read_history(desk.programme.folder).records()] == ["attendance"]


def test_an_undo_says_what_it_took_back_also_where_the_question_stays_the_same(desk):
    workshop = desk.open()
    taken(workshop.answer(5))
    taken(workshop.answer("Ana"))
    taken(workshop.arrived("Lou"))
    assert [workshop.undone(taken(workshop.undo())) for _ in range(2)] == ["Undone: somebody came late", "Undone: Ana"]
    assert workshop.undone(taken(workshop.answer("Bo"))) == ""
    workshop.close()


def test_a_workshop_goes_on_until_it_is_over_and_then_the_next_begins(desk):
    workshop = desk.open()
    first = workshop.id
    taken(workshop.answer(5))
    workshop.close()
    again = desk.open()
    assert (again.id, again.resumed, again.answers) == (first, True, 1)
    taken(again.done())
    taken(again.go_to(9))
    while not again.over:
        taken(again.skip())
    again.close()
    new = desk.open()
    assert (new.resumed, new.id == first) == (False, False)
    new.close()


def test_a_fresh_start_leaves_the_earlier_workshop_as_it_is(desk):
    workshop = desk.open()
    taken(workshop.answer(5))
    workshop.close()
    fresh = desk.open(fresh=True)
    assert not fresh.resumed
    fresh.close()
    assert len(read_history(desk.programme.folder).sessions()) == 2


def test_a_second_window_is_refused_and_a_closed_one_lets_go(desk):
    workshop = desk.open()
    with pytest.raises(StoreProblem, match="already open in another window"):
        desk.open()
    workshop.close()
    desk.open().close()


def test_a_running_workshop_keeps_its_plan_when_the_file_changes(desk):
    workshop = desk.open()
    plan = workshop.script
    workshop.close()
    [file] = desk.programme.plans_folder.glob("*.toml")
    file.write_text(file.read_text().replace("minutes = ", "minutes = 1"))
    again = desk.open()
    assert again.script == plan
    again.close()


def test_a_plan_that_cannot_be_read_is_a_sentence_with_its_line(desk):
    [file] = desk.programme.plans_folder.glob("*.toml")
    file.write_text("title = 3\n[[blocks]]\n")
    with pytest.raises(StoreProblem, match=r"has no plan to run\. .*toml, line 1"):
        desk.open()


def test_a_facilitators_own_changes_to_the_plan_are_what_runs(desk):
    [file] = desk.programme.plans_folder.glob("*.toml")
    file.write_text(file.read_text().replace('title = "A two-hour first meeting"', 'title = "Our evening"'))
    assert [plan.title for plan in plans_of(desk.programme, desk.shelf)] == ["Our evening"]
    workshop = desk.open()
    assert workshop.script.plan.title == "Our evening"
    workshop.close()


def test_a_programme_is_found_by_what_people_call_it(desk):
    for words in ("Ours", "ours", "our", desk.programme.code, str(desk.programme.folder)):
        assert find_programme(desk.home, words) == desk.programme
    with pytest.raises(StoreProblem, match="There is no programme"):
        find_programme(desk.home, "../Ours")
    new_programme(desk.home, "Ourselves", "first-meeting", desk.shelf, desk.world)
    with pytest.raises(StoreProblem, match="More than one"):
        find_programme(desk.home, "our")


def two_plans(desk):
    """A second plan in the programme's folder."""
    [file] = desk.programme.plans_folder.glob("*.toml")
    (desk.programme.plans_folder / "2-next.toml").write_text(
        file.read_text().replace('id = "first-meeting"', 'id = "next"')
        .replace('title = "A two-hour first meeting"', 'title = "Next"'))


def finished(workshop):
    taken(workshop.answer(5))
    taken(workshop.done())
    taken(workshop.go_to(9))
    while not workshop.over:
        taken(workshop.skip())
    workshop.close()


def test_plans_run_one_after_another_however_often_the_first_is_run(desk):
    two_plans(desk)
    finished(desk.open(plan_id="first-meeting"))
    finished(desk.open(plan_id="first-meeting"))
    workshop = desk.open()
    assert workshop.script.plan.id == "next"
    workshop.close()


def test_two_workshops_that_are_not_over_are_both_gone_on_with(desk):
    two_plans(desk)
    ids = {}
    for plan in ("first-meeting", "next"):
        workshop = desk.open(plan_id=plan)
        taken(workshop.answer(5))
        ids[plan] = workshop.id
        workshop.close()
    for plan in ("first-meeting", "next"):
        workshop = desk.open(plan_id=plan)
        assert (workshop.resumed, workshop.id) == (True, ids[plan])
        workshop.close()


def test_a_workshop_that_cannot_be_read_is_a_sentence(desk):
    from kit.desk.begun import last_workshop
    from kit.model import Change, Event
    from kit.store import Store

    store = Store(desk.programme.folder, "10:00")
    store.keep("odd", Change(Event(1, "2026-03-02T10:00:00+00:00", "begun", {})))
    store.close()
    with pytest.raises(StoreProblem, match="not one that this version of the kit can read"):
        desk.open()
    with pytest.raises(StoreProblem, match="not one that this version of the kit can read"):
        last_workshop(desk.programme, desk.world)
