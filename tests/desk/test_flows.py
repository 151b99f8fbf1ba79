"""Talks of several questions: what both front ends can do with people, consent, forgetting, passphrases, copies and laptops."""

import shutil

import pytest

from kit.desk.flows import Do, Line, Tell
from kit.desk.flows.care import care
from kit.desk.flows.finding import finding
from kit.desk.flows.laptops import settle
from kit.desk.flows.people import people
from kit.desk.incoming import read_bundle
from kit.desk.people_list import read_people_list
from kit.model import Naming, Visible, conflicts
from kit.store import StoreProblem, read_programme
from tests.keep.programme import WORDS, every_byte, marked
from tests.keep.test_gate import record_with
from tests.rooms import HOSTILE
from tests.store.programmes import CHEAP


@pytest.fixture
def day(tmp_path):
    return marked(tmp_path / "home")


def private(day):
    return next(record for record in day.kind("drawing") if WORDS["private"] in str(dict(record.content)))


def go(talk, *answers):
    """Go through a talk with answers: for a list the beginning of a row, for a line its words, None to go back.

    Gives all that was shown, and what the talk came to. After the last answer somebody goes back until it is over.
    """
    waiting, shown, give, problem = list(answers), [], None, None
    while True:
        try:
            part = talk.throw(problem) if problem else talk.send(give)
        except StopIteration as over:
            assert waiting == []
            return "\n".join(shown), over.value
        give, problem = None, None
        try:
            give = answer(part, waiting, shown)
        except StoreProblem as raised:
            problem = raised


def answer(part, waiting, shown):
    match part:
        case Do():
            return part.work(lambda *_: None)
        case Tell():
            shown += part.lines
            return None
        case Line():
            shown += [part.title, part.question]
            return waiting.pop(0) if waiting else None
    shown += [part.title, *part.about, *part.rows]
    wanted = waiting.pop(0) if waiting else None
    [place] = [place for place, row in enumerate(part.rows) if row.startswith(wanted)] if wanted else [None]
    return place


def test_a_person_is_written_down_in_six_steps_and_undone(day):
    said, _ = go(people(day.programme, day.world), "Add", HOSTILE, "Access", "ramp, BSL", "Met by", "A seat", "", "Something",
                 "Sam", "Who may know", "the team", "See at once", "yes", "Looked at", "today", None, "Undo", None)
    [someone] = read_people_list(day.programme)
    content = someone.content
    assert (content["met"], content["share"], content["flag"], content["reviewed"]) == ("ramp: seat; BSL: other, Sam", "the team",
                                                                                        "yes", "")
    assert "is as before." in said
    go(people(day.programme, day.world), str(content["name"]), "Take off")
    assert read_people_list(day.programme) == ()


def test_what_cannot_be_kept_is_told_in_the_form_and_the_form_goes_on(day):
    said, _ = go(people(day.programme, day.world), "Add", "Bo", "Looked at", "tomorrow", "Pronouns", "he")
    assert "'tomorrow' is not a date." in said
    assert read_people_list(day.programme)[0].content["pronouns"] == "he"


def test_consent_is_written_down_by_the_code_changed_undone_and_taken_back_after_a_question(day):
    code = private(day).origin.sheet
    said, _ = go(care(day.programme, day.world), "What somebody", code, "Who may", "Readers", "How its", "By a name", "Ana",
                 "Keep it until", "2031-01-01", "Undo", None, None)
    assert WORDS["private"] in said
    kept = private(day)
    assert (kept.visible, kept.naming, kept.keep_until) == (Visible.REPORT, Naming.CHOSEN, "")
    go(care(day.programme, day.world), "What somebody", code, "Take it back", "No")
    assert not private(day).withdrawn
    go(care(day.programme, day.world), "What somebody", code, "Take it back", "Yes")
    assert private(day).withdrawn
    assert "no choice to undo" in go(care(day.programme, day.world), "What somebody", code, "Undo")[0]


def test_a_wrong_code_is_a_sentence_and_the_list_goes_on(day):
    said, _ = go(care(day.programme, day.world), "What somebody", "[/] nothing", None)
    assert "is no sheet code and no record" in said


def test_nothing_is_forgotten_before_the_question_that_says_it_cannot_be_undone(day):
    said, _ = go(care(day.programme, day.world), "Forget", "A person", WORDS["name"], "No", None)
    assert "This takes away 1 record, earlier forms counted too" in said
    assert "This cannot be undone." in said
    assert WORDS["name"].encode() in every_byte(day.programme.folder)
    said, _ = go(care(day.programme, day.world), "Forget", "A person", WORDS["name"], "Yes", None)
    assert "Forgotten on" in said
    assert WORDS["name"].encode() not in every_byte(day.programme.folder)
    said, _ = go(care(day.programme, day.world), "Forget", "A whole", "Workshop 1", "Yes", None)
    assert WORDS["rule"].encode() not in every_byte(day.programme.folder)


def test_a_passphrase_is_set_with_its_sheet_changed_and_taken_off(day, tmp_path, monkeypatch):
    monkeypatch.setattr("kit.desk.locking.tuned_cost", lambda clock: CHEAP)
    said, locked = go(care(day.programme, day.world), "Passphrase", "Set", "a kettle", "a cattle", None)
    assert "The two are not the same. Nothing was changed." in said
    assert locked is None
    said, locked = go(care(day.programme, day.world), "Passphrase", "Set", "a kettle in the hall", "a kettle in the hall",
                      str(tmp_path / "no" / "where.pdf"), str(tmp_path))
    assert locked.sealed
    assert "It is shown only now." in said
    assert (tmp_path / f"recovery-sheet-{locked.code}.pdf").read_bytes().startswith(b"%PDF")
    go(care(locked, day.world), "Passphrase", "Another", "a kettle in the hall", "tea at four", "tea at four", None)
    said, opened = go(care(locked, day.world), "Passphrase", "Take", "tea at four")
    assert (opened.sealed, opened.folder.name, opened.name) == (False, "Ours", "Ours")


def test_files_are_looked_at_copied_bundled_and_joined(day, tmp_path):
    (tmp_path / "stick").mkdir()
    said, _ = go(care(day.programme, day.world), "Copies", "Look", "Make a second", str(tmp_path / "stick"), "Make a bundle",
                 str(tmp_path / "stick"), "Yes", "tea at four", "tea at four", "Make a bundle", str(tmp_path / "stick"), "No",
                 None)
    assert "A second copy was made and verified" in said
    [file] = (tmp_path / "stick").glob("*.kitbundle")
    assert read_bundle(file, "tea at four").programme.id == day.programme.id
    said, _ = go(care(day.programme, day.world), "Copies", "Join", str(file), "wrong", "Join", str(file), "tea at four", "Join",
                 str(next(path for path in (tmp_path / "stick").iterdir() if path.is_dir())), "Settle", None)
    assert said.count("Joined: 0 records came in") == 2
    assert "There is nothing to settle." in said


def test_what_two_laptops_changed_is_settled_by_a_person(day, tmp_path):
    shutil.copytree(day.programme.folder, tmp_path / "other")
    other, code = read_programme(tmp_path / "other"), record_with(day, "shown").origin.sheet
    go(care(day.programme, day.world), "What somebody", code, "Who may", "Readers")
    go(care(other, day.world), "What somebody", code, "Who may", "Everybody")
    said, _ = go(care(day.programme, day.world), "Copies", "Join", str(tmp_path / "other"), None)
    assert "Choose with: Settle" in said
    first = conflicts(day.records)[0][0]
    talk = settle(day.programme, day.world)
    next(talk)
    talk.send(0).work(lambda *_: None)
    talk.send(1)
    assert conflicts(day.records) == ()
    assert first.id in {record.id for record in day.records}


@pytest.mark.parametrize(("words", "row", "shows"), [
    (WORDS["caption"], "Captions", "Who may see it"), ("draw-involvement", "Part of the plan", "It is in part 2"),
    ("marked day", "Workshop", "What it made"), ("carer", "Glossary: Carer", "looks after"),
])
def test_what_was_found_leads_to_where_it_stands(day, words, row, shows):
    said, _ = go(finding(day.programme, day.shelf, day.world), words, row)
    assert shows in said


def test_a_sheets_code_finds_what_was_made_on_it_and_private_words_stay_private(day):
    said, _ = go(finding(day.programme, day.shelf, day.world), private(day).origin.sheet, "Sheet", "A2", None)
    assert "A2, private" in said
    said, _ = go(finding(day.programme, day.shelf, day.world), WORDS["private"])
    assert "Nothing fits." in said
    assert WORDS["private"] not in said
