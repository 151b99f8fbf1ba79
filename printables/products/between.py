"""Between two workshops: the bulletin for everybody, and the sheet for who was away."""

from kit.model import Record, State
from printables.products.saying import of_kind, said
from printables.products.simple import one
from printables.products.what_we_made import decisions, listing
from printables.products.you_said import HEADER, answered
from printables.sheet import Sheet, Source
from printables.story import Story
from printables.tree import Definition, Definitions, Heading, List, Node, Strong, Table, WritingSpace, labelled, paragraph, words

HEADINGS = {"promise": "Promised, and still to do", "change": "You asked for, and still to do", 
            "decision": "Decisions to look at", "elsewhere": "Decided elsewhere", "parked": "Parked for another day"}
"""What waits for the next workshop, kind by kind. Drawings and the agreement are told in their own places."""


def bulletin(source: Source) -> tuple[Sheet, ...]:
    """What happened, what came of what people asked for, what was decided here and elsewhere, and what comes next."""
    story = source.story
    if story is None:
        return ()
    made = _made(source, story)
    rows = answered(made)
    nodes: list[Node] = [paragraph("Here is where things stand between two workshops.", picture="talk"), *_last(story)]
    nodes += [Heading(2, "You said, we did"), Table(HEADER, rows)] if rows else []
    nodes += [*decisions(made), *waiting(story), *coming(story), WritingSpace(4, "What you would like to tell us")]
    note = "Send it to everybody, in the print they like. Do not wait for the next meeting."
    return one(source, "bulletin", "Our news", nodes, note,
               form="what-we-made", series=3, copies=source.people)


def catch_up(source: Source) -> tuple[Sheet, ...]:
    """For somebody who was away: what happened, what was decided, new words, and how to still have a say."""
    story = source.story
    if story is None:
        return ()
    made = _made(source, story)
    done = tuple(words(Strong(block.title), f": {block.aim}" if block.aim else "") for block in source.script.plan.blocks)
    terms = tuple(Definition(said(r, "term"), words(said(r, "meaning"))) for r in of_kind(made, "term") if said(r, "meaning"))
    nodes: list[Node] = [
        paragraph("You were away, and that is fine. Nobody asks why. Here is what you need to come back in.", picture="door"),
        *_last(story), Heading(2, "What we did"), List(done), *decisions(made),
        *listing("Topics", [said(r) for r in of_kind(made, "topic")])]
    nodes += [Heading(2, "Words we explained"), Definitions(terms)] if terms else []
    nodes += [*waiting(story), *coming(story), WritingSpace(5, "What you would have said. We will bring it to the group.")]
    return one(source, "catch-up", "While you were away", nodes, "Give it to each person who was away, before the next workshop.",
               form="what-we-made", series=2, copies=2)


def waiting(story: Story) -> list[Node]:
    """What waits to be asked about in the next workshop."""
    nodes: list[Node] = []
    for what, heading in HEADINGS.items():
        nodes += listing(heading, [one.words for one in story.waiting if one.what == what])
    return nodes


def coming(story: Story) -> list[Node]:
    """What comes now and next, with its day, its places and what is to be ready before."""
    nodes: list[Node] = []
    for stage, state in zip(story.line.stages, story.states, strict=True):
        if state in (State.NOW, State.NEXT):
            nodes += [Heading(2, f"{'Now' if state is State.NOW else 'Then'}: {stage.title}"),
                      *([paragraph(stage.about)] if stage.about else []),
                      *labelled(("When", (stage.date,)), ("Where", (", ".join(stage.sites),)), ("To be ready before", stage.due))]
    return nodes


def _made(source: Source, story: Story) -> tuple[Record, ...]:
    """What the last workshop made, at all its sites; what this one made where no story tells of it."""
    return story.made_in(past.session for past in story.last) or source.records


def _last(story: Story) -> list[Node]:
    return [paragraph("It was: ", Strong("; ".join(past.called for past in story.last)), ".")] if story.last else []
