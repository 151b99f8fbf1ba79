"""A rehearsal on paper of whole sheets: orders, what people take on, pairs, codings, hard words and walls come back as meant."""

from collections import Counter

import pytest
from PIL import Image

from benchmarks.piles.paper import DOTS
from kit.content.library import read_made_up
from kit.desk.consent import Choice, choose
from kit.desk.forget import forget
from kit.desk.library import load_shelf
from kit.desk.outputs import outputs, said
from kit.desk.pile.cards import cards_of
from kit.desk.pile.closing import PAPER, close_pile
from kit.desk.pile.deciding import Deciding
from kit.desk.pile.walls import SHOWS
from kit.desk.rehearsal import play
from kit.desk.reports.material import material
from kit.desk.reports.parts import walls
from kit.desk.workshop import open_workshop
from kit.engine.made_up import MadeUpPeople
from kit.model import Visible, onpaper
from kit.model.gate import Way
from kit.model.ranks import PLACES, rank_sums
from kit.paths import builtin_activities
from kit.store import StoreProblem, read_history
from kit.store.keeping import open_for_reading
from printables.tree import Photo
from tests.pile.room import PageOf, Room
from tests.pile.test_rehearsal_on_paper import ACTIVITY, PLAN

PEOPLE = 3
STEPS = {
    "one-order": 'kind = "rank"\nquestion = "What first?"\noptions = ["A lift", "Plain letters", "Tea"]\n',
    "one-promise": 'kind = "promise"\nquestion = "The garden"\n',
    "one-pairing": 'kind = "group"\nhow = "partners"\n',
    "one-account": 'kind = "write"\n',
    "one-reading": 'kind = "code"\nframeworks = ["involve-coprod-2018"]\n',
    "one-word": 'kind = "term"\n',
    "one-agreement": 'kind = "agree"\n',
}
SHEETS = ("ranking-sheet", "sign-up-slip", "pairing-slip", "coding-sheet", "glossary-slip", "agreement-poster", "wall-code")
ORDERS = ({"A": 1, "B": 2, "C": 3}, {"C": 1, "A": 2}, {})
"""What each person puts first, second and third; the last leaves the sheet empty."""


def day_of(home):
    """A workshop that was run, with its sheets printed before."""
    (home / "activities").mkdir()
    for id, step in STEPS.items():
        (home / "activities" / f"{id}.toml").write_text(ACTIVITY.format(id=id) + step)
    blocks = "".join(f'[[blocks]]\nid = "b{n}"\ntitle = "Block {n}"\nactivity = "{name}"\nminutes = 20\n'
                     for n, name in enumerate(STEPS, 1))
    room = Room(home, "first-meeting", PEOPLE, PLAN + blocks)
    room.shelf = load_shelf(home)
    room.pages = {name: room.print(name) for name in SHEETS}
    workshop = open_workshop(room.programme, room.shelf, room.world)
    play(workshop, MadeUpPeople(PEOPLE, read_made_up(builtin_activities() / "made-up.toml"), 1), lambda *_: None)
    room.workshop = workshop.id
    workshop.close()
    room.by_hand = Counter(record.kind for record in read_history(room.programme.folder).records())
    return room


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return day_of(tmp_path_factory.mktemp("sheets"))


@pytest.fixture
def room(run, tmp_path):
    return run.copied(tmp_path / "copy")


def typed(room, words):
    """Somebody types what stands in each field, by its code and its question; nothing where nothing is said."""
    deciding = Deciding(room.programme, room.world, "Bo")
    for item in deciding.to_type():
        deciding.type(item, words.get((item.card.code, item.writing.question), ""))
    deciding.close()


def records(room, kind):
    return [record for record in read_history(room.programme.folder).records() if record.kind == kind]


def from_paper(room, closed, kind):
    ids = {record.id for record in closed.records}
    return [record for record in records(room, kind) if record.id in ids]


def blank(room, name):
    """The pages of a sheet as they were printed."""
    return [PageOf(page.picture.copy(), page.layout) for page in room.pages[name]]


def ordered(room, orders, way=""):
    """The ranking sheets with these orders, filled in and photographed."""
    files = []
    for n, (page, order) in enumerate(zip(blank(room, "ranking-sheet"), orders, strict=True)):
        for question in page.questions:
            for letter, place in order.items():
                if question.startswith(f"{letter}: "):
                    room.tick(page, question, PLACES[place - 1])
        files.append(room.save(page, f"order-{n}.jpg", way * (not n)))
    return files


def test_an_order_on_paper_adds_up_to_the_sums_that_the_slips_would_have_given_by_hand(room):
    [by_hand] = records(room, "ranking")
    found = room.scan(*ordered(room, ORDERS, "messenger"))
    assert not found.missed
    assert not any(answer.doubt for card in found.cards for answer in card.answers)
    typed(room, {})
    closed = close_pile(room.programme, room.world, PAPER)
    [ranking] = records(room, "ranking")
    assert ranking.id in {record.id for record in closed.records}
    assert set(ranking.content) == set(by_hand.content)
    assert (ranking.origin.block, ranking.origin.step, ranking.origin.sheet) == ("b1", 1, "")
    sums = rank_sums([[["A"], ["B"], ["C"]], [["C"], ["A"]]], ("A", "B", "C"))
    assert {name: ranking.content[name] for name in sums} == sums
    assert not [card for card in cards_of(open_for_reading(room.programme)) if card.form == "ranking-sheet"]


def test_a_place_given_twice_and_a_place_left_out_are_asked_of_a_person_and_never_guessed(room):
    room.scan(*ordered(room, ({"A": 1, "B": 1}, {"A": 1, "C": 3}, {"B": 1})))
    with pytest.raises(StoreProblem, match="4 answers need you"):
        close_pile(room.programme, room.world)
    deciding = Deciding(room.programme, room.world, "Bo")
    whys = Counter(item.answer.doubt.partition(": ")[2] for item in deciding.doubts())
    assert whys == {"1st is ticked more than once.": 2, "2nd is ticked nowhere, though a later place is.": 2}
    deciding.decide(next(item for item in deciding.doubts() if item.answer.question == "B: Plain letters"), ["2nd"])
    assert len(deciding.doubts()) == 2
    for item in deciding.doubts():
        deciding.decide(item, item.answer.value)
    deciding.close()
    typed(room, {})
    close_pile(room.programme, room.world, PAPER)
    [ranking] = records(room, "ranking")
    sums = rank_sums([[["A"], ["B"]], [["A"], ["C"]], [["B"]]], ("A", "B", "C"))
    assert {name: ranking.content[name] for name in sums} == sums


def test_what_people_take_on_is_a_promise_each_as_it_would_be_typed(room):
    first, second, third = blank(room, "sign-up-slip")
    [topic, other, _] = [box["value"] for box in first.layout["cards"][0]["boxes"]]
    for page in (first, second):
        room.tick(page, onpaper.TAKES, topic)
        room.write(page, onpaper.NAME)
    room.tick(first, onpaper.TAKES, other, "cross")
    room.write(first, onpaper.BY_WHEN)
    room.tick(third, onpaper.TAKES, topic)
    room.scan(*(room.save(page, f"take-{n}.png") for n, page in enumerate((first, second, third))))
    typed(room, {(first.code, onpaper.NAME): "zorqRosa", (first.code, onpaper.BY_WHEN): "Friday",
                 (second.code, onpaper.NAME): "[/]"})
    closed = close_pile(room.programme, room.world, PAPER)
    made = from_paper(room, closed, "promise")
    hand = next(record for record in records(room, "promise") if record not in made)
    assert all(set(record.content) == set(hand.content) and record.origin.block == "b2" for record in made)
    assert [(record.content["text"], record.content["by"], record.origin.sheet) for record in made] == [
        ("zorqRosa: A", "Friday", first.code), ("zorqRosa: B", "Friday", first.code), ("[/]: A", "", second.code)]
    assert [line for line in closed.told if "names nobody" in line] == [
        f"{third.code} takes something on and names nobody, so it stays in the pile."]
    forget(room.programme, first.code, room.world)
    assert [record.content["text"] for record in from_paper(room, closed, "promise")] == ["[/]: A"]


def test_two_slips_with_one_name_and_one_thing_are_kept_once_and_told_of(room):
    first, second, _ = blank(room, "sign-up-slip")
    for page in (first, second):
        room.tick(page, onpaper.TAKES, first.layout["cards"][0]["boxes"][0]["value"])
        room.write(page, onpaper.NAME)
    room.scan(*(room.save(page, f"sam-{n}.png") for n, page in enumerate((first, second))))
    typed(room, {(page.code, onpaper.NAME): "Sam" for page in (first, second)})
    closed = close_pile(room.programme, room.world, PAPER)
    assert len(from_paper(room, closed, "promise")) == 1
    assert f"{second.code} takes on what Sam takes on already, so it is kept once. Are they two people?" in closed.told


def test_a_pair_counts_only_where_both_say_yes_and_nobody_is_in_two(room):
    [page] = blank(room, "pairing-slip")
    for card, yes in zip(page.layout["cards"], (True, False), strict=True):
        room.write(page, onpaper.NAME, card)
        room.write(page, onpaper.OTHER, card)
        room.write(page, onpaper.ABOUT, card)
        if yes:
            room.tick_on(page, card, onpaper.BOTH, onpaper.SAID_YES)
    room.scan(room.save(page, "pairs.png"))
    one, other = (card["id"] for card in page.layout["cards"])
    typed(room, {(one, onpaper.ABOUT): "A page on lifts", (one, onpaper.NAME): "Ada", (one, onpaper.OTHER): "Bo",
                 (other, onpaper.NAME): "Cy", (other, onpaper.OTHER): "Di"})
    closed = close_pile(room.programme, room.world, PAPER)
    [groups] = from_paper(room, closed, "groups")
    [made] = groups.content["rounds"]
    assert (made["groups"][-1], made["topics"][-1]) == (["Ada", "Bo"], "A page on lifts")
    assert (set(groups.content), groups.origin.block) == ({"how", "rounds"}, "b3")
    assert f"The slip {other} does not say that both say yes, so it stays in the pile." in closed.told


def test_ticks_on_a_coding_sheet_are_the_codings_that_the_step_makes(room):
    accounts = records(room, "account")
    letter = accounts[0].content["letter"]
    pages = [page for page in blank(room, "coding-sheet") if page.code.startswith(room.pages["coding-sheet"][0].code[:12])]
    first = pages[0]
    coded = [(page, question) for page in pages for question in page.questions if onpaper.asked_code(question)]
    for number, (page, question) in enumerate(coded[:3]):
        room.tick(page, question, ("evident", "partly", "not yet")[number])
    room.tick(first, onpaper.WHO_READ, "Somebody else")
    room.write(first, onpaper.TEXT)
    last = next(page for page in pages if onpaper.OWN_CODES in {field["question"] for field in page.layout["cards"][0]["text"]})
    room.write(last, onpaper.OWN_CODES)
    found = room.scan(*(room.save(page, f"coding-{n}.png") for n, page in enumerate(pages)))
    assert len(found.cards) == len(pages)
    typed(room, {(first.code, onpaper.TEXT): letter.lower(), (first.code, onpaper.OWN_CODES): "waiting"})
    closed = close_pile(room.programme, room.world, PAPER)
    made = from_paper(room, closed, "coding")
    hand = next(record for record in records(room, "coding") if record not in made)
    assert {frozenset(record.content) for record in made} == {frozenset(hand.content)}
    assert [(record.content["code"], record.content["own"], record.content["level"]) for record in made] == [
        ("sharing-of-power", "", "evident"), ("including-all-perspectives-and-skills", "", "partly"),
        ("respecting-and-valuing-knowledge", "", "not yet"), ("", "waiting", "evident")]
    assert {record.content["letter"] for record in made} == {letter}
    assert {(record.content["read_by"], record.visible) for record in made} == {("other", accounts[0].visible)}


def coding_sheets(room):
    """The pages of each coding sheet, and the letter of a text."""
    sheets = {}
    for page in blank(room, "coding-sheet"):
        sheets.setdefault(page.code.split(":")[0], []).append(page)
    return sheets, records(room, "account")[0].content["letter"]


def test_two_readers_who_give_no_letter_are_two_readers_in_a_later_pile_too(room):
    sheets, letter = coding_sheets(room)
    before = len(records(room, "coding"))
    for level, (code, pages) in zip(("evident", "not yet"), sheets.items(), strict=False):
        room.tick(pages[0], next(filter(onpaper.asked_code, pages[0].questions)), level)
        room.tick(pages[0], onpaper.WHO_READ, "Somebody else")
        room.write(pages[0], onpaper.TEXT)
        room.scan(*(room.save(page, f"{code}-{n}.png") for n, page in enumerate(pages)))
        typed(room, {(code, onpaper.TEXT): letter})
        close_pile(room.programme, room.world, PAPER)
    assert [record.content["level"] for record in records(room, "coding")[before:]] == ["evident", "not yet"]


def test_the_page_of_a_sheet_that_could_not_be_read_is_typed_in_and_a_typed_sheet_is_not_read_again(room):
    (code, pages), *_ = coding_sheets(room)[0].items()
    room.scan(room.save(pages[0], "first.png"))
    deciding = Deciding(room.programme, room.world, "Bo")
    card = deciding.enter(code)
    assert [answer.question for answer in card.answers] == [question for page in pages[1:] for question in page.questions]
    with pytest.raises(StoreProblem, match="is in already"):
        deciding.enter(code)
    deciding.close()
    again = room.scan(*(room.save(page, f"all-{n}.png") for n, page in enumerate(pages)))
    assert (again.cards, len(again.missed)) == ((), len(pages))


def test_a_hard_word_on_a_slip_is_a_term_and_who_asked_for_it_is_not_known(room):
    [page, *_] = blank(room, "glossary-slip")
    first, second = page.layout["cards"][:2]
    for card in (first, second):
        room.write(page, onpaper.WORD, card)
    room.write(page, onpaper.MEANING, first)
    room.tick_on(page, second, onpaper.PLEASE, onpaper.EXPLAIN)
    room.scan(room.save(page, "words.png"))
    typed(room, {(first["id"], onpaper.WORD): "Zorqterm", (first["id"], onpaper.MEANING): "A made-up word",
                 (second["id"], onpaper.WORD): "Triage"})
    closed = close_pile(room.programme, room.world, PAPER)
    made = from_paper(room, closed, "term")
    assert [(record.content, record.origin.block) for record in made] == [
        ({"term": "Zorqterm", "meaning": "A made-up word"}, "b6"), ({"term": "Triage", "meaning": ""}, "b6")]
    assert "Somebody would like “Triage” explained." in closed.told


def test_a_photograph_of_a_wall_and_of_the_poster_is_filed_with_its_block_with_a_small_copy_beside_it(room):
    wall, poster = blank(room, "wall-code")[1], blank(room, "agreement-poster")[0]
    found = room.scan(room.save(wall, "wall.jpg", "messenger"), room.save(poster, "poster.png"))
    assert not found.missed
    typed(room, {(wall.code, SHOWS): "Six notes in two rows"})
    closed = close_pile(room.programme, room.world, PAPER)
    made = {record.content["label"]: record for record in from_paper(room, closed, "poster")}
    assert {label: record.origin.block for label, record in made.items()} == {"Block 2": "b2", "Our agreement": "b7"}
    assert made["Block 2"].content["alt"] == "Six notes in two rows"
    attachments = open_for_reading(room.programme).attachments
    large, small = (attachments.read(made["Block 2"].content[name]) for name in ("picture", "thumb"))
    assert len(small) < len(large)
    assert b"Exif" not in large + small
    assert "Block 2" in " ".join(said(record) for record in outputs(room.programme) if record.kind == "poster")
    forget(room.programme, wall.code, room.world)
    left = open_for_reading(room.programme).attachments.names()
    assert not {made["Block 2"].content["picture"], made["Block 2"].content["thumb"]} & set(left)


def test_sheets_that_are_printed_again_carry_codes_of_their_own(room):
    again = room.print("ranking-sheet")
    assert not {page.code for page in again} & {page.code for page in room.pages["ranking-sheet"]}


def test_no_two_pages_of_a_sheet_carry_the_same_square(room):
    codes = [page.code for page in room.pages["coding-sheet"]]
    assert len(set(codes)) == len(codes)
    assert codes[1] == f"{codes[0]}:2"


def test_a_wall_that_is_photographed_with_other_sheets_is_not_kept_and_each_photograph_of_it_alone_is(room):
    wall, sheet = blank(room, "wall-code")[0], blank(room, "ranking-sheet")[0]
    both = Image.new("RGB", (wall.picture.width + sheet.picture.width, max(wall.picture.height, sheet.picture.height)), "white")
    both.paste(wall.picture, (0, 0))
    both.paste(sheet.picture, (wall.picture.width, 0))
    found = room.scan(room.save(PageOf(both, {}), "both.png"))
    assert [card.form for card in found.cards] == ["ranking-sheet"]
    assert "Photograph the wall alone" in found.missed[0].why
    assert not found.missed[0].picture
    turned = PageOf(wall.picture.rotate(180), wall.layout)
    found = room.scan(room.save(wall, "one.png"), room.save(turned, "two.png"), room.save(wall, "one-again.png"))
    assert [card.form for card in found.cards] == ["wall-code"] * 2
    assert "A copy of" in found.missed[0].why


def test_a_wall_beside_a_sheet_whose_code_is_spoilt_is_not_kept(room):
    wall, sheet = blank(room, "wall-code")[0], blank(room, "ranking-sheet")[0]
    for x, y, wide, high in (code["rect"] for code in sheet.layout["cards"][0]["codes"] if code["role"] != "corner"):
        sheet.picture.paste("white", [int(DOTS * edge) for edge in (x + wide * 0.35, y + high * 0.35, x + wide, y + high)])
    both = Image.new("RGB", (wall.picture.width + sheet.picture.width, sheet.picture.height), "white")
    both.paste(wall.picture, (0, 0))
    both.paste(sheet.picture, (wall.picture.width, 0))
    found = room.scan(room.save(PageOf(both, {}), "both.png"))
    assert not found.cards
    assert "Photograph the wall alone" in found.missed[0].why


def test_a_wall_is_in_a_report_only_once_somebody_lets_it_go_there(room):
    wall = blank(room, "wall-code")[1]
    room.scan(room.save(wall, "wall.png"))
    typed(room, {(wall.code, SHOWS): "zorqnotes in two rows"})
    closed = close_pile(room.programme, room.world)
    assert "zorqnotes" not in reported(room)
    [photograph] = from_paper(room, closed, "poster")
    choose(room.programme, photograph.id, Choice(visible=Visible.REPORT), room.world)
    assert "zorqnotes" in reported(room)


def reported(room):
    store = open_for_reading(room.programme)
    nodes = walls(material(store, room.programme, Way.REPORT, room.world))
    return " ".join(node.alt for node in nodes if isinstance(node, Photo))
