"""What slips come to: captions, hard words, what people take on, and pairs; as the steps make them from what is typed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from kit.desk.pile.whole import Made, Whole
from kit.engine.notes import drawing_of, earlier_note, same_word
from kit.model import Record, onpaper
from kit.model.member import member_of
from kit.model.promise import OPEN
from kit.model.text import clean, clean_line

CAPTIONS = "caption-slips"
"""The form that captions come on."""


def captions(sheets: Iterable[Whole]) -> Made:
    """Captions of drawings that are on show."""
    made: list[Record] = []
    told: list[str] = []
    for sheet in sheets:
        label, *texts = (clean_line(text) for text in sheet.words.values())
        if not (text := " ".join(filter(None, texts))):
            continue
        drawing = drawing_of(label.upper().replace(" ", ""), sheet.here)
        if drawing is None or not drawing.content.get("shown"):
            told.append(f"The caption of {sheet.code} is for no drawing that is on show, so it waits in the pile.")
            continue
        made.append(sheet.record("caption", {"label": drawing.content["label"], "text": text, "drawing": drawing.id}))
    return made, told


def terms(sheets: Iterable[Whole]) -> Made:
    """Each word with its meaning. A word that is known keeps the meaning it has where a slip gives none."""
    made: list[Record] = []
    asked: list[str] = []
    for sheet in sheets:
        word, meaning = sheet.line(onpaper.WORD), clean(sheet.words.get(onpaper.MEANING, ""))
        if not word:
            continue
        asked += [word] if sheet.ticked(onpaper.PLEASE) else []
        known = [*sheet.here, *made]
        before = [record for record in known if record.kind == "term" and same_word(record, word)]
        if any(not meaning or record.content["meaning"] == meaning for record in before):
            continue
        content = {"term": word, "meaning": meaning}
        made.append(sheet.record("term", content, replaces=earlier_note("term", content, reversed(before))))
    return made, [f"Somebody would like “{word}” explained." for word in dict.fromkeys(asked)]


def taken_on(sheets: Iterable[Whole]) -> Made:
    """A promise for each thing that is ticked, with the name or sign of who takes it on."""
    made: list[Record] = []
    told: list[str] = []
    for sheet in sheets:
        who, by = sheet.line(onpaper.NAME), sheet.line(onpaper.BY_WHEN)
        things = [_thing(sheet, words) for words in sheet.ticked(onpaper.TAKES)]
        if things and not who:
            told.append(f"{sheet.code} takes something on and names nobody, so it stays in the pile.")
            continue
        there = {(r.content["text"], r.content["by"]): r.origin.sheet for r in (*sheet.here, *made) if r.kind == "promise"}
        texts = [f"{who}: {thing}" for thing in things]
        if any(there.get((text, by), sheet.code) != sheet.code for text in texts):
            told.append(f"{sheet.code} takes on what {who} takes on already, so it is kept once. Are they two people?")
        texts = [text for text in texts if (text, by) not in there]
        made += [sheet.record("promise", {"text": text, "by": by, "about": sheet.settings.get("question", ""), "state": OPEN})
                 for text in texts]
    return made, told


def _thing(sheet: Whole, words: str) -> str:
    """A thing without its letter; one that was an empty line has the words of the room's topic of that letter."""
    letter, _, text = words.partition(": ")
    if text.strip("_ "):
        return text
    topics = [str(record.content["text"]) for record in sheet.here if record.kind == "topic"]
    place = ord(letter) - ord("A")
    return topics[place] if 0 <= place < len(topics) else letter


def pairs(sheets: Iterable[Whole]) -> Made:
    """One record of all pairs who both say yes, with those of earlier piles."""
    made: dict[str, Record] = {}
    told: list[str] = []
    for sheet in sheets:
        pair, workshop = [sheet.line(onpaper.NAME), sheet.line(onpaper.OTHER)], sheet.origin.workshop
        standing = next((r for r in reversed(sheet.here) if r.kind == "groups" and r.content["how"] == "partners"), None)
        before = made.get(workshop, standing)
        last = before.content["rounds"][0] if before else {"groups": (), "topics": ()}
        if not any(pair) or pair in map(list, last["groups"]):
            continue
        if why := _no_pair(sheet, pair, last["groups"]):
            told.append(f"The slip {sheet.code} {why}, so it stays in the pile.")
            continue
        content = {"how": "partners", "rounds": [_with_pair(last, pair, sheet.line(onpaper.ABOUT))]}
        record = sheet.record("groups", content, replaces=standing.id if standing else "")
        made[workshop] = replace(record, origin=replace(record.origin, sheet=""))
    return list(made.values()), told


def _with_pair(last: Mapping[str, Any], pair: list[str], about: str) -> dict[str, Any]:
    """A round with one pair more, and what the pair is about where any of them says so."""
    numbered = [f"Pair {number}" for number in range(1, len(last["groups"]) + 2)]
    topics = [*(last["topics"] or numbered[:-1]), about or numbered[-1]] if about or last["topics"] else []
    return {"title": "Partners", "groups": [*last["groups"], pair], "topics": topics}


def _no_pair(sheet: Whole, pair: list[str], groups: Iterable[Iterable[str]]) -> str:
    """Why two people are no pair; empty where they are one."""
    if not all(pair):
        return "has one name alone"
    if not sheet.ticked(onpaper.BOTH):
        return "does not say that both say yes"
    if {*pair} & {name for group in groups for name in group}:
        return "names somebody who is in a pair"
    people = [member_of(record.content) for record in sheet.store.records() if record.kind == "person"]
    kept = {frozenset(name.casefold() for name in (person.name, other)) for person in people for other in person.apart}
    return "names two people who are to be kept apart" if frozenset(name.casefold() for name in pair) in kept else ""
