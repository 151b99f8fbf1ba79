"""What each sheet says, and what it never says."""

from dataclasses import replace

import pytest

from kit.content.plain_words import EASY_SENTENCE, HIGHEST_GRADE, grade, sentences
from kit.content.plain_words import words as words_of
from kit.model.sheetcode import read_code
from printables.pack import ON_REQUEST, PRODUCTS, file_name, pack
from printables.plain_text import plain_text
from printables.products.run_sheet import COLUMNS
from printables.profile import PAPERS, PROFILES
from tests.printables.samples import SAMPLE, SOURCE, record, with_text


def said(name, source=SOURCE):
    return "\n".join(plain_text(document) for sheet in pack(source, [name]) for document in sheet.documents)


def test_the_pack_is_everything_the_plan_needs_under_a_cover():
    assert [(sheet.name, sheet.mark) for sheet in pack(SOURCE)] == [
        ("cover-sheet", ""), ("run-sheet", ""), ("agenda", ""), ("glossary", ""), ("support-card", ""), ("taking-part", ""),
        ("badges", ""), ("agreement", ""), ("agreement-poster", ""), ("drawing-sheet", "A"), ("drawing-sheet", "B"),
        ("caption-slips", ""), ("feedback-card", ""), ("what-we-made", ""), ("wall-headings", ""), ("venue-checklist", "")]


def test_the_cover_names_every_other_sheet_the_paper_and_what_to_bring():
    cover = said("cover-sheet", replace(SOURCE, paper="A4"))
    assert all(sheet.title in cover and sheet.note in cover for sheet in pack(SOURCE)[1:])
    assert "\nWhite or pale yellow, not shiny. A4.\n" in cover
    assert "\nThick paper. White or pale yellow, not shiny. A4.\n" in cover
    assert "[ ] Flipchart, pens" in cover


def test_every_sheet_can_be_asked_for():
    assert {sheet.name for name in PRODUCTS for sheet in pack(SAMPLE, [name])} == set(PRODUCTS)
    assert set(PRODUCTS) >= ON_REQUEST


def test_badges_hold_only_what_people_chose_and_are_blank_where_nobody_chose():
    assert "Rosa\n\nshe and her" in said("badges", SAMPLE)
    assert "I am called" in said("badges")
    assert pack(SOURCE, ["table-tents"]) == ()


def test_what_comes_back_has_a_code_for_each_person_and_no_name():
    for name in ("consent-slip", "ballot", "survey", "rating-sheet", "ranking-sheet", "sign-up-slip", "coding-sheet"):
        sheet, = pack(SAMPLE, [name])
        assert len({document.code.text for document in sheet.documents}) == SAMPLE.people
        assert "Rosa" not in said(name, SAMPLE)


def test_a_ballot_can_be_left_empty_and_has_a_box_for_none():
    text = said("ballot", SAMPLE)
    assert "When shall we meet?\n[ ] A: Meet on Tuesdays\n[ ] B: Meet on Saturdays\n[ ] C: Take turns\n[ ] None of these" in text
    assert "You can leave it empty." in text


def test_only_what_is_asked_for_is_printed():
    assert [sheet.name for sheet in pack(SOURCE, ["glossary", "agenda"])] == ["agenda", "glossary"]


def test_an_unknown_sheet_is_refused_with_the_ones_there_are():
    with pytest.raises(ValueError, match=r"no sheet called “agendo”\. Choose from: run-sheet, agenda"):
        pack(SOURCE, ["agendo"])


def test_file_names_are_plain_and_differ():
    names = [file_name(sheet, PROFILES["clear"], PAPERS["A4"]) for sheet in pack(SOURCE)]
    assert "drawing-sheet-A-clear-A4.pdf" in names
    assert len(set(names)) == len(names)
    assert all(name.isascii() and "/" not in name for name in names)


def test_codes_say_programme_workshop_form_series_and_copy():
    first, second = pack(SOURCE, ["drawing-sheet"])
    code = read_code(second.documents[1].code.text)
    assert (code.programme, code.workshop, code.form, code.series, code.copy) == ("KMR", 3, "drawing-sheet", 1, 2)
    assert second.documents[1].title == "Drawing B2"
    codes = [document.code.text for sheet in (first, second) for document in sheet.documents]
    assert len(set(codes)) == 2 * SOURCE.people


def test_no_code_and_no_label_holds_a_name():
    for sheet in pack(replace(SOURCE, programme="Ravi Sharma")):
        assert not any("Ravi Sharma" in plain_text(document) for document in sheet.documents)


def test_the_agenda_gives_times_aims_and_the_right_to_pass():
    text = said("agenda")
    assert "We start at 10:00 and end at 11:15." in text
    assert "Time: 10:35\nWhat: Break\nTea, air, quiet.\nMinutes: 10" in text
    assert "You can pass. You can leave and come back. Nobody will ask why." in text
    assert SOURCE.script.plan.question in text
    assert SOURCE.script.plan.approach in text


def test_the_agenda_holds_nothing_for_the_team_alone():
    text = said("agenda", replace(SOURCE, notes=True))
    for block in SOURCE.script.plan.blocks:
        assert not block.private or block.private not in text
        assert not block.notes or block.notes not in text
        assert not block.lead or block.lead not in text


def test_private_notes_are_on_the_run_sheet_only_when_asked_for():
    assert "SECRET-NOTE" not in "".join(said(name) for name in PRODUCTS)
    assert "SECRET-NOTE" in said("run-sheet", replace(SOURCE, notes=True))
    assert "SECRET-NOTE" not in "".join(said(name, replace(SOURCE, notes=True)) for name in PRODUCTS if name != "run-sheet")


def test_the_run_sheet_has_the_columns_and_the_words_facilitators_know():
    text = said("run-sheet")
    for label in ("Time", "Minutes", "What happens, and why", "How", "Who leads", "Materials", "Do", "Watch for"):
        assert f"{label}: " in text
    assert "It leaves" in COLUMNS
    assert "1. Say (3 min): Welcome, everybody." in text
    assert "Watch for: Tears, or somebody who goes very quiet." in text
    assert "This may stir up strong feelings." in text


def test_times_go_past_midnight_and_a_plan_without_a_start_counts_from_nothing():
    late = replace(SOURCE.script.plan, start="23:55")
    assert "Time: 00:05" in said("agenda", replace(SOURCE, script=replace(SOURCE.script, plan=late)))
    unknown = replace(SOURCE.script.plan, start="")
    assert "Time: 00:10" in said("agenda", replace(SOURCE, script=replace(SOURCE.script, plan=unknown)))


def test_the_glossary_is_alphabetical_holds_what_the_room_explained_and_has_room_for_more():
    text = said("glossary", replace(SOURCE, terms=(*SOURCE.terms, ("steering Group", "An old meaning"))))
    terms = [line.split(":")[0] for line in text.splitlines() if ": " in line]
    assert terms[:5] == ["Co-production", "Ethics committee", "Outcome", "PPI", "Steering group"]
    assert "An old meaning" not in text
    assert text.count("Word: ____") == 6


def test_a_glossary_is_held_back_where_people_draw_first():
    sheet, = pack(SOURCE, ["glossary"])
    assert "after the drawing" in sheet.note


def test_a_feedback_card_has_boxes_with_words_and_room_to_write():
    text = said("feedback-card")
    assert "Did you feel heard?\n[ ] Good\n[ ] OK\n[ ] Not good\n[ ] Rather not say" in text
    assert "What should we change?\n____" in text
    assert "No name, please." in text


def test_a_drawing_sheet_holds_its_prompt_and_no_definition():
    text = said("drawing-sheet")
    assert "Draw what being involved in research feels like." in text
    assert "You can keep this private. Nobody will ask why." in text
    assert not any(meaning in text for _, meaning in SOURCE.terms)


def test_there_is_a_caption_slip_for_every_caption_to_write():
    sheet, = pack(SOURCE, ["caption-slips"])
    grid, = sheet.documents[0].children
    assert len(grid.cards) == 2 * SOURCE.people
    assert len({card.code.text for card in grid.cards}) == len(grid.cards)


def test_what_we_made_keeps_decisions_with_their_reasons_and_their_dissent():
    text = said("what-we-made")
    for words in ("Decided: Tuesdays at eleven.", "Why: Buses run", "Another view: Mornings are hard with my medicine."):
        assert words in text
    agreed = with_text("x")
    assert "Another view: Nobody asked for another view to be kept." in said(
        "what-we-made", replace(agreed, records=(record(1, "decision", question="Q?", decided="Yes", dissent=[]),)))


def test_what_we_made_holds_the_agreement_as_it_stood_last():
    text = said("what-we-made")
    assert "One person speaks at a time." in text
    assert "An early line" not in text


def test_what_we_made_holds_no_name_and_nothing_that_one_person_alone_may_see():
    text = said("what-we-made")
    for hidden in ("NAME-ONE", "ONLY-ME", "HIDDEN-DRAWING", "HIDDEN-CAPTION", "Drawing A2"):
        assert hidden not in text
    assert "Drawing A1" in text
    assert "Captions: Room for one more?" in text


def test_there_is_no_hand_out_before_the_room_has_made_anything():
    assert pack(replace(SOURCE, records=()), ["what-we-made"]) == ()


def test_more_sheets_than_codes_can_count_are_refused_with_a_sentence():
    with pytest.raises(ValueError, match="takes 0 to 840"):
        pack(replace(SOURCE, people=900), ["feedback-card"])


def test_our_own_sentences_are_short():
    ours = "\n".join(said(name, with_text("")) for name in PRODUCTS) + "\n".join(s.note for s in pack(SOURCE))
    for sentence in ours.replace("?", ".").replace("!", ".").replace("\n", ".").split("."):
        assert len(sentence.split()) <= 20, sentence


@pytest.mark.parametrize("name", sorted(set(PRODUCTS) - {"run-sheet", "chair-script", "cover-sheet"}))
def test_sheets_for_the_room_say_it_in_easy_words(name):
    text = said(name, replace(SAMPLE, terms=()))
    assert max(len(words_of(sentence)) for sentence in sentences(text)) <= EASY_SENTENCE
    assert grade(text) <= HIGHEST_GRADE


def test_copies_go_on_from_those_that_were_printed_and_begin_again_only_where_numbers_run_out():
    assert list(replace(SOURCE, printed={("survey", 0): 12}).copies("survey")) == [13, 14]
    assert list(replace(SOURCE, printed={("survey", 0): 840}).copies("survey")) == [1, 2]
    assert list(replace(SOURCE, printed={("survey", 1): 12}).copies("survey")) == [1, 2]
