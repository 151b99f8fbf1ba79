"""What one workshop leaves open is asked about in the next, and what came of it is kept with a link to where it came from."""

import pytest

from kit.desk.carried import carried_to
from kit.desk.consent import Choice, choose
from kit.desk.forget import forget
from kit.desk.outputs import outputs, said
from kit.desk.paper import Order, print_pack
from kit.desk.workshop import open_workshop
from kit.model import Form, Refusal, Visible
from kit.model.gate import Way
from kit.store import read_history
from tests.programmes.lines import our_year, run


def at_the_look_back(tmp_path):
    """A second workshop, at the first thing that is asked about, and what the first one made."""
    programme, shelf, world = our_year(tmp_path)
    made = run(programme, shelf, world)
    workshop = open_workshop(programme, shelf, world)
    workshop.answer(5)
    workshop.done()
    workshop.answer("")
    return programme, shelf, world, made, workshop


def looked_back(workshop, came):
    """Answer everything the same way; what was asked about, in its order."""
    asked = []
    while workshop.prompt.ask.makes == "carried":
        ask = workshop.prompt.ask
        if ask.form is Form.CHOICE:
            asked.append(ask.facts[0])
        keys = [option.key for option in ask.options]
        workshop.answer((came if came in keys else keys[0]) if keys else "Because of the bus.")
    return asked


def test_every_kind_of_open_thing_is_asked_about_and_the_answer_links_back(tmp_path):
    programme, _, _, made, workshop = at_the_look_back(tmp_path)
    looked_back(workshop, "done")
    workshop.close()
    carried = [r for r in outputs(programme) if r.kind == "carried"]
    assert {r.content["what"] for r in carried} >= {"agreement", "change"}
    ids = {r.id for r in made}
    assert all(set(r.content["of"]) <= ids for r in carried)
    assert all("Because of the bus." in said(r) for r in carried if r.content["what"] == "change")


@pytest.mark.parametrize(("came", "left"), [("done", False), ("dropped", False), ("on", True)])
def test_what_is_done_or_dropped_is_not_asked_again_and_what_is_carried_on_is(tmp_path, came, left):
    programme, _, _, _, workshop = at_the_look_back(tmp_path)
    looked_back(workshop, came)
    workshop.close()
    waiting = carried_to(read_history(programme.folder))
    assert any(item.what == "change" for item in waiting) is left
    assert any(item.what == "agreement" for item in waiting)


def test_leaving_the_step_half_way_carries_the_rest_on(tmp_path):
    programme, _, _, _, workshop = at_the_look_back(tmp_path)
    before = len(carried_to(read_history(programme.folder)))
    workshop.skip()
    workshop.close()
    assert len(carried_to(read_history(programme.folder))) == before


def test_undo_asks_again(tmp_path):
    _, _, _, _, workshop = at_the_look_back(tmp_path)
    first = workshop.prompt.ask
    workshop.answer("done")
    workshop.undo()
    assert workshop.prompt.ask == first
    workshop.close()


def test_what_its_maker_took_back_is_neither_asked_about_nor_printed(tmp_path):
    programme, shelf, world, made, workshop = at_the_look_back(tmp_path)
    looked_back(workshop, "done")
    workshop.close()
    wish = next(r for r in made if r.kind == "feedback-words" and "change" in r.content["question"])
    told = print_pack(programme, shelf, Order(what=("you-said",), form="text"))[0].path.read_text("utf-8")
    assert wish.content["text"] in told
    choose(programme, wish.id, Choice(withdraw=True), world)
    told = print_pack(programme, shelf, Order(what=("you-said",), form="text"))[0].path.read_text("utf-8")
    assert wish.content["text"] not in told
    assert wish.id not in {id for item in carried_to(read_history(programme.folder)) for id in item.of}
    choose(programme, wish.id, Choice(visible=Visible.REPORT), world)
    assert all(wish.content["text"] not in said(r) for r in outputs(programme, Way.REPORT) if r.kind == "carried")


def test_forgetting_a_thing_takes_what_was_said_of_it_from_every_file(tmp_path):
    programme, _, world, made, workshop = at_the_look_back(tmp_path)
    looked_back(workshop, "done")
    workshop.close()
    wish = next(r for r in made if r.kind == "feedback-words" and "change" in r.content["question"])
    receipt = forget(programme, wish.id, world)
    assert not receipt.still
    assert all(wish.content["text"].encode() not in path.read_bytes() for path in programme.folder.glob("*.jsonl"))


def test_a_first_workshop_has_nothing_to_look_back_on(tmp_path):
    programme, shelf, world = our_year(tmp_path)
    workshop = open_workshop(programme, shelf, world, "our-year-look")
    workshop.answer(3)
    workshop.done()
    workshop.answer("")
    assert workshop.prompt.ask.question == "Nothing was left open before today. Go on."
    workshop.close()


def test_an_agreement_starts_from_the_programmes_last_one_and_is_its_next_version(tmp_path):
    programme, shelf, world = our_year(tmp_path)
    first = next(r for r in run(programme, shelf, world) if r.kind == "agreement")
    second = next(r for r in run(programme, shelf, world, "our-year-meet") if r.kind == "agreement")
    assert "version" not in first.content
    assert second.content["version"] == 2
    assert second.content["lines"][:len(first.content["lines"])] == first.content["lines"]


def test_a_line_that_was_taken_back_is_not_offered_again(tmp_path):
    programme, shelf, world = our_year(tmp_path)
    made = run(programme, shelf, world)
    before = next(r for r in made if r.kind == "agreement").content["lines"]
    choose(programme, [r for r in made if r.kind == "rule"][-1].id, Choice(withdraw=True), world)
    again = next(r for r in run(programme, shelf, world, "our-year-meet") if r.kind == "agreement")
    assert before[-1] not in again.content["lines"][:len(before) - 1]
    assert again.content["lines"][:len(before) - 1] == before[:-1]


def test_what_came_of_a_thing_stays_however_often_it_was_chosen_for_before_and_after(tmp_path):
    programme, shelf, world = our_year(tmp_path)
    made = run(programme, shelf, world)
    wish = next(r for r in made if r.kind == "feedback-words" and "change" in r.content["question"])

    def choose_twice():
        for visible in (Visible.REPORT, Visible.GROUP):
            choose(programme, wish.id, Choice(visible=visible), world)

    choose_twice()
    workshop = open_workshop(programme, shelf, world)
    for answer in (5, None, ""):
        assert not isinstance(workshop.done() if answer is None else workshop.answer(answer), Refusal)
    looked_back(workshop, "done")
    workshop.close()
    choose_twice()
    came = [r.content["of"] for r in outputs(programme, Way.PAPER)
            if r.kind == "carried" and r.content["about"] == wish.content["text"]]
    assert came == [[wish.id]]
