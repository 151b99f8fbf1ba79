"""Paper to decide with, and what hangs on the wall afterwards."""

from dataclasses import replace

import pytest

from kit.model import Script, Visible
from kit.model.rule import Rule
from printables.html import page
from printables.pack import pack, print_sheet
from printables.plain_text import plain_text
from printables.profile import PAPERS, PROFILES
from printables.tree import Bars, Document
from tests.printables.pages import words as read
from tests.printables.samples import PLAN, SAMPLE, SOURCE, activity, record
from tests.printables.tags import TaggedPdf
from tests.rooms import HOSTILE, step

VOTE = step("vote", question="Tea?", options=("Green", "Black", "None for me"))
RATE = step("rate", statements=("I am heard.",), rounds=2, groups=("Members", "Staff"), rule="own")


def source(*steps, records=(), people=3):
    plan = replace(PLAN, blocks=(replace(PLAN.blocks[0], activity="one"),))
    rules = (Rule(), Rule("own", "Our own rule", agreed_in=("high more than 60",)))
    return replace(SOURCE, script=Script(plan, (activity("one", "One", "S.", "P.", *steps),), rules), records=tuple(records),
                   programme_records=tuple(records), people=people)


def said(name, of):
    return [plain_text(document) for sheet in pack(of, [name]) for document in sheet.documents]


def test_a_plan_that_votes_by_ballot_has_ballots_in_its_pack_and_no_other_plan_has():
    assert "ballot" in [sheet.name for sheet in pack(source(VOTE))]
    assert not {"ballot", "dot-sheet", "rating-sheet", "five-cards"} & {sheet.name for sheet in pack(SOURCE)}


def test_each_option_stands_first_on_some_ballot_and_keeps_its_letter():
    first = [text.split("[ ] ")[1].strip() for text in said("ballot", source(VOTE))]
    assert first == ["A: Green", "B: Black", "C: None for me"]


def test_the_locked_rule_is_on_every_rating_sheet_before_round_one():
    sheets = said("rating-sheet", source(RATE))
    assert len(sheets) == 2 * 3
    assert all("The rule: Our own rule." in text and "In: more than 60 in 100 rate it high." in text for text in sheets)
    assert [text.count("Round 1 of 2.") for text in sheets] == [1, 1, 1, 0, 0, 0]
    assert all("[ ] Can't say" in text and "[ ] Rather not say" in text for text in sheets)


def test_what_the_room_locked_is_printed_and_not_what_the_plan_said():
    locked = {"question": RATE["question"], "statements": {"A": "New words"}, "scale": 5, "rounds": 1, "groups": [],
              "rule": {"id": "x", "title": "Chosen in the room", "agreed_in": ["high at least 80"]}}
    sheets = said("rating-sheet", source(RATE, records=[record(1, "rating-rule", **locked)]))
    assert len(sheets) == 3
    assert "Chosen in the room" in sheets[0]
    assert "A: New words\n[ ] 1\n[ ] 2\n[ ] 3\n[ ] 4\n[ ] 5\n[ ] Can't say" in sheets[0]


def test_dot_sheets_are_private_and_hold_no_count_of_others():
    sheet, = pack(source(step("vote", how="dots", options=("a", "b", "c"), dots=2)), ["dot-sheet"])
    assert sheet.share == "own"
    assert "You have 2 dots." in plain_text(sheet.documents[0])


def test_the_result_sheet_tells_counts_in_their_own_order_and_every_other_view():
    text = said("results", SAMPLE)[0]
    assert text.index("A: Tuesdays. 5 votes.") < text.index("B: Saturdays. 2 votes.")
    assert "Another view: Mornings are hard for me." in text
    assert "[Chart: Bars for each score: 1: 1, 2: 0" in text
    assert "Score: 8\nHow many: 4" in text
    assert "winner" not in text.lower()


def test_the_register_holds_every_part_of_a_decision_and_the_chart_of_roles():
    text = said("decision-register", SAMPLE)[0]
    for part in ("Why now: The hall is free in May.", "Who has the final say: The group", "Reasons: Buses run then.",
                 "Told to: Those who were away", "Another view: Mornings are hard for me.", "Role: A: carers",
                 "[Chart: Bars for who decided: carers: 1, members: 1.]", "What we changed: We send them on the day."):
        assert part in text


def test_nothing_that_one_person_alone_may_see_is_on_the_wall():
    hidden = [record(n, kind, Visible.ME, text="ONLY-ME", question="ONLY-ME", by="", changed="", decided="ONLY-ME")
              for n, kind in enumerate(("decision", "dissent", "promise", "lesson"))]
    for name in ("results", "decision-register", "promise-list"):
        assert "ONLY-ME" not in "".join(said(name, source(VOTE, records=hidden)))


@pytest.mark.parametrize("name", ["results", "decision-register", "promise-list", "ballot", "rating-sheet"])
def test_hostile_words_print_as_typed(name):
    text = HOSTILE + " <b> & =1+1 " + "x" * 300
    records = [record(1, "decision", question=text, decided=text, roles={"decided": text}), record(2, "dissent", text=text),
               record(3, "vote", question=text, how="hands", options={"A": text}, counts={"A": 1}, people=1, empty=0),
               record(4, "promise", text=text, by=text, state="could not", why=text), record(5, "lesson", text=text, changed="")]
    of = source(step("vote", question=text, options=(text,)), replace(RATE, settings={**RATE.settings, "statements": (text,)}),
                records=records, people=1)
    for sheet in pack(of, [name]):
        rendered = print_sheet(sheet, PROFILES["easy"], PAPERS["A4"])
        assert TaggedPdf(rendered.pdf).problems == []
        assert "&=1+1xxx" in read(rendered)


@pytest.mark.parametrize("profile", ["clear", "giant"])
def test_a_chart_is_a_figure_with_its_words_in_every_rendering(profile):
    document = Document("Spread", (Bars((("1", 0), ("9", 40)), "One <b>: 0, nine: 40."),))
    from printables.pdf import render

    pdf = TaggedPdf(render(document, PROFILES[profile], PAPERS["A4"]).pdf)
    assert pdf.problems == []
    assert [tag.alt for tag in pdf.of("Figure")] == ["One <b>: 0, nine: 40."]
    assert 'aria-label="One &lt;b&gt;: 0, nine: 40."' in page(document, PROFILES[profile], PAPERS["A4"])
    assert "[Chart: One <b>: 0, nine: 40.]" in plain_text(document)


def test_a_label_that_has_no_room_in_a_chart_is_refused():
    with pytest.raises(ValueError, match="at most three"):
        Bars((("carers", 1),), "x")
