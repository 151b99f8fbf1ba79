"""Steps in which people come to something together: an agreement, plain words, a decision."""

from collections.abc import Mapping
from typing import Any

from kit.engine.notes import earlier_note
from kit.engine.scene import Left, Made, Scene, StepScript
from kit.model import Ask, Form, Option, Record


def agree(scene: Scene) -> StepScript:
    """A group agreement: lines are added, changed or dropped, and at the end people say yes to it, or not yet.

    Gone back to, it starts from the lines the group has, and its outcome takes the place of the earlier one.
    """
    lines = {r.id: str(r.content["text"]) for r in scene.earlier("rule")}
    before = next((r.id for r in scene.earlier("agreement")), "")
    if not lines:
        for text in scene.step["start"]:
            lines[(yield Made("rule", {"text": text}))] = text
    yield from _add_lines(scene, lines)
    while lines:
        choice = yield Ask(Form.CHOICE, "Read it out. Can everybody live with it?", (
            Option("yes", "Yes, this is our agreement"), Option("change", "Change or drop a line"),
            Option("add", "Add a line"), Option("not yet", "Not yet: keep it as a draft"),
        ), makes="agreement", room_facts=tuple(lines.values()))
        if choice == "add":
            yield from _add_lines(scene, lines)
        elif choice == "change":
            yield from _change_line(lines)
        else:
            yield Made("agreement", {"lines": list(lines.values()), "signed": choice == "yes"}, replaces=before)
            return


def _add_lines(scene: Scene, lines: dict[str, str]) -> StepScript:
    while (text := (yield Ask(Form.WORDS, scene.step["question"], many=True, makes="rule",
                              so_far=tuple(lines.values()), room_facts=tuple(lines.values())))) is not None:
        lines[(yield Made("rule", {"text": text}))] = text


def _change_line(lines: dict[str, str]) -> StepScript:
    options = tuple(Option(str(n), text) for n, text in enumerate(lines.values(), 1))
    place = int((yield Ask(Form.CHOICE, "Which line?", options))) - 1
    old, was = list(lines.items())[place]
    text = yield Ask(Form.WORDS, "What should it say? Leave it empty to drop the line.", optional=True, makes="rule",
                     facts=(f"Now: {was}",))
    new = yield Made("rule", {"text": text, "dropped": not text}, replaces=old)
    changed = [(new, text) if key == old else (key, words) for key, words in lines.items()]
    lines.clear()
    lines.update((key, words) for key, words in changed if words)


def term(scene: Scene) -> StepScript:
    """Words that need plain words beside them, those noted out of turn too. Naming a word again gives it a new meaning."""
    while (answer := (yield Ask(Form.MEANING, scene.step["question"], many=True, makes="term",
                                so_far=tuple(_term_line(r) for r in scene.standing("term"))))) is not None:
        yield Made("term", dict(answer), replaces=earlier_note("term", answer, scene.standing("term")))


def _term_line(record: Record) -> str:
    return f"{record.content['term']}: {record.content['meaning'] or 'no plain words yet'}"


_DECISION = (
    ("question", "What is the question?", False),
    ("who_decides", "Who decides this?", False),
    ("final_say", "Who has the final say?", True),
    ("fixed", "What cannot change today?", True),
    ("decided", "What was decided?", False),
    ("reasons", "What are the reasons?", True),
)
_AFTERWARDS = (
    ("who_acts", "Who does what next?", True),
    ("review", "When will we look at this again?", True),
)


DECISION_PARTS = {question: name for name, question, _ in _DECISION + _AFTERWARDS}
"""The part of a decision record that each question asks for."""


def decide(scene: Scene) -> StepScript:
    """One decision with who decides, what cannot change, the reasons, and the dissent in its own words.

    If the step is left half way, what was said so far is kept as an open decision.
    """
    record: dict[str, Any] = {name: "" for name, _, _ in _DECISION + _AFTERWARDS} | {"dissent": [], "open": True}
    before = next(iter(scene.earlier("decision")), None)
    known = before.content if before else scene.step.settings
    record["dissent"] += before.content["dissent"] if before else []
    try:
        yield from _questions(known, record, _DECISION)
        while (words := (yield Ask(Form.WORDS, "Does anybody see it another way? In their own words.", many=True,
                                   makes="decision", so_far=tuple(record["dissent"])))) is not None:
            record["dissent"].append(words)
        yield from _questions(known, record, _AFTERWARDS)
        record["open"] = False
    except Left:
        if not record["question"]:
            return
    yield Made("decision", dict(record), replaces=before.id if before else "")


def _questions(known: Mapping[str, Any], record: dict[str, Any], questions: tuple[tuple[str, str, bool], ...]) -> StepScript:
    """Ask for parts of a decision. What is known, from the plan or from an earlier visit, stands unless other words come."""
    for name, question, optional in questions:
        words = known.get(name, "")
        facts = (f"So far: {words} Press Enter to keep it.",) if words else ()
        record[name] = yield Ask(Form.WORDS, question, optional=optional, default=words or None, makes="decision", facts=facts)
