"""Reading an account beside frameworks: which principles are evident, partly there, not yet there, worked against.

A code that fits no principle, and codes of one's own, are always there (PARTNERS2). Nobody is asked to tick everything.
"""

from collections.abc import Iterable
from typing import Any

from kit.engine.scene import Chance, Made, Part, Scene, StepScript
from kit.model import Ask, Form, Option, Record, Visible, known_as, text_of
from kit.model.framework import LEVELS, NO_PRINCIPLE
from kit.model.onpaper import WHO

CODER = "What shall we call whoever read it? A letter or a number will do. It can stay empty."
"""Asked so that two readings can be compared. No name is needed."""

WHO_CODES = tuple(Option(key, words) for key, words in WHO.items())

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LONGEST_SHOWN = 60


def code(scene: Scene) -> StepScript:
    """One account after another, as often as somebody has read one."""
    drawn = yield Chance(lambda _: {"codes": _codes(scene), "earlier": _earlier(scene)})
    so_far: list[str] = []
    while True:
        texts = [*drawn["earlier"], *map(_text, readable(scene.records(), scene.step["of"]))]
        if not texts:
            yield Ask(Form.GO, "Nothing is written yet, so there is nothing to read. Go on.")
            return
        options = tuple(Option(str(place), _shown(one)) for place, one in enumerate(texts, 1))
        chosen = yield Ask(Form.CHOICE, "Which text has somebody read?", options, many=True, makes="coding", so_far=tuple(so_far))
        if chosen is None:
            return
        yield from _read(scene, texts[int(chosen) - 1], drawn["codes"])
        so_far.append(_shown(texts[int(chosen) - 1]))


def _codes(scene: Scene) -> list[dict[str, str]]:
    """Every code of the frameworks that are here, with a label such as B3: the second framework's third."""
    known = {framework.id: framework for framework in scene.known().frameworks()}
    here = [known[name] for name in scene.step["frameworks"] if name in known]
    return [{"label": f"{_LETTERS[place % 26]}{number}", "framework": framework.id, "code": item.id, "called": item.name}
            for place, framework in enumerate(here) for number, item in enumerate(framework.items, 1)]


def _earlier(scene: Scene) -> list[dict[str, str]]:
    return [_text(record) for record in readable(scene.known().records(), scene.step["of"])]


def readable(records: Iterable[Record], kinds: Iterable[str]) -> list[Record]:
    """The records of some kinds that hold words which others may read."""
    return [r for r in records if r.kind in kinds and r.visible is not Visible.ME and not r.withdrawn and text_of(r)]


def _text(record: Record) -> dict[str, str]:
    letter, title = str(record.content.get("letter", "")), str(record.content.get("title") or text_of(record))
    return {"key": known_as(record), "letter": letter, "title": title, "visible": str(record.visible)}


def _shown(text: dict[str, str]) -> str:
    """A text in a list: its letter and its title, or how it begins."""
    return f"{text['letter']}: {text['title']}" if text["letter"] else text["title"][:_LONGEST_SHOWN]


def _read(scene: Scene, text: dict[str, str], codes: list[dict[str, str]]) -> StepScript:
    by = yield Ask(Form.CHOICE, "Who read it?", WHO_CODES, makes="coding")
    coder = yield Ask(Form.WORDS, CODER,
                      optional=True)
    whose = {"of": text["key"], "letter": text["letter"], "read_by": by, "coder": coder}
    visible = Visible(text["visible"])
    made = yield from _ticks(whose, visible, codes, {_code_of(r.content): r.id for r in _by(scene, whose)})
    yield from _notes(made, visible)
    yield from _own_words(whose, visible)


def _by(scene: Scene, whose: dict[str, str]) -> list[Record]:
    """What the same reader has said of the same text in this workshop. It is replaced where they read it again."""
    return [r for r in scene.standing("coding") if all(r.content[part] == whose[part] for part in ("of", "read_by", "coder"))]


def _code_of(content: Any) -> tuple[str, str]:
    return content["framework"], content["code"]


def _ticks(whose: dict[str, str], visible: Visible, codes: list[dict[str, str]], before: dict[tuple[str, str], str]) -> Part:
    """Ask for each level which codes have it. Gives what was ticked, by label, with its record's id."""
    left = {one["label"]: one for one in codes}
    made: dict[str, tuple[str, dict[str, Any]]] = {}
    for level in LEVELS if codes else ():
        if not left:
            break
        options = tuple(Option(label, f"{label} {one['called']}") for label, one in left.items())
        for label in (yield Ask(Form.SOME, f"Which are ticked as {level}? Enter alone for none.", options, default=[],
                                makes="coding", facts=tuple(option.words for option in options))):
            one = left.pop(label)
            content = whose | {"framework": one["framework"], "code": one["code"], "called": one["called"], "own": "",
                               "level": level, "note": "", "quote": ""}
            made[label] = (yield Made("coding", content, visible, replaces=before.get(_code_of(one), ""))), content
    return made


def _notes(made: dict[str, tuple[str, dict[str, Any]]], visible: Visible) -> Part:
    options = tuple(Option(label, f"{label} {content['called']}") for label, (_, content) in made.items())
    so_far: list[str] = []
    while options:
        answer = yield Ask(Form.LABELLED, "Which words stand beside a tick?", options, many=True, makes="coding",
                           so_far=tuple(so_far))
        if answer is None:
            return
        id, content = made[answer["label"]]
        content = {**content, "note": answer["text"]}
        made[answer["label"]] = (yield Made("coding", content, visible, replaces=id)), content
        so_far.append(f"{answer['label']} {answer['text']}")


def _own_words(whose: dict[str, str], visible: Visible) -> Part:
    """What fits no principle, and codes of one's own."""
    for question, code in (("What fits no principle? In their own words, one at a time.", NO_PRINCIPLE),
                           ("Which codes of their own did they write?", "")):
        so_far: list[str] = []
        while (words := (yield Ask(Form.WORDS, question, many=True, makes="coding", so_far=tuple(so_far)))) is not None:
            yield Made("coding", whose | {"framework": "", "code": code, "called": "Fits no principle" if code else "",
                                          "own": "" if code else words, "level": LEVELS[0], "note": words if code else "",
                                          "quote": ""}, visible)
            so_far.append(words)
