"""What coding sheets come to: a coding for each principle that is ticked, and for each line in people's own words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kit.desk.pile.whole import Made, Whole
from kit.engine.steps.coding import readable
from kit.model import Record, known_as, onpaper
from kit.model.framework import LEVELS, NO_PRINCIPLE
from kit.model.text import clean_line


def codings(sheets: Iterable[Whole]) -> Made:
    """As the step makes them. What the same reader said of the same text before is replaced, and never kept twice.

    Readers who give no letter or number are somebody else on each sheet.
    """
    made: list[Record] = []
    told: list[str] = []
    for sheet in sheets:
        said = list(_said(sheet))
        text, by = _text(sheet), next((key for key, words in onpaper.WHO.items() if words in sheet.ticked(onpaper.WHO_READ)), "")
        if said and (text is None or not by):
            what = "names no text that is here" if text is None else "does not say who read it"
            told.append(f"The sheet {sheet.code} {what}, so it stays in the pile.")
        elif text is not None:
            whose = {"of": known_as(text), "letter": str(text.content.get("letter", "")), "read_by": by,
                     "coder": sheet.line(onpaper.READER)}
            made += _new(sheet, text, whose, said)
    return made, told


def _text(sheet: Whole) -> Record | None:
    """The text that was read, by its letter or its title."""
    of = sheet.settings.get("of", ("account",))
    words = next(iter(sheet.ticked(onpaper.TEXT)), "") or sheet.line(onpaper.TEXT)
    letter, title = (part.strip().casefold() for part in f"{words}:".split(":")[:2])
    texts = readable(reversed(sheet.store.records()), of if isinstance(of, list | tuple) else ())
    named = [(r, str(r.content.get("letter", "")).casefold(), str(r.content.get("title", "")).casefold()) for r in texts]
    return next((r for r, known, called in named if letter and (
        (letter == known and title in ("", called)) or (not title and letter == called))), None)


def _said(sheet: Whole) -> Iterator[dict[str, Any]]:
    """What a coding says beside whose it is, one after another."""
    for question, answer in sheet.answers.items():
        asked = onpaper.asked_code(question)
        for level in answer.value if asked else ():
            name, framework, code = asked or ("", "", "")
            yield {"framework": framework, "code": code, "called": name, "own": "", "level": level, "note": "", "quote": ""}
    for question, code, called in ((onpaper.FITS_NOTHING, NO_PRINCIPLE, "Fits no principle"), (onpaper.OWN_CODES, "", "")):
        for words in filter(None, map(clean_line, sheet.words.get(question, "").splitlines())):
            yield {"framework": "", "code": code, "called": called, "own": "" if code else words, "level": LEVELS[0],
                   "note": words if code else "", "quote": ""}


def _new(sheet: Whole, text: Record, whose: dict[str, str], said: Iterable[dict[str, Any]]) -> Iterator[Record]:
    before = [r for r in sheet.here if r.kind == "coding" and _same(r, whose, whose)
              and (whose["coder"] or r.origin.sheet == sheet.code)]
    for content in said:
        there = [r for r in before if _same(r, content, ("framework", "code"))]
        if any(_same(r, content, ("level", "own", "note")) for r in there):
            continue
        replaces = there[-1].id if there and content["framework"] else ""
        yield sheet.record("coding", whose | content, text.visible, replaces)


def _same(record: Record, content: Mapping[str, Any], parts: Iterable[str]) -> bool:
    return all(record.content[part] == content[part] for part in parts)
