"""The list of people: everything is optional, every change can be undone, and only the facilitator sees it."""

import pytest

from kit.desk.consent import Choice, choose
from kit.desk.drafting import Draft
from kit.desk.forget import forget
from kit.desk.library import load_shelf
from kit.desk.outputs import outputs
from kit.desk.people import roles, take_in
from kit.desk.people_list import in_short, read_people_list, summary, take_off, told_of, undo, write_down
from kit.desk.person_parts import PARTS
from kit.desk.programmes import new_programme
from kit.desk.workshop import open_workshop
from kit.desk.world import made_up_world
from kit.model import Change
from kit.model.gate import Way
from kit.model.member import member_of
from kit.store import NoSuchThing, StoreProblem
from tests.keep.programme import every_byte
from tests.rooms import HOSTILE

WORLD = made_up_world(5)


@pytest.fixture
def ours(tmp_path):
    return new_programme(tmp_path, "Ours", "first-meeting", load_shelf(tmp_path), WORLD)


def write(ours, name, **parts):
    return write_down(ours, {"name": name, **parts}, WORLD)


def names(ours):
    return [str(person.content["name"]) for person in read_people_list(ours)]


def test_a_name_is_enough_and_every_other_part_can_be_written_changed_and_emptied(ours):
    write(ours, HOSTILE)
    [someone] = read_people_list(ours)
    full = {"pronouns": "they", "role": "carer, researcher, poet", "part": "draw, listen", "needs": "ramp; BSL", "flag": "y",
            "share": "the team", "met": "ramp: seat; BSL: other, Sam books it", "reviewed": "today", "print": "large print",
            "languages": "Welsh", "together": "Bo", "apart": "Al", "present": "yes"}
    assert set(full) == {part.name for part in PARTS} - {"name"}
    person = write_down(ours, full, WORLD, someone.id).person
    assert person.content["reviewed"] == f"{WORLD.clock():%Y-%m-%d}"
    assert "Access needs: ramp (met by a seat); BSL (met by another way: Sam books it)" in list(told_of(person.content))
    assert member_of(person.content).roles == ("carer", "researcher", "poet")
    emptied = write_down(ours, dict.fromkeys(full, ""), WORLD, person.id).person
    assert {text for name, text in emptied.content.items() if name != "name"} == {""}


@pytest.mark.parametrize(("parts", "why"), [
    ({"name": ""}, "needs a name"), ({"name": "card 3"}, "numbered cards"), ({"name": "17"}, "digits alone"),
    ({"name": "x" * 101}, "100 characters"), ({"name": "BO"}, "on the list already"), ({"print": "pink"}, "no print called"),
    ({"reviewed": "31.12.2026"}, "not a date"), ({"share": "the press"}, "Who may know"), ({"flag": "maybe"}, "yes or no"),
    ({"needs": "ramp", "met": "ramp: magic"}, "seat, sheet or other"), ({"role": "r" * 501}, "500 characters"),
])
def test_what_cannot_be_kept_is_a_sentence_and_changes_nothing(ours, parts, why):
    write(ours, "Bo")
    with pytest.raises(StoreProblem, match=why):
        write_down(ours, {"name": "Al", **parts}, WORLD)
    assert names(ours) == ["Bo"]
    with pytest.raises(NoSuchThing):
        write_down(ours, {"role": "carer"}, WORLD, "Nobody")


def test_undo_goes_back_change_by_change_but_what_a_person_took_back_stays_back(ours):
    write(ours, "Bo")
    write_down(ours, {"pronouns": "she"}, WORLD, "bo")
    take_off(ours, "Bo", WORLD)
    assert (names(ours), undo(ours, WORLD)) == ([], "Bo is on the list again.")
    assert (undo(ours, WORLD), read_people_list(ours)[0].content["pronouns"]) == ("Bo is as before.", "")
    assert (undo(ours, WORLD), names(ours)) == ("Bo is on the list no more.", [])
    with pytest.raises(StoreProblem, match="nothing to undo"):
        undo(ours, WORLD)
    choose(ours, write(ours, "Al").person.id, Choice(withdraw=True), WORLD)
    with pytest.raises(StoreProblem, match="nothing to undo"):
        undo(ours, WORLD)
    assert names(ours) == []


def test_a_table_leaves_what_it_has_no_column_for_as_it_was(ours, tmp_path):
    write(ours, "Bo", pronouns="she", needs="ramp")
    (tmp_path / "people.csv").write_text("Name,Roles,Likes to\nBo,carer,write\n")
    take_in(ours, tmp_path / "people.csv", WORLD)
    [bo] = read_people_list(ours)
    assert [bo.content[part] for part in ("pronouns", "needs", "role", "part")] == ["she", "ramp", "carer", "write"]


def test_who_took_their_row_back_is_counted_nowhere_and_every_role_of_a_person_counts(ours):
    for number in range(5):
        write(ours, f"P{number}", role="carer, poet")
    choose(ours, write(ours, "Gone", role="nurse", needs="a very odd need").person.id, Choice(withdraw=True), WORLD)
    assert roles(ours) == {"carer": 5, "poet": 5}
    draft = Draft(ours, load_shelf(ours.folder.parent), WORLD)
    try:
        assert draft._room.people == 5
        assert "odd need" not in str(draft.warnings)
    finally:
        draft.close()


def test_the_planner_warns_of_a_need_until_somebody_says_what_meets_it(ours):
    write(ours, "Bo", needs="a scribe, wheelchair")
    shelf = load_shelf(ours.folder.parent)

    def warned():
        draft = Draft(ours, shelf, WORLD)
        try:
            return [warning.sentence for warning in draft.warnings if warning.kind == "need"]
        finally:
            draft.close()

    assert warned() == ["Somebody needs: a scribe. No sheet and no seat meets that. Plan who sees to it."]
    assert "Say what meets each access need of Bo." in list(summary(read_people_list(ours)))
    write_down(ours, {"met": "a scribe: other, Sam"}, WORLD, "Bo")
    assert warned() == []
    assert in_short(read_people_list(ours)[0].content) == "2 access needs"


def test_needs_want_a_new_look_once_there_was_a_workshop_since(ours):
    write(ours, "Bo", needs="ramp", reviewed="2026-01-01")
    people = read_people_list(ours)
    assert not any("Look again" in line for line in summary(people, "2026-01-01T09:00:00+00:00"))
    assert "Look again, together, at the access needs of Bo: there was a workshop since." in list(summary(people, "2026-01-05"))


def test_a_new_name_tells_of_the_wishes_that_were_about_the_old_one(ours):
    write(ours, "Bo")
    write(ours, "Al", apart="Bo")
    told = write_down(ours, {"name": "Bobbie"}, WORLD, "Bo").told
    assert told == ("Keep apart, Al: nobody here is called 'Bo'. Check how it is spelt: the seats cannot keep this wish.",)


def test_nothing_of_the_list_leaves_the_facilitators_own_screen_and_forgetting_takes_all_of_it(ours):
    secret = {part.name: f"zorq{part.name}" for part in PARTS if not part.choices and part.name not in ("reviewed", "met")}
    write_down(ours, {**secret, "met": f"{secret['needs']}: other, zorqhow"}, WORLD)
    for way in Way:
        assert ("zorq" in str([dict(record.content) for record in outputs(ours, way)])) == (way is Way.SCREEN)
    forget(ours, secret["name"], WORLD)
    assert b"zorq" not in every_byte(ours.folder)


def test_names_written_down_are_offered_on_the_day_by_number_and_nobody_else_is_in_the_session(ours):
    for name in ("Rosa", "Ben", "Amira", "Zorqabsent"):
        write(ours, name)
    write(ours, "Away", present="no")
    workshop = open_workshop(ours, load_shelf(ours.folder.parent), WORLD)
    workshop.answer(4)
    assert workshop.prompt.ask.facts[0] == "You wrote down: 1 Amira, 2 Ben, 3 Rosa, 4 Zorqabsent."
    change = workshop.answer("3 1")
    assert isinstance(change, Change)
    assert [record.content["text"] for record in change.added] == ["Rosa", "Amira"]
    assert workshop.prompt.ask.facts[0] == "You wrote down: 2 Ben, 4 Zorqabsent."
    workshop.answer("Somebody else")
    workshop.undo()
    assert workshop.prompt.ask.so_far == ("Rosa", "Amira")
    workshop.done()
    assert "You wrote down" not in str(workshop.prompt)
    assert "Zorqabsent" not in str(workshop.events)
    assert "Zorqabsent" not in str(workshop.room)
    workshop.close()


def test_all_picks_no_more_names_than_there_are_people(ours):
    for name in ("Rosa", "Ben", "Amira"):
        write(ours, name)
    workshop = open_workshop(ours, load_shelf(ours.folder.parent), WORLD)
    workshop.answer(2)
    workshop.answer("all")
    assert [record.content["text"] for record in workshop.records if record.kind == "name"] == ["Amira", "Ben"]
    assert workshop.prompt.block == 1
    workshop.close()


def test_who_takes_over_is_told_of_flagged_needs_that_the_team_may_know_and_of_no_others(ours):
    write(ours, "Rosa", needs="ramp", flag="yes", share="the team")
    write(ours, "Ben", needs="zorqquiet", flag="yes")
    write(ours, "Zed", needs="zorqabsent", flag="yes", share="everybody")
    workshop = open_workshop(ours, load_shelf(ours.folder.parent), WORLD)
    workshop.answer(2)
    workshop.answer("Rosa")
    workshop.answer("Ben")
    assert "Rosa needs: ramp." in workshop.handover
    assert "zorq" not in str(workshop.handover)
    workshop.close()
