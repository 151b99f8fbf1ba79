"""Steps in which people come to something together: an agreement, plain words."""

from typing import Any

from kit.engine.notes import earlier_note
from kit.engine.scene import Chance, Made, Scene, StepScript
from kit.model import Ask, Form, Option, Record


def agree(scene: Scene) -> StepScript:
    """A group agreement: lines are added, changed or dropped, and at the end people say yes to it, or not yet.

    It starts from the programme's last agreement where there is one, and is its next version.
    Gone back to, it starts from the lines the group has, and its outcome takes the place of the earlier one.
    """
    lines = {r.id: str(r.content["text"]) for r in scene.earlier("rule")}
    before = next((r.id for r in scene.earlier("agreement")), "")
    last = yield Chance(lambda _: _last(scene))
    if not lines:
        for text in last["lines"] or scene.step["start"]:
            lines[(yield Made("rule", {"text": text}))] = text
    yield from _add_lines(scene, lines)
    while lines:
        choice = yield Ask(Form.CHOICE, "Read it out. Can everybody live with it?", (
            Option("yes", "Yes, this is our agreement"), Option("change", "Change or drop a line"),
            Option("add", "Add a line"), Option("not yet", "Not yet: keep it as a draft"),
        ), makes="agreement", facts=_version(last), room_facts=tuple(lines.values()))
        if choice == "add":
            yield from _add_lines(scene, lines)
        elif choice == "change":
            yield from _change_line(lines)
        else:
            version = {"version": last["version"] + 1} if last["version"] else {}
            yield Made("agreement", {"lines": list(lines.values()), "signed": choice == "yes", **version}, replaces=before)
            return


def _last(scene: Scene) -> dict[str, Any]:
    """The lines of the programme's last agreement, and which version that was; none, and 0, where there is none."""
    record = scene.known().agreement()
    return {"lines": list(record.content["lines"]), "version": int(record.content.get("version", 1))} if record else {
        "lines": [], "version": 0}


def _version(last: dict[str, Any]) -> tuple[str, ...]:
    return (f"This will be version {last['version'] + 1} of our agreement.",) if last["version"] else ()


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
