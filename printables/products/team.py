"""Sheets for the team: the chair's script, the observer's sheet, the check of the venue, and headings for the wall."""

from printables.products.simple import one
from printables.sheet import FACILITATOR, Sheet, Source
from printables.times import timed
from printables.tree import Document, Heading, Node, Ticks, WritingSpace, labelled, paragraph

VENUE = (
    ("Getting there", ("A bus stop near by", "A parking place close to the door", "A door without steps",
                       "Signs from the street")),
    ("The room", ("Wide paths for wheelchairs", "Chairs with and without arms", "A hearing loop that works",
                  "Light that can be dimmed", "Air, and warmth", "A wall to hang paper on")),
    ("Near by", ("A toilet for wheelchair users", "A quiet room", "Water and tea", "A way out that is not past everybody")),
    ("On the day", ("Fire exits shown", "First aid known", "A phone that works", "Somebody at the door")))
WALL = ("Purpose", "Agenda", "Parking lot", "Decisions", "Actions")
SEEN = ("Who spoke, and who did not get to", "What shifted in the room", "Words that need plain words",
        "What to do in another way")


def chair_script(source: Source) -> tuple[Sheet, ...]:
    """What to read out, block by block, in the words for the room."""
    nodes: list[Node] = []
    for time, block in timed(source.script.plan):
        activity = source.script.activity(block)
        said = [" ".join(f"{step.room} {step.say}".split()) for step in (activity.steps if activity else ())]
        nodes += [Heading(2, f"{time} {block.title}"), *labelled(("Say", said or (block.aim,)), run_in=True)]
    return one(source, "chair-script", "What the chair says", nodes, "Print one for the chair.", team=True)


def observer_sheet(source: Source) -> tuple[Sheet, ...]:
    """Room for notes on how it went, never on who somebody is."""
    nodes: list[Node] = [paragraph("Write what happens, not who it is. Tell the group that you take notes.", picture="eye")]
    nodes += [WritingSpace(5, label) for label in SEEN]
    nodes.append(paragraph("Share your notes with the team on the same day. Then put them where nobody else reads them."))
    note = "Print one for each observer. Say aloud who observes."
    return one(source, "observer-sheet", "What I noticed", nodes, note, team=True)


def venue_checklist(source: Source) -> tuple[Sheet, ...]:
    """What to look at before the day."""
    nodes: list[Node] = [Ticks(title, things, several=True) for title, things in VENUE]
    nodes.append(WritingSpace(2, "What to ask the caretaker"))
    note = "Print one. Take it along before the day."
    return one(source, "venue-checklist", "The place, and getting in", nodes, note, team=True)


def wall_headings(source: Source) -> tuple[Sheet, ...]:
    """One large word a page, to hang above what the group puts there."""
    documents = tuple(
        Document(word, (), source.sheet_code("cover-sheet", "This code says which sheet this is.", 1, copy), source.language,
                 wide=True, poster=True) for copy, word in enumerate(WALL, 1))
    return (Sheet("wall-headings", "Headings for the wall", FACILITATOR, documents, "Print on one side and hang them up."),)
