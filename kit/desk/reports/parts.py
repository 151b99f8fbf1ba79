"""What reports are put together from: quotes, lists, who was there and who was not, what was left out."""

from collections.abc import Callable, Sequence

from kit.desk.outputs import HEADINGS, by_kind, credited, said
from kit.desk.reports.material import Material
from kit.model import Record
from kit.model.gate import counts_out_loud
from kit.model.text import counted
from kit.reflect.leftout import in_sentences
from kit.reflect.looking import Picture
from printables.tree import Bars, Heading, List, Node, Photo, Strong, Table, labelled, paragraph, words

MOST = 50
"""Things of one kind in a list. All of them are in the exports."""

_ELSEWHERE = frozenset({
    "drawing", "caption", "resonance", "decision", "rating", "vote", "ranking", "dissent", "account", "interview", "observation",
    "coding", "theme", "change", "feedback", "feedback-words", "lesson", "attendance", "absence", "note", "person", "talk",
    "seat-plan", "seating", "groups", "name", "rating-rule", "statement", "diary", "need", "rule", "agreement", "poster"})
"""Kinds with a section of their own, and kinds that no report lists."""


def section(title: str, *nodes: Node, level: int = 2) -> list[Node]:
    """A heading with what stands under it; nothing where nothing does."""
    return [Heading(level, title), *nodes] if nodes else []


def shown(record: Record) -> list[Node]:
    """One record exactly as a report shows it; its maker is named only as they chose."""
    content = record.content
    if "parts" in content:
        by = f" ({content['role']})" if content.get("role") else ""
        parts = [paragraph(str(part)) for part in content["parts"] if str(part).strip()]
        maker = [paragraph(f"Written by {record.maker}.")] if record.maker else []
        return [Heading(3, f"{content['letter']}{by}: {content.get('title', '')}".removesuffix(": ")), *parts, *maker]
    return [paragraph(credited(record))]


def listed_kinds(from_: Material) -> list[Node]:
    """What has no section of its own, under its headings, oldest first."""
    nodes, told = _agreed(from_), {record.id for record in from_.absent}
    for heading, group in by_kind(record for record in from_.held.records if record.kind not in _ELSEWHERE
                                  and record.id not in told):
        nodes += section(heading, *quotes(group))
    return nodes


def _agreed(from_: Material) -> list[Node]:
    """The agreement as it stands now, line by line."""
    agreement = from_.held.of_kind("agreement")[-1:]
    lines = [str(line) for one in agreement for line in one.content["lines"] if line]
    return section("Our agreement", *([List(tuple(words(line) for line in lines))] if lines else []))


def quotes(records: Sequence[Record], say: Callable[[Record], str] = credited) -> list[Node]:
    """Records as a list, and how many more there are."""
    texts = [text for record in records[:MOST] if (text := say(record))]
    more = [paragraph(f"These are {MOST} of {len(records):,}. All of them are in the exports.")] if len(records) > MOST else []
    return [List(tuple(words(text) for text in texts)), *more] if texts else []


def pictured(made: Picture, from_: Material) -> list[Node]:
    """One drawing: its picture, its maker's words, its captions. Marks are counted and rank nothing."""
    drawing = made.drawing
    data = from_.pictures.get(str(drawing.content.get("picture", "")))
    alt = str(drawing.content.get("alt") or f"Drawing {drawing.content['label']}. {drawing.content['text']}")
    marks = () if made.marks is None else (counted(made.marks, "mark"),)
    meeting = from_.held.meeting(drawing) if len(from_.held.meetings) > 1 else None
    where = f", workshop {meeting.number}" if meeting else ""
    return [Heading(3, f"Drawing {drawing.content['label']}{where}"), *([Photo(data, alt)] if data else []),
            *labelled(("Made by", (drawing.maker,)), ("Prompt", (str(drawing.content["prompt"]),)),
                      ("The maker says", (str(drawing.content["text"]),)),
                      ("Captions", tuple(credited_words(caption) for caption in made.captions)), ("Resonance marks", marks))]


def walls(from_: Material) -> list[Node]:
    """Photographs of walls and posters, each under the name of its block."""
    nodes: list[Node] = []
    for wall in from_.held.of_kind("poster"):
        if data := from_.pictures.get(str(wall.content["picture"])):
            label = str(wall.content["label"])
            nodes += [Heading(3, label), Photo(data, str(wall.content["alt"] or f"A photograph of the wall: {label}"))]
    return section("On the walls", *nodes)


def credited_words(record: Record) -> str:
    """The words alone, with their maker where they chose to be named."""
    return str(record.content.get("text", "")) + (f" ({record.maker})" if record.maker else "")


def who_was_there(from_: Material) -> list[Node]:
    """The workshops with how many people came, where that may be told; and who was not there."""
    people = {record.origin.workshop: int(record.content["people"]) for record in from_.held.of_kind("attendance")}
    told = counts_out_loud(people)
    rows = tuple((words(f"{meeting.number}: {meeting.title}"), words(meeting.began[:10]), words(_people(told, meeting.id)))
                 for meeting in from_.held.meetings)
    absent = quotes(from_.absent) or [paragraph("Nobody has written down who was not there.")]
    bars = tuple((str(meeting.number), number) for meeting in from_.held.meetings if (number := told.get(meeting.id)) is not None)
    seen = "How many people came: " + ", ".join(f"workshop {label}, {number}" for label, number in bars) + "."
    chart = [Bars(bars, seen)] if len(bars) > 1 else []
    return [*section("Who was there", *chart, *([Table(("Workshop", "Day", "People"), rows)] if rows else [])),
            *section("Who was not there", *absent)]


def _people(told: dict[str, int | None], id: str) -> str:
    if id not in told:
        return "Not told here"
    return "Too few to tell" if told[id] is None else str(told[id])


def what_was_left_out(from_: Material) -> list[Node]:
    """Counts of what stays behind, each with its reason. It is always there."""
    lines = in_sentences(dict(from_.left_out)) or ("Nothing was kept back.",)
    return section("What was left out, and why", paragraph(
        "Each person decides how far their words go. So some things are not in this report."),
        List(tuple(words(line) for line in lines)))


def by_line(label: str, record: Record) -> Node:
    """A record after a strong label."""
    return paragraph(Strong(f"{label}: "), said(record))


def heading_of(record: Record) -> str:
    """What a record is called in a list."""
    return HEADINGS.get(record.kind, record.kind.capitalize())
