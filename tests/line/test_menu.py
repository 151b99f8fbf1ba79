"""The plain first screen: everything by number, and always a way back."""

from dataclasses import fields

from kit.desk.library import load_shelf
from kit.desk.locking import lock
from kit.desk.programmes import new_programme
from kit.desk.settings import CHOICES, LINES, Settings, read_settings, save_settings
from kit.desk.world import made_up_world
from kit.line.menu import Menu
from kit.line.voice import Voice
from kit.store import list_programmes
from tests.store.programmes import CHEAP


def talk(home, *lines):
    said, waiting = [], list(lines)
    Menu(home, load_shelf(home), made_up_world(1), Voice(said.append, lambda: waiting.pop(0) if waiting else None)).run()
    return "".join(said)


def test_a_newcomer_can_try_a_workshop_with_nothing_set_up(tmp_path):
    said = talk(tmp_path, "1", "5", "done", "stop", "0")
    assert "1. Try a workshop now, with nothing to set up." in said
    assert "Saved: 5 people here." in said
    assert [p.name for p in list_programmes(tmp_path)] == ["Try-out"]


def test_trying_again_goes_on_where_the_try_was_left(tmp_path):
    said = talk(tmp_path, "1", "5", "done", "stop", "1", "stop", "0")
    assert "Going on with the workshop that began before." in said
    assert len(list_programmes(tmp_path)) == 1


def test_a_programme_is_made_opened_printed_and_heard(tmp_path):
    said = talk(tmp_path, "2", "Our group", "1", "2", "3", "1", "0", "0", "4", "0", "0")
    assert "Made. Its folder is" in said
    assert "4. Open Our group, made 2026-01-05." in said
    assert "Nothing yet." in said
    assert "agenda-clear-A4.pdf" in said


def test_the_sheets_of_a_locked_programme_go_where_somebody_says(tmp_path):
    world = made_up_world(1)
    lock(new_programme(tmp_path, "Ours", "first-meeting", load_shelf(tmp_path), world), "a kettle in the hall", CHEAP)
    said = talk(tmp_path, "4", "a kettle in the hall", "3", "1", "back", "1", str(tmp_path / "out"), "0", "0", "0")
    assert "Sheets are not locked: anybody who has them can read them." in said
    assert "Nothing was printed." in said
    assert (tmp_path / "out" / "agenda-clear-A4.pdf").exists()
    assert "Ours" not in [path.name for path in tmp_path.iterdir()]


def test_a_new_programme_can_be_thought_better_of(tmp_path):
    said = talk(tmp_path, "2", "back", "2", "", "2", "?", "2", "Our group", "0", "0")
    assert "Nothing was made." in said
    assert list_programmes(tmp_path) == []


def test_plain_mode_can_be_left_for_the_app_in_its_own_settings(tmp_path):
    save_settings(tmp_path, read_settings(tmp_path))
    said = talk(tmp_path, "3", "8", "3", "0", "0")
    assert "8. Plain mode (from the next start): no: the app, on the whole screen. Change it." in said
    assert (read_settings(tmp_path).plain, read_settings(tmp_path).profile) == (True, "large")
    talk(tmp_path, "3", "8", "0", "0")
    assert not read_settings(tmp_path).plain


def test_everything_that_can_be_set_stands_in_the_one_list_of_both_front_ends(tmp_path):
    assert {name for name, _, _ in LINES} | {"keys", "toured"} == {field.name for field in fields(Settings)}
    assert all(set(values) == set(CHOICES[name]) for name, _, values in LINES)
    assert "Language of sheets: English. Change it." in talk(tmp_path, "3", "0", "0")


def test_what_is_no_choice_is_said_and_the_list_comes_again(tmp_path):
    said = talk(tmp_path, "9", "x", "²", "", "?")
    assert said.count("That is none of the numbers.") == 4
    assert said.count("Type the number of a line and press Enter.") == 1
    assert said.count("What would you like to do?") == 6


def test_a_problem_is_a_sentence_and_not_the_end(tmp_path):
    said = talk(tmp_path, "2", "x" * 500, "1", "0")
    assert "A programme needs a name" in said


def test_in_plain_mode_a_sheet_can_be_left_out_or_heard_before_it_is_made(tmp_path):
    said = talk(tmp_path, "2", "Our group", "1", "3", "2", "7", "2", "many", "7", "3", "7", "x", "4", "8", "0", "0", "0")
    assert "People to print for: 7. Change it." in said
    assert "That is no number from 1 to 500." in said
    assert "You can pass." in said
    assert "Paper: Letter. Change it." in said
    assert ": no, 1 copy" in said
    assert list(tmp_path.rglob("*.pdf")) == []


def test_slips_are_typed_up_one_line_each_and_the_last_is_taken_back(tmp_path):
    said = talk(tmp_path, "2", "Our group", "1", "8", "1", "One", "Two", "back", "Three", "", "2", "0", "0")
    assert "Type one slip a line." in said
    assert "Taken back: Two" in said
    assert "2 slips kept." in said
    assert "1. One\n2. Three\n" in said


def test_the_tour_is_offered_once_in_plain_mode_and_told_in_a_few_sentences(tmp_path):
    from kit.desk.tour import CARDS

    first = talk(tmp_path, "5", "0")
    assert "New here? Choose the tour: it takes one minute." in first
    assert "".join(f"{card.title}. {card.words}\n" for card in CARDS) in first
    assert "New here?" not in talk(tmp_path, "0")


def test_people_finding_and_looking_after_a_programme_are_in_the_plain_menu(tmp_path):
    new_programme(tmp_path, "Ours", "first-meeting", load_shelf(tmp_path), made_up_world(1))
    said = talk(tmp_path, "4", "9", "1", "Zoë", "5", "a scribe", "0", "0", "10", "zoe", "1", "0", "back", "11", "2", "1", "Zoë",
                "2", "0", "0", "0", "0")
    assert "Access needs: a scribe." in said
    assert "Saved: Access needs." in said
    assert "1. Person: Zoë: 1 access need, 1 to see to." in said
    assert "Yes, erase it. This cannot be undone" in said
    assert "Forgotten on 2026-01-05: 2 records (People you know of (only you see these): 2)." in said


def test_nobodys_access_needs_are_among_what_was_made_or_in_the_list_of_a_search(tmp_path):
    new_programme(tmp_path, "Ours", "first-meeting", load_shelf(tmp_path), made_up_world(1))
    said = talk(tmp_path, "4", "9", "1", "Zoë", "5", "a scribe", "0", "0", "2", "7", "2", "", "0", "0", "0")
    _, read_out = said.split("Saved: Access needs.")
    _, after = read_out.split("Nothing yet.")
    assert "0 records found." in after
    assert not [word for word in ("scribe", "Zoë") if word in after]


def test_a_programme_locked_in_the_plain_menu_asks_for_its_passphrase_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr("kit.desk.locking.tuned_cost", lambda clock: CHEAP)
    new_programme(tmp_path, "Ours", "first-meeting", load_shelf(tmp_path), made_up_world(1))
    said = talk(tmp_path, "4", "11", "3", "1", "a kettle", "a kettle", "", "a kettle", "0", "0")
    assert "It is shown only now." in said
    assert said.endswith("Type a number from 0 to 6.\n")
    assert [programme.sealed for programme in list_programmes(tmp_path)] == [True]
