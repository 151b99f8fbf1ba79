"""A rehearsal plays the whole day, for rooms of any size, and leaves what a real day would."""

import pytest

from kit.content.library import read_made_up
from kit.desk.library import load_shelf
from kit.desk.outputs import HEADINGS, by_kind, said
from kit.desk.paper import Order, print_pack
from kit.desk.paper_preview import preview
from kit.desk.programmes import new_programme
from kit.desk.rehearsal import play, rehearse
from kit.desk.workshop import open_workshop
from kit.desk.world import made_up_world
from kit.engine.made_up import MadeUpPeople
from kit.model.sheetcode import read_code
from kit.paths import builtin_activities
from kit.store import read_history


def quietly(done, total, what):
    """Progress that nobody watches."""


@pytest.mark.parametrize("people", [3, 12, 40])
@pytest.mark.parametrize("template", ["sixty-minute-drawing", "first-meeting"])
def test_every_template_comes_to_its_end_and_every_activity_leaves_records(tmp_path, template, people):
    shelf = load_shelf(tmp_path)
    plan = shelf.plans[template]
    done = rehearse(tmp_path, plan, shelf, people, 1, Order(what=("agenda",)), quietly)
    assert {b.activity for b in plan.blocks if b.activity} <= {r.origin.activity for r in done.records}
    assert read_history(done.programme.folder).records() == done.records
    assert {r.kind for r in done.records} <= set(HEADINGS)


def test_progress_goes_from_nothing_to_all(tmp_path):
    shelf, seen = load_shelf(tmp_path), []
    rehearse(tmp_path, shelf.plans["first-meeting"], shelf, 4, 1, Order(what=("agenda",)), lambda *now: seen.append(now))
    blocks = len(shelf.plans["first-meeting"].blocks)
    assert (seen[0][:2], (blocks, blocks, "The end") in seen, seen[-1][:2]) == ((0, 1), True, (1, 1))


def test_every_record_can_be_said_in_one_line_under_a_heading(tmp_path):
    shelf = load_shelf(tmp_path)
    done = rehearse(tmp_path, shelf.plans["sixty-minute-drawing"], shelf, 12, 2, Order(what=("agenda",)), quietly)
    for heading, group in by_kind(done.records):
        assert heading
        for record in group:
            assert said(record)
            assert "\n" not in said(record)
    labels = [r.content["label"] for h, group in by_kind(done.records) if h == "Drawings" for r in group]
    assert labels == sorted(labels, key=lambda label: (label[0], int(label[1:])))


def test_the_code_on_a_drawing_sheet_is_the_code_in_its_record(tmp_path):
    """Paper printed before the day and records made on the day name the same sheet alike."""
    shelf = load_shelf(tmp_path)
    world = made_up_world(3)
    programme = new_programme(tmp_path, "Ours", "sixty-minute-drawing", shelf, world)
    for _ in range(2):
        printed = print_pack(programme, shelf, Order(what=("drawing-sheet",), people=6, form="text"))
        paper = "".join(one.path.read_text(encoding="utf-8") for one in printed)
        workshop = open_workshop(programme, shelf, world)
        play(workshop, MadeUpPeople(6, read_made_up(builtin_activities() / "made-up.toml"), 1), quietly)
        drawings = {r.origin.sheet for r in workshop.records if r.kind == "drawing"}
        workshop.close()
        assert len(drawings) > 6
        assert all(read_code(code) and code in paper for code in drawings)


def test_what_was_made_can_still_be_printed_after_the_next_workshop_was_opened_by_mistake(tmp_path):
    shelf = load_shelf(tmp_path)
    done = rehearse(tmp_path, shelf.plans["first-meeting"], shelf, 5, 1, Order(what=("agenda",)), quietly)
    open_workshop(done.programme, shelf, made_up_world(9)).close()
    [told] = print_pack(done.programme, shelf, Order(what=("what-we-made",), form="text"))
    assert "Our group agreement" in told.path.read_text(encoding="utf-8")


def test_a_programme_that_has_not_run_prints_for_a_dozen_people_or_as_many_as_are_asked_for(tmp_path):
    shelf = load_shelf(tmp_path)
    programme = new_programme(tmp_path, "Ours", "sixty-minute-drawing", shelf, made_up_world(1))
    copies = {sheet.name: sheet.copies for sheet in preview(programme, shelf, Order())}
    assert copies["drawing-sheet"] == 12
    assert {s.name: s.copies for s in preview(programme, shelf, Order(people=7))}["drawing-sheet"] == 7


def test_plain_text_says_the_same_as_paper(tmp_path):
    shelf = load_shelf(tmp_path)
    programme = new_programme(tmp_path, "Ours", "first-meeting", shelf, made_up_world(1))
    [printed] = print_pack(programme, shelf, Order(what=("agenda",), form="text"))
    text = printed.path.read_text(encoding="utf-8")
    for block in shelf.plans["first-meeting"].blocks:
        assert (block.title or shelf.activities[block.activity].title) in text
