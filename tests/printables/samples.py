"""A made-up workshop with everything a sheet can hold."""

import os
from dataclasses import replace
from functools import cache

import pytest

from kit.content.frameworks import FOLDER, load_frameworks
from kit.content.reference_shelf import decks, resources
from kit.model import Activity, Block, Origin, Plan, Record, Script, Step, Visible
from kit.paths import builtin_activities
from printables.pack import PRODUCTS, pack, print_sheet
from printables.profile import PAPERS, PROFILES, suits
from printables.sample import with_made_up
from printables.sheet import Source


def activity(id: str, title: str, summary: str, purpose: str, *steps: Step, load: str = "low",
             access: tuple[str, ...] = ()) -> Activity:
    """An activity with what a sheet reads of it."""
    return Activity(id, title, summary, purpose, source="Made up", minutes=10, least_minutes=5, least_people=2,
                    most_people=60, power="Everybody has the same say.", load=load, access=access, practices=(),
                    prints=(), makes=(), steps=steps)


ACTIVITIES = (
    activity("arriving", "Arriving", "People arrive and choose a word for their day.", "To arrive before we start.",
             Step("say", room="Welcome. There is tea at the back. The quiet room is next door.",
                  say="Welcome, everybody. My name is on my badge. Sit where you like.",
                  do="Greet each person at the door. Say where the toilets and the quiet room are.",
                  watch="Somebody who stands alone. Go over and say hello.", minutes=3),
             Step("scale", room="Choose the word that is closest. You can choose none.", say="How is the weather in you?",
                  minutes=2, settings={"question": "How are you arriving today?",
                                       "options": ("sunny", "cloudy", "rainy", "stormy")})),
    activity("agreement", "Our group agreement", "The group says what it needs and agrees on it.",
             "To make it safe enough to speak.",
             Step("agree", room="What do we need from each other?", say="Say one thing that helps you to take part.",
                  do="Write every line up in the person’s own words.", watch="Lines about one person.", minutes=10,
                  settings={"question": "What do we need from each other to work well here?"})),
    activity("draw-involvement", "Draw what involvement feels like", "Each person draws, with one prompt.",
             "To reach feelings that words leave out.",
             Step("draw", room="Draw in any way you like. Stick people are fine.",
                  say="This is not about good art. You can keep your drawing private.",
                  do="Give out the drawing sheets. Put pens on every table.",
                  watch="Tears, or somebody who goes very quiet. Offer a break.", minutes=12,
                  settings={"prompt": "Draw what being involved in research feels like."}),
             load="high", access=("Offer large sheets and thick pens.", "People may speak their picture instead.")),
    activity("draw-together", "Draw what working together feels like", "Each person draws again.",
             "To see how the two differ.",
             Step("draw", settings={"prompt": "Draw what working together as equals feels like."}, minutes=10),
             Step("caption", settings={"each": 2}, minutes=8), load="some"),
    activity("close", "Closing", "People fill in a card and say goodbye.", "To learn what to change.",
             Step("feedback", room="Fill in as much or as little as you like.", minutes=5, settings={
                 "questions": ("Could you take part in your own way?", "Did you feel heard?", "How was the pace?"),
                 "words": ("What was best?", "What should we change?")})),
)

PLAN = Plan(
    "sample", "What involvement feels like", "An hour of drawing and talking.", "10:00", (
        Block("b1", "Arriving", "arriving", 10, aim="Say hello and settle in.", lead="Sam", materials="Badges, tea",
              private="Kit had a hard week. SECRET-NOTE"),
        Block("b2", "Our group agreement", "agreement", 10, aim="Say what helps us to work well.", lead="Ravi",
              materials="Flipchart, pens", notes="Chairs in a circle, no tables."),
        Block("b3", "Draw what involvement feels like", "draw-involvement", 15, aim="Draw one picture, in your own way.",
              lead="Sam and Ravi", materials="Drawing sheets, thick pens, a box with a lid"),
        Block("b4", "Break", "", 10, aim="Tea, air, quiet."),
        Block("b5", "Draw what working together feels like", "draw-together", 20, aim="Draw again, then swap words.",
              lead="Ravi", materials="Drawing sheets, caption slips"),
        Block("b6", "Closing", "close", 10, aim="Say what to keep and what to change.", lead="Sam",
              materials="Feedback cards, a closed box")),
    question="What does it feel like to be involved in research?",
    approach="We can change how the next study asks people to take part. We cannot change its budget.")

TERMS = (("PPI", "Patient and public involvement: people shaping research, not being studied by it."),
         ("Co-production", "Making something together, as equals, from start to end."),
         ("Ethics committee", "A group that checks that a study is fair and safe."),
         ("Outcome", "What changes for people in the end."))


def record(number: int, kind: str, visible: Visible = Visible.GROUP, **content: object) -> Record:
    """A record of the room's."""
    return Record(f"r{number}", kind, "2026-01-01T10:00:00Z", Origin(), content, visible)


RECORDS = tuple(record(number, kind, **content) for number, (kind, content) in enumerate((
    ("rule", {"text": "An early line"}),
    ("agreement", {"lines": ["One person speaks at a time.", "You can pass.", "What is said here stays here."],
                   "signed": True}),
    ("drawing", {"label": "A1", "prompt": "Draw what being involved in research feels like.", "shown": True,
                 "text": "A small boat beside a very large ship."}),
    ("drawing", {"label": "A2", "prompt": "Draw what being involved in research feels like.", "shown": False,
                 "text": "HIDDEN-DRAWING"}),
    ("caption", {"label": "A1", "text": "Room for one more?"}),
    ("caption", {"label": "A1", "text": "The ship does not see the boat. The boat sees all of the ship."}),
    ("caption", {"label": "A2", "text": "HIDDEN-CAPTION"}),
    ("term", {"term": "Steering group", "meaning": "The people who decide how a project is run."}),
    ("decision", {"question": "When do we meet?", "who_decides": "Everybody in the room", "final_say": "The group",
                  "fixed": "The hall is free on weekdays only.", "decided": "Tuesdays at eleven.",
                  "reasons": "Buses run, and carers are free.", "dissent": ["Mornings are hard with my medicine."],
                  "who_acts": "The team books the hall.", "review": "After two meetings"}),
    ("parked", {"text": "Who pays for child care?"}),
    ("skill", {"text": "Baking for forty"}),
    ("seating", {"tables": [["NAME-ONE", "NAME-TWO"]]}),
)))
RECORDS += (record(90, "parked", Visible.ME, text="ONLY-ME"),)

DECKS = tuple(deck for deck in decks([builtin_activities()]) if deck.id in ("to-talk-about", "to-think-about", "four-values"))
SOURCE = Source("Voices in research", "KMR", 3, Script(PLAN, ACTIVITIES), people=2, terms=TERMS, records=RECORDS, decks=DECKS,
                jargon=(*TERMS, ("4Pi", "A set of five headings for good involvement.")),
                frameworks=tuple(load_frameworks([builtin_activities() / FOLDER]).by_id.values()),
                resources=resources([builtin_activities()])[::5])


def with_text(text: str) -> Source:
    """The made-up workshop with a person's text wherever a person's text can stand."""
    blocks = tuple(replace(b, title=text, aim=text, lead=text, materials=text, notes=text) for b in PLAN.blocks[:1])
    steps = (Step("draw", room=text, say=text, do=text, watch=text, settings={"prompt": text}), Step("caption"),
             Step("feedback", settings={"questions": (text,), "words": (text,)}))
    acts = tuple(replace(a, summary=text, purpose=text, access=(text,), steps=steps) for a in ACTIVITIES[:1])
    plan = replace(PLAN, title=text, question=text, approach=text, blocks=blocks)
    records = (record(1, "parked", text=text), record(2, "caption", label="A1", text=text),
               record(3, "agreement", lines=[text]), record(4, "term", term=text, meaning=text),
               record(5, "decision", question=text, decided=text, reasons=text, dissent=[text]))
    return replace(SOURCE, script=Script(plan, acts), people=1, terms=((text, text),), records=records)


@cache
def printed(name: str, profile: str, paper: str) -> list:
    """Every sheet of a product, with what it became."""
    return [(sheet, print_sheet(sheet, PROFILES[profile], PAPERS[paper])) for sheet in pack(SAMPLE, [name])]


def _tried(name: str, profile: str, paper: str) -> bool:
    """True for what `make test` prints: `make check-print` prints all there is."""
    if not suits(PROFILES[profile], PAPERS[paper]):
        return False
    return os.environ.get("CHECK_PRINT") in ("1", paper) or ((profile == "clear" or name in MANY_PROFILES) and (
        paper == "A4" or (profile == "clear" and name in MANY_PROFILES)))


MANY_PROFILES = ("agenda", "run-sheet", "glossary", "drawing-sheet", "feedback-card", "caption-slips", "reflection-cards")
SAMPLE = with_made_up(SOURCE)
EVERY = [(name, profile, paper) for name in PRODUCTS for profile in PROFILES for paper in PAPERS if _tried(name, profile, paper)]
ON_A4 = [(name, profile) for name, profile, paper in EVERY if paper == "A4"]


def _each(ways: list) -> list:
    """The same sheet in the same process, when tests run in several: it is printed once."""
    return [pytest.param(*way, id="-".join(way), marks=pytest.mark.xdist_group("-".join(way[:2]))) for way in ways]


every_page = pytest.mark.parametrize(("name", "profile", "paper"), _each(EVERY))
every_sheet = pytest.mark.parametrize(("name", "profile"), _each(ON_A4))
