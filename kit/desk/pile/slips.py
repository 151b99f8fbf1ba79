"""What slips come to: captions, hard words, what people take on, and pairs; as the steps make them from what is typed."""

from collections.abc import Iterable
from dataclasses import replace

from kit.desk.pile.whole import Made, Whole
from kit.engine.notes import drawing_of, earlier_note, same_word
from kit.model import Record, onpaper
from kit.model.promise import OPEN
from kit.model.text import clean, clean_line


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
            told.append(f"The caption of {sheet.code} is for no drawing that is on show, so it stays in the pile.")
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
        there = {(r.content["text"], r.content["by"]) for r in (*sheet.here, *made) if r.kind == "promise"}
        texts = [text for thing in things if ((text := f"{who}: {thing}"), by) not in there]
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
        pair = [sheet.line(onpaper.NAME), sheet.line(onpaper.OTHER)]
        if not any(pair):
            continue
        before = made.get(sheet.origin.workshop) or next((r for r in reversed(sheet.here) if r.kind == "groups"
                                                          and r.content["how"] == "partners"), None)
        groups = list(before.content["rounds"][0]["groups"]) if before else []
        if pair in groups:
            continue
        if not all(pair) or not sheet.ticked(onpaper.BOTH) or {*pair} & {name for group in groups for name in group}:
            why = ("has one name alone" if not all(pair) else "does not say that both say yes" if not sheet.ticked(onpaper.BOTH)
                   else "names somebody who is in a pair")
            told.append(f"The slip {sheet.code} {why}, so it stays in the pile.")
            continue
        content = {"how": "partners", "rounds": [{"title": "Partners", "groups": [*groups, pair], "topics": []}]}
        new = made.get(sheet.origin.workshop)
        record = sheet.record("groups", content, replaces=new.replaces if new else before.id if before else "")
        made[sheet.origin.workshop] = replace(record, origin=replace(record.origin, sheet=""))
    return list(made.values()), told
