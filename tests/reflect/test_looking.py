"""Looking back: search, time line, gallery, then and now, questions over time, themes; and from any record both ways."""

import pytest

from kit.reflect.looking import by_site, gallery, questions, then_and_now, timeline
from kit.reflect.searching import Index
from kit.reflect.themes import themes
from tests.reflect.made import Made


def programme():
    made = Made()
    first = made.record("thought", {"text": "Tea makes us EQUAL", "question": "What helps?"})
    made.record("thought", {"text": "time", "question": "What helps?"}, "w2")
    drawing = made.record("drawing", {"label": "A10", "prompt": "Draw us", "text": "two chairs", "shown": True})
    made.record("drawing", {"label": "A2", "prompt": "Draw us", "text": "a bridge", "shown": True})
    made.record("drawing", {"label": "A3", "prompt": "Draw us", "text": "secret", "shown": False})
    caption = made.record("caption", {"label": "A10", "text": "an open door", "drawing": drawing.id})
    made.record("resonance", {"label": "A10", "marks": 3, "drawing": drawing.id})
    made.record("thought", {"text": "from outside any workshop"}, workshop="")
    return made, first, drawing, caption


@pytest.mark.parametrize(("typed", "kinds"), [
    ("tea equal", ["thought"]), ("TEA time", []), ("kind:caption", ["caption"]), ("kind:drawing bridge", ["drawing"]),
    ("workshop:2", ["thought"]), ("site:south", ["thought"]), ("since:2026-04 until:2026-04", ["thought"]),
    ("what helps", ["thought"] * 2),
    ("[/] \x1b]0;x", []), ("r1", []),
])
def test_search_finds_every_record_with_all_the_words_and_filters(typed, kinds):
    assert [record.kind for record in Index(programme()[0].held).search(typed)] == kinds


def test_an_empty_search_gives_everything():
    held = programme()[0].held
    assert Index(held).search("  ") == held.records


def test_people_come_into_a_search_only_where_somebody_asks_for_them():
    made = programme()[0]
    made.record("person", {"name": "Ama", "role": "", "needs": "tea"}, workshop="")
    assert "person" not in [record.kind for record in (*Index(made.held).search(""), *Index(made.held).search("tea"))]
    assert [record.kind for record in Index(made.held).search("kind:person ama")] == ["person"]


def test_from_a_record_to_where_it_came_from_and_what_came_of_it():
    made, _, drawing, caption = programme()
    held = made.held
    assert held.came_from(caption) == (drawing,)
    assert [record.kind for record in held.came_of(drawing)] == ["caption", "resonance"]
    later = made.record("drawing", {**drawing.content, "text": "three chairs"}, replaces=drawing.id)
    assert made.held.came_from(caption) == (later,)
    assert [record.kind for record in made.held.came_of(later)] == ["caption", "resonance"]


def test_the_time_line_has_every_workshop_in_its_order_and_what_was_kept_outside_them():
    stops = timeline(programme()[0].held)
    assert [stop.meeting.title if stop.meeting else "" for stop in stops] == ["First", "Second", ""]
    assert stops[0].kinds == {"thought": 1, "drawing": 3, "caption": 1, "resonance": 1}


def test_the_gallery_shows_what_is_on_show_by_label_and_never_by_marks():
    pictures = gallery(programme()[0].held)
    assert [(p.drawing.content["label"], p.marks, len(p.captions)) for p in pictures] == [("A2", None, 0), ("A10", 3, 1)]


def test_what_we_thought_then_and_now():
    made, first, *_ = programme()
    second = made.record("thought", {**first.content, "text": "Tea, and time"}, replaces=first.id)
    made.record("thought", {**second.content, "key": first.id}, replaces=second.id)
    [change] = then_and_now(made.held)
    assert change.then == (first,)
    assert change.now.content["text"] == "Tea, and time"


def test_the_same_question_over_time():
    helps, *_ = questions(programme()[0].held)
    assert helps.question == "What helps?"
    assert [[record.content["text"] for record in time.records] for time in helps.times] == [["Tea makes us EQUAL"], ["time"]]


def test_site_by_site():
    assert by_site(programme()[0].held) == {
        "North": {"thought": 1, "drawing": 3, "caption": 1, "resonance": 1}, "South": {"thought": 1}, "laptop": {"thought": 1}}


def test_themes_are_a_tree_in_which_nothing_is_lost():
    made = Made()
    cards = [made.record("thought", {"text": word}) for word in ("tea", "time", "lifts", "rain")]
    pace = made.theme("Pace", cards[:2])
    slow = made.theme("Slow", cards[1:2], parts={"under": pace.id})
    made.theme("Speed", parts={"status": "merged", "into": pace.id})
    made.theme("Weather", cards[3:], "rejected", parts={"why": "One card only"})
    made.theme("Pace", cards[:2], "confirmed", replaces=pace.id, key=pace.id, workshop="w2", parts={"confirmed_by": "us"})
    found = themes(made.held)
    assert [(depth, theme.name) for depth, theme in found.walk()] == [(0, "Pace"), (1, "Slow")]
    [top] = found.tree
    assert (top.confirmed_by, top.confirmed[:7], [one.name for one in top.merged]) == ("us", "2026-04", ["Speed"])
    assert top.children[0].record == slow
    assert [(one.name, one.why) for one in found.rejected] == [("Weather", "One card only")]
    assert [card.content["text"] for card in found.unsorted] == ["lifts", "rain"]


def test_the_cards_of_a_theme_that_became_part_of_another_lie_under_that_one():
    made = Made()
    tea, time = (made.record("thought", {"text": word}) for word in ("tea", "time"))
    pace = made.theme("Pace", [tea])
    speed = made.theme("Speed", [tea, time], parts={"status": "merged", "into": pace.id})
    made.theme("Haste", parts={"status": "merged", "into": speed.id})
    found = themes(made.held)
    [top] = found.tree
    assert (top.cards, [one.name for one in top.merged], found.unsorted) == ((tea, time), ["Speed", "Haste"], ())


@pytest.mark.parametrize("into", ["", "gone", "self", "other"])
def test_a_theme_that_became_part_of_nothing_is_told_all_the_same(into):
    made = Made()
    a = made.theme("A", [card := made.record("thought", {"text": "tea"})])
    b = made.theme("B", parts={"status": "merged", "into": a.id} if into == "other" else {})
    target = {"self": a.id, "other": b.id}.get(into, into)
    made.theme("A", [card], "merged", replaces=a.id, key=a.id, parts={"into": target})
    found = themes(made.held)
    assert (sorted(theme.name for _, theme in found.walk()), found.unsorted) == (["A", "B"], ())


@pytest.mark.parametrize("ring", [1, 2, 3])
def test_themes_in_a_ring_are_all_told_once(ring):
    made = Made()
    for number in range(ring):
        made.theme(f"T{number}", parts={"under": f"r{(number + 1) % ring + 1}"})
    assert sorted(theme.name for _, theme in themes(made.held).walk()) == [f"T{number}" for number in range(ring)]
