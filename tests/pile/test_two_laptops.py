"""Paper on two laptops: what was printed on one is read on the other, nothing is counted twice, and no card leaves a laptop."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.desk.capture import Capture
from kit.desk.consent import Choice
from kit.desk.consent import choose as let
from kit.desk.forget import forget
from kit.desk.incoming import read_bundle
from kit.desk.joining import bundle, merge, read_folder, unbundle
from kit.desk.pile.cards import Pile, as_row, cards_of, open_pile
from kit.desk.pile.closing import close_pile
from kit.desk.pile.deciding import Deciding, Item
from kit.desk.pile.standing import what_was_missed
from kit.desk.pile.travelling import Shared, from_bytes, together
from kit.desk.world import made_up_world
from kit.model.sheetcode import SheetCode
from kit.store import Store, StoreProblem, read_history
from kit.store.archive import unpack
from kit.store.keeping import open_for_reading
from tests.keep.programme import every_byte
from tests.pile.room import Room


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Two cards without any doubt, and the programme they are of."""
    room = Room(tmp_path_factory.mktemp("first"), people=2)
    pages = room.print("feedback-card")
    for page, answer in zip(pages, ("Good", "OK"), strict=True):
        for question in page.questions:
            room.tick(page, question, answer)
    return room, [room.save(page, f"{n}.png") for n, page in enumerate(pages)]


@pytest.fixture
def laptops(printed, tmp_path):
    """The first laptop, the second made from its bundle, and the pictures of two cards."""
    first = printed[0].copied(tmp_path / "first")
    second = printed[0].copied(tmp_path / "second")
    bundle(first.programme, tmp_path / "a.kitbundle", first.world)
    joined = unbundle(tmp_path / "empty", read_bundle(tmp_path / "a.kitbundle"), first.world)
    second.home, second.programme, second.world = tmp_path / "empty", joined.programme, made_up_world(7)
    return first, second, printed[1]


def carry(of, to, tmp_path):
    """What one laptop's bundle tells the other."""
    bundle(of.programme, tmp_path / "b.kitbundle", of.world)
    return merge(to.programme, read_bundle(tmp_path / "b.kitbundle"), to.world)


def ticks(room):
    """How many answers all counts hold, question by question."""
    sums = {}
    for record in read_history(room.programme.folder).records():
        if record.kind == "feedback":
            counts = record.content["counts"]
            sums[record.content["question"]] = sums.get(record.content["question"], 0) + sum(counts.values())
    return set(sums.values())


def cards(room):
    return cards_of(open_for_reading(room.programme))


def said_on_paper(room):
    """Somebody's words, which a printed page repeats. Gives the id of their record."""
    capture = Capture(room.programme, "thought", room.world)
    said = capture.keep("zorqpage walnut lane")
    capture.close()
    store = Store(room.programme.folder, "")
    row = store.rows("layouts")[0]
    row["page"]["cards"][0]["boxes"][0]["question"] = "zorqpage walnut lane"
    store.put_row("layouts", "row", row)
    store.close()
    return said


def test_what_was_printed_on_one_laptop_is_read_and_counted_on_another(laptops, tmp_path):
    first, second, files = laptops
    assert len(second.scan(*files).cards) == 2
    close_pile(second.programme, second.world)
    carry(second, first, tmp_path)
    assert ticks(first) == {2}
    again = first.scan(*files)
    assert (again.cards, cards(first)) == ((), ())
    assert "copies of cards that were read before" in again.sentence()
    assert carry(second, first, tmp_path).troubles == ()


def test_no_card_and_no_picture_of_one_is_in_a_bundle(laptops, tmp_path):
    first, _, files = laptops
    first.scan(*files)
    close_pile(first.programme, first.world)
    bundle(first.programme, tmp_path / "b.kitbundle", first.world)
    inside = unpack((tmp_path / "b.kitbundle").read_bytes())
    assert not [name for name in inside if name.startswith("att/")]
    told = json.loads(inside["paper.json"])
    assert [set(row) for row in told["piles"]] == [{"key", "when", "closed", "records", "counted"}]
    assert [set(row) for row in told["layouts"]] == [{"page", "ids"}]


def test_cards_of_an_open_pile_that_the_other_laptop_counted_are_put_aside_and_said(laptops, tmp_path):
    first, second, files = laptops
    first.scan(files[0])
    second.scan(*files)
    close_pile(first.programme, first.world)
    [told] = [line for line in carry(first, second, tmp_path).troubles if "had been counted" in line]
    assert told.startswith("1 card had been counted on the other laptop")
    assert len(cards(second)) == 1
    assert "was counted on another laptop" in what_was_missed(second.programme)[0]
    close_pile(second.programme, second.world)
    assert ticks(second) == {2}
    carry(second, first, tmp_path)
    assert ticks(first) == {2}


def test_where_both_laptops_counted_a_card_the_later_pile_gives_it_up(laptops, tmp_path):
    first, second, files = laptops
    first.scan(files[0])
    second.scan(*files)
    close_pile(first.programme, first.world)
    for _ in range(30):
        second.world.clock()
    close_pile(second.programme, second.world)
    [told] = [line for line in carry(second, first, tmp_path).troubles if "for now twice here" in line]
    assert told.startswith("1 card was counted on both laptops")
    carry(first, second, tmp_path)
    assert not [line for line in carry(second, first, tmp_path).troubles if "twice" in line]
    assert (ticks(first), ticks(second)) == ({2}, {2})
    assert (len(cards(first)), len(cards(second))) == (1, 1)


def test_an_older_copy_of_the_folder_learns_that_its_pile_was_closed(printed, tmp_path):
    first = printed[0].copied(tmp_path / "first")
    first.scan(printed[1][0])
    copy = first.copied(tmp_path / "copy")
    copy.world = made_up_world(9)
    copy.scan(printed[1][1])
    close_pile(first.programme, first.world)
    merge(copy.programme, read_folder(first.programme), copy.world)
    store = open_for_reading(copy.programme)
    [left] = cards_of(store)
    assert left.pile == open_pile(store).key
    close_pile(copy.programme, copy.world)
    assert ticks(copy) == {2}


def test_secret_sheets_that_both_laptops_counted_are_told_of_once(laptops, tmp_path):
    first, second, _ = laptops
    code = str(SheetCode(first.programme.code, 1, "ballot", 0, 3))
    for room in (first, second):
        store = Store(room.programme.folder, "")
        key = room.world.draw(8).lower()
        store.put_row("piles", "key", as_row(Pile(key, "", "2026-01-05T10:00:00+00:00", (), (code,))))
        store.close()
    [told] = [line for line in carry(first, second, tmp_path).troubles if "Secret sheets" in line]
    assert code in told
    assert carry(first, second, tmp_path).troubles == ()


@pytest.fixture(scope="module")
def ballots(tmp_path_factory):
    """Two ballots that were filled, and the programme they are of."""
    room = Room(tmp_path_factory.mktemp("ballots"), people=2)
    pages = room.print("ballot")
    for page in pages:
        room.tick(page, page.questions[0], page.layout["cards"][0]["boxes"][0]["value"])
    return room, [room.save(page, f"{n}.png") for n, page in enumerate(pages)]


def seen(room):
    """Somebody looks at what is in doubt."""
    deciding = Deciding(room.programme, room.world)
    for item in deciding.doubts():
        deciding.decide(item, item.answer.options[:1])
    deciding.close()


def voters(room):
    return [record.content["people"] for record in read_history(room.programme.folder).records() if record.kind == "vote"]


def test_a_secret_sheet_that_the_other_laptop_counted_is_not_counted_again(ballots, tmp_path):
    first, second = (ballots[0].copied(tmp_path / name) for name in ("first", "second"))
    first.scan(ballots[1][0])
    second.scan(*ballots[1])
    seen(first)
    close_pile(first.programme, first.world)
    merge(second.programme, read_folder(first.programme), second.world)
    assert "was counted on another laptop" in what_was_missed(second.programme)[0]
    seen(second)
    close_pile(second.programme, second.world)
    assert sum(voters(second)) == 2


def test_a_secret_sheet_in_an_older_copy_of_a_pile_that_was_closed_is_still_to_be_counted(ballots, tmp_path):
    first = ballots[0].copied(tmp_path / "first")
    first.scan(ballots[1][0])
    copy = first.copied(tmp_path / "copy")
    copy.world = made_up_world(9)
    copy.scan(ballots[1][1])
    seen(first)
    close_pile(first.programme, first.world)
    merge(copy.programme, read_folder(first.programme), copy.world)
    seen(copy)
    close_pile(copy.programme, copy.world)
    assert sum(voters(copy)) == 2


def test_a_page_with_words_that_were_forgotten_does_not_come_back_with_an_old_bundle(laptops, tmp_path):
    first, second, _ = laptops
    said = said_on_paper(first)
    bundle(first.programme, tmp_path / "old.kitbundle", first.world)
    merge(second.programme, old := read_bundle(tmp_path / "old.kitbundle"), second.world)
    assert b"zorqpage" in every_byte(second.programme.folder)
    forget(first.programme, said, first.world)
    merge(first.programme, old, first.world)
    carry(first, second, tmp_path)
    for room in (first, second):
        assert b"zorqpage" not in every_byte(room.programme.folder)


def test_codes_of_a_page_with_words_that_were_forgotten_are_never_printed_again(laptops, tmp_path):
    first, second, files = laptops
    old = [row["ids"] for row in open_for_reading(first.programme).rows("layouts")]
    forget(first.programme, said_on_paper(first), first.world)
    assert "is not known here" in first.scan(files[0]).missed[0].why
    deciding = Deciding(first.programme, first.world)
    with pytest.raises(StoreProblem, match="were forgotten"):
        deciding.enter(old[0][0][0])
    deciding.close()
    carry(first, second, tmp_path)
    for room in (first, second):
        assert not {page.code for page in room.print("feedback-card")} & {id for row in old for ids in row for id in ids}


def test_words_of_a_card_that_both_laptops_typed_are_told_of(laptops, tmp_path):
    first, second, files = laptops
    for room in (first, second):
        room.scan(files[0])
        deciding = Deciding(room.programme, room.world)
        deciding.type(Item(cards(room)[0], 0), "zorqtwice")
        deciding.close()
        close_pile(room.programme, room.world)
        for _ in range(30):
            second.world.clock()
    assert any("kept from both" in line for line in carry(first, second, tmp_path).troubles)


def test_a_page_with_words_that_are_kept_back_is_in_no_bundle(laptops, tmp_path):
    first, _, _ = laptops
    let(first.programme, said_on_paper(first), Choice(visible="me"), first.world)
    bundle(first.programme, tmp_path / "b.kitbundle", first.world)
    assert "paper.json" not in unpack((tmp_path / "b.kitbundle").read_bytes())


ROWS = st.dictionaries(st.sampled_from("abc"), st.lists(st.sampled_from("123"), unique=True).map(sorted), max_size=3)
SHARED = st.builds(lambda pages, piles: Shared({name: {"page": {"n": name}, "ids": ids} for name, ids in pages.items()},
                                               {key: {"key": key, "when": when, "closed": when, "records": ids, "counted": ids}
                                                for (key, ids), when in zip(piles.items(), "xyz", strict=False)}), ROWS, ROWS)


@settings(max_examples=80, deadline=None)
@given(SHARED, SHARED, SHARED)
def test_the_order_in_which_paper_is_joined_makes_no_difference(one, two, three):
    assert together(one, two) == together(two, one)
    assert together(together(one, two), three) == together(one, together(two, three))
    assert together(one, one) == one
    assert together(together(one, two), two) == together(one, two)
    assert "a" not in together(one, two, {"a"}).layouts


HOSTILE = [b"[]", b"{}",
           b'{"layouts": [], "piles": [{"key": "../x", "when": "", "closed": "2026-01-01", "records": [], "counted": []}]}',
           b'{"layouts": [{"page": {}, "ids": []}], "piles": []}', b'{"layouts": [{"page": NaN, "ids": []}], "piles": []}',
           b'{"layouts": [], "piles": [{"key": "x", "when": "", "closed": "2026-01-01", "records": [], '
           b'"counted": ["\\u001b]0;x"]}]}']


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_paper_that_nobody_of_ours_wrote_is_refused(data):
    with pytest.raises((StoreProblem, ValueError, KeyError, TypeError, AttributeError)):
        from_bytes(data, "KMR")
