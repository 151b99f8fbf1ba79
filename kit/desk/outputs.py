"""What the room made, in words: one plain line for each record, under headings a facilitator knows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from kit.desk.makers import MAKERS, named
from kit.desk.world import World, real_world
from kit.model import Record, Visible
from kit.model.gate import Way, let_out, words_of
from kit.model.promise import promise_line
from kit.model.results import ranking_lines, rating_lines, vote_lines
from kit.model.rulewords import locked_lines
from kit.model.text import counted, listed
from kit.store import Programme
from kit.store.keeping import open_for_reading

HEADINGS: Mapping[str, str] = {
    "attendance": "People",
    "name": "Names people gave",
    "check-in": "How people arrived",
    "agreement": "Our agreement",
    "rule": "Lines of the agreement",
    "about-us": "About us, in people's own words",
    "skill": "Interests and skills",
    "need": "What people need",
    "seat-plan": "Seats planned before the day",
    "seating": "Tables",
    "groups": "Groups",
    "drawing": "Drawings",
    "poster": "Photographs of walls",
    "resonance": "Resonance marks",
    "caption": "Captions",
    "term": "Words in plain words",
    "thought": "Thoughts",
    "topic": "Topics",
    "resource": "What people know of",
    "proposal": "Proposals",
    "vote": "Votes",
    "statement": "Statements we rated",
    "rating-rule": "Rules that were locked",
    "rating": "Ratings",
    "ranking": "Orders",
    "decision": "Decisions",
    "dissent": "Seen another way",
    "promise": "Promises",
    "lesson": "What went wrong, what we changed",
    "parked": "Parked topics",
    "elsewhere": "Decided elsewhere",
    "carried": "What came of things from before",
    "absence": "Who was not there",
    "change": "Changes to make",
    "feedback": "Feedback: ticks",
    "feedback-words": "Feedback: in people's words",
    "account": "Accounts",
    "observation": "Observations",
    "interview": "Interviews",
    "passage": "Passages that diary writers chose",
    "coding": "How accounts were read",
    "theme": "Themes",
    "diary": "Diaries (only their writers see these)",
    "talk": "Turns counted (only you see these)",
    "note": "Your own notes (only you see these)",
    "support": "Who people can turn to",
    "person": "People you know of (only you see these)",
}
"""Every kind of record with its heading, in the order they are told."""


_ONE = {"note": "a note", "person": "somebody you know of"}
"""One record of a private kind, in words."""

_BEFORE_THE_DAY = ("person", "seat-plan")
"""Kinds that are there before the room makes anything."""


def outputs(programme: Programme, way: Way = Way.SCREEN, today: str = "") -> tuple[Record, ...]:
    """Every record that counts in a programme and may go out on a way, oldest first, with its maker's name for its key.

    Raises StoreProblem. `today` is an ISO date; the laptop's own where it is empty.
    """
    store = open_for_reading(programme)
    return named(let_out(store.records(), way, today or this_day(real_world())), store.rows(MAKERS))


def made_by_the_room(programme: Programme) -> int:
    """How many things the room made: not the people the facilitator knows of, nor seats planned before the day."""
    return sum(record.kind not in _BEFORE_THE_DAY for record in outputs(programme))


def without_people(records: Iterable[Record]) -> tuple[Record, ...]:
    """Records for a list that may be read aloud in the room: nobody's own record, with their access needs, is in it."""
    return tuple(record for record in records if record.kind != "person")


def this_day(world: World) -> str:
    """The date, as the gate takes it."""
    return f"{world.clock():%Y-%m-%d}"


def by_kind(records: Iterable[Record]) -> list[tuple[str, list[Record]]]:
    """The records under their headings, oldest first within each, and what belongs to a drawing by the drawing's label.

    Kinds without records are left out, and so are lines that stand in an agreement of the same workshop.
    """
    records = list(records)
    agreed = {(r.origin.workshop, line) for r in records if r.kind == "agreement" for line in r.content["lines"]}
    groups: dict[str, list[Record]] = {kind: [] for kind in HEADINGS}
    for record in records:
        if record.kind != "rule" or (record.origin.workshop, record.content["text"]) not in agreed:
            groups.setdefault(record.kind, []).append(record)
    return [(HEADINGS.get(kind, kind.capitalize()), sorted(group, key=_label_order)) for kind, group in groups.items() if group]


def _label_order(record: Record) -> tuple[str, int]:
    """A3 before A12, and both before B1. Records without a label keep their order."""
    label = str(record.content.get("label", ""))
    return label[:1], int(label[1:]) if label[1:].isdecimal() else 0


def said(record: Record) -> str:
    """A record as one line, as it would be read out. It may hold line ends where the words themselves do.

    What only its maker may see, and what was taken back, is told of without its words (see `kit.model.gate`).
    """
    if record.visible is Visible.ME and not any(words_of([record])):
        return f"{record.content['label']}, private" if "label" in record.content else "(private)"
    say = _SAID.get(record.kind)
    return say(record.content) if say else str(record.content.get("text", ""))


def said_aloud(record: Record) -> str:
    """A record that was just kept, as it may stand on a screen that others see: of what is private, what and where, no words."""
    if record.visible is not Visible.ME:
        return said(record)
    return f"{record.content.get('label') or _ONE.get(record.kind, record.kind)}, private"


def saved_words(records: Sequence[Record]) -> str:
    """What was just kept: one record's words, many of one kind counted, of several kinds the last, which is what they led to."""
    kinds = {record.kind for record in records}
    if len(records) > 1 and len(kinds) == 1:
        return f"{HEADINGS.get(records[-1].kind, 'Things')} ({len(records)})"
    return said_aloud(records[-1])


def called(record: Record) -> str:
    """What a record is and which drawing it belongs to, with no word of what its maker said."""
    label = record.content.get("label")
    return HEADINGS.get(record.kind, record.kind.capitalize()) + (f", {label}" if label else "")


def credited(record: Record) -> str:
    """A record of `outputs` as one line, with its maker where they chose to be named."""
    return said(record) + (f" ({record.maker})" if record.maker else "")


def _counts(content: Mapping[str, Any]) -> str:
    return f"{content['question']} {listed([f'{word} {count}' for word, count in content['counts'].items()])}."


def _drawing(content: Mapping[str, Any]) -> str:
    words = content["text"] or "no words from its maker"
    has = ". It has a picture." if content.get("picture") else ""
    shows = f". Its picture shows: {content['alt']}" if has and content.get("alt") else has
    return f"{content['label']}, {'on show' if content['shown'] else 'private'}: {words}{shows}"


def _agreement(content: Mapping[str, Any]) -> str:
    state = "Agreed" if content["signed"] else "A draft, not agreed yet"
    return f"{state}: {'; '.join(content['lines'])}"


def _decision(content: Mapping[str, Any]) -> str:
    parts = [content["question"], f"Decided: {content['decided'] or 'nothing yet'}."]
    for name, words in (("reasons", "Reasons"), ("why_now", "Why now"), ("where", "Decided at"), ("who_decides", "Who decides"),
                        ("final_say", "Final say"), ("fixed", "Cannot change"), ("method", "Method"), ("options", "Choices"),
                        ("counts", "Counts"), ("who_acts", "Next"), ("review", "Looked at again"), ("told", "Told")):
        if content.get(name) and not (name == "options" and isinstance(content[name], Mapping)):
            parts.append(f"{words}: {_told(name, content)}.")
    parts += [f"Seen another way: {words}" for words in content.get("dissent", ())]
    return " ".join(parts)


WHAT = {"agreement": "Our agreement", "promise": "Promise", "change": "Asked for", "decision": "Decision",
        "elsewhere": "Decided elsewhere", "parked": "Parked", "drawing": "Drawings from before"}
"""What was carried over, in words."""

CAME = {"done": "done", "on": "carried on", "dropped": "dropped"}
"""What became of a thing that was carried over, in words."""


def _carried(content: Mapping[str, Any]) -> str:
    more = f" {content['text']}" if content["text"] else ""
    return f"{WHAT[content['what']]}: {content['about'].rstrip('.')}. {CAME[content['came']].capitalize()}.{more}"


def _told(name: str, content: Mapping[str, Any]) -> str:
    """One part of a decision in words; a count is told with its answers."""
    part = content[name]
    if not isinstance(part, Mapping):
        return str(part)
    words = content["options"] if name == "counts" and isinstance(content["options"], Mapping) else {}
    return listed([f"{words.get(key, key)} {value}" for key, value in part.items()])


def _writing(content: Mapping[str, Any]) -> str:
    role = f" ({content['role']})" if content["role"] else ""
    return f"{content['letter']}{role}, {content['title']}: {' '.join(filter(None, content['parts']))}"


def _coding(content: Mapping[str, Any]) -> str:
    code = content["called"] or content["own"]
    parts = (f"{code}: {content['level']}, read by {_READ_BY[content['read_by']]}.", content["note"])
    return " ".join(filter(None, (f"{content['letter']}." if content["letter"] else "", *parts)))


_READ_BY = {"self": "its author", "other": "somebody else", "together": "some of us together"}


def _theme(content: Mapping[str, Any]) -> str:
    state = f"{content['status']}{', cuts across others' if content['cross'] else ''}"
    return f"{content['name']} ({state}): {counted(len(content['cards']), 'card')}."


def _group_round(made: Mapping[str, Any]) -> str:
    return f"{made['title']}: {'; '.join(listed(names) for names in made['groups'])}."


_SAID: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "attendance": lambda c: f"{counted(c['people'], 'person', 'people')} here.",
    "check-in": _counts,
    "feedback": _counts,
    "drawing": _drawing,
    "poster": lambda c: f"{c['label']}: {c['alt'] or 'a photograph'}",
    "agreement": _agreement,
    "decision": _decision,
    "carried": _carried,
    "vote": lambda c: " ".join((c["question"], *vote_lines(c))).strip(),
    "ranking": lambda c: " ".join((c["question"], *ranking_lines(c))).strip(),
    "rating": lambda c: f"Round {c['round']}. {c['label']}: {c['statement']} {' '.join(rating_lines(c))}",
    "rating-rule": lambda c: " ".join(locked_lines(c)),
    "promise": promise_line,
    "lesson": lambda c: f"{c['text']} Changed: {c['changed'] or 'nothing yet'}",
    "rule": lambda c: c["text"] or "(a line that was dropped)",
    "seating": lambda c: " ".join(f"Table {n}: {listed(table)}." for n, table in enumerate(c["tables"], 1)),
    "seat-plan": lambda c: f"{counted(len(c['tables']), 'table')}, {counted(len(c['rounds']), 'round')}.",
    "groups": lambda c: " ".join(_group_round(made) for made in c["rounds"]),
    "resonance": lambda c: f"{c['label']}: {counted(c['marks'], 'mark')}",
    "caption": lambda c: f"{c['label']}: {c['text']}",
    "term": lambda c: f"{c['term']}: {c['meaning'] or 'no plain words yet'}",
    "person": lambda c: ". ".join(filter(None, (
        c["name"], c.get("pronouns", ""), c["role"], f"Access needs: {c['needs']}" if c["needs"] else "",
        f"Print: {c['print']}" if c.get("print") else "", f"Likes to: {c['part']}" if c.get("part") else ""))),
    "account": _writing,
    "observation": _writing,
    "interview": _writing,
    "coding": _coding,
    "theme": _theme,
    "feedback-words": lambda c: f"{c['question']} {c['text']}",
}
