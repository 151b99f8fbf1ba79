"""Writing: accounts, diaries, observations and interviews, in drafts. Each is known by a letter; nobody has to be named.

A diary is its writer's alone. What its writer chooses to share is a passage, a record of its own. A new draft that is left half
way is its writer's alone too, and stands beside the draft that others may see ("of" that one) until it is gone on with.
"""

from typing import Any

from kit.engine.lettering import next_letter
from kit.engine.scene import Chance, Left, Made, Part, Scene, StepScript
from kit.model import Ask, Form, Option, Record, Visible, known_as, speaks_of

TITLE = "What shall it be called? A few words."
ROLE = "Which words do they choose for themselves, if any? Such as carer, or service user and researcher."

MOST_WRITERS = 20

WHO_MAY_SEE = (Option("group", "This group"), Option("report", "Readers of our report too"), Option("public", "Everybody"))
"""How far something may go, from the nearest to the farthest."""

_NEW = Option("new", "Something new")


def write(scene: Scene) -> StepScript:
    """One piece of writing after another: something new, or a new draft of what is there."""
    kind = scene.step["makes"]
    if kind == "diary":
        yield from _diary(scene)
        return
    known = yield Chance(lambda _: _known(scene, kind))
    while True:
        there = _there(scene, kind, known["earlier"])
        options = (_NEW, *(Option(str(place), _title(one)) for place, one in enumerate(there, 1)))
        chosen = yield Ask(Form.CHOICE, "Who has written something? Choose a new text, or a new draft of one.", options,
                           many=True, makes=kind, so_far=tuple(map(_title, there)))
        if chosen is None:
            return
        if chosen == _NEW.key:
            taken = {*known["letters"], *(one["letter"] for one in there)}
            yield from _written(scene, {"id": "", "letter": next_letter(taken)})
        else:
            yield from _written(scene, there[int(chosen) - 1])


def _known(scene: Scene, kind: str) -> dict[str, Any]:
    """What earlier workshops left: which letters are taken, and what a new draft can be made of."""
    records = [record for record in scene.known().records() if record.content.get("letter")]
    return {"letters": [record.content["letter"] for record in records],
            "earlier": [_one(record) for record in records if record.kind == kind and record.visible is not Visible.ME]}


def _one(record: Record) -> dict[str, Any]:
    return {**record.content, "id": record.id, "visible": str(record.visible)}


def _there(scene: Scene, kind: str, earlier: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What has been written, each in its last draft, in the order of first drafts."""
    halves = {speaks_of(one): one for one in scene.standing(kind) if speaks_of(one)}
    now = {known_as(one): _one(one) for one in scene.standing(kind) if not speaks_of(one)}
    drafts = [now.pop(_key(one), one) for one in earlier] + list(now.values())
    return [_gone_on_with(one, halves.get(_key(one))) for one in drafts]


def _key(one: dict[str, Any]) -> str:
    return str(one.get("key", one["id"]))


def _gone_on_with(one: dict[str, Any], half: Record | None) -> dict[str, Any]:
    """A draft; or, where a newer one was left half way, that one, to stand in its place once it is whole."""
    return {**_one(half), "id": one["id"], "key": _key(one), "half": half.id} if half else one


def _title(one: dict[str, Any]) -> str:
    return f"{one['letter']}: {one['title']}, draft {one['draft']}"


def _written(scene: Scene, before: dict[str, Any]) -> StepScript:
    """One text, part by part. Left half way, it is kept for its writer alone."""
    content = {"letter": before["letter"], "title": "", "role": "", "writers": 1, "headings": list(scene.step["headings"]),
               "parts": [], "draft": before.get("draft", 0) + ("half" not in before)}
    if before["id"]:
        content["key"] = _key(before)
    try:
        yield from _about(content, before)
        yield from _parts(scene, content, before)
        visible = Visible((yield _who_may_see(scene.step["makes"])))
    except Left:
        if any(content["parts"]):
            content["parts"] += before.get("parts", [])[len(content["parts"]):]
            yield _half(scene.step["makes"], content, before)
        return
    if any(content["parts"]):
        yield Made(scene.step["makes"], content, visible, replaces=before["id"])
        if "half" in before:
            yield Made(scene.step["makes"], {**content, "dropped": True}, Visible.ME, replaces=before["half"])


def _half(kind: str, content: dict[str, Any], before: dict[str, Any]) -> Made:
    """What was left half way. Where others may see the draft before it, that one goes on to count."""
    if not before["id"] or ("half" not in before and before["visible"] == Visible.ME):
        return Made(kind, content, Visible.ME, replaces=before["id"])
    return Made(kind, {**content, "key": "", "of": content["key"]}, Visible.ME, replaces=before.get("half", ""))


def _about(content: dict[str, Any], before: dict[str, Any]) -> Part:
    content["title"] = yield _line(TITLE, before.get("title", ""), "an untitled text")
    content["writers"] = yield Ask(Form.NUMBER, "How many people wrote it together?", least=1, most=MOST_WRITERS,
                                   default=before.get("writers", 1))
    content["role"] = yield _line(ROLE, before.get("role", ""), "")


def _parts(scene: Scene, content: dict[str, Any], before: dict[str, Any]) -> Part:
    old = before.get("parts", [])
    for place, heading in enumerate(content["headings"] or [scene.step["prompt"]]):
        was = old[place] if place < len(old) else ""
        facts = (f"So far: {was} Press Enter to keep it.",) if was and before["visible"] != Visible.ME else ()
        content["parts"].append((yield Ask(Form.WORDS, heading, optional=True, default=was or None, makes=scene.step["makes"],
                                           facts=facts)))


def _line(question: str, was: str, otherwise: str) -> Ask:
    return Ask(Form.WORDS, question, optional=True, default=was or otherwise or None)


def _who_may_see(makes: str) -> Ask:
    return Ask(Form.CHOICE, "Who may see it? Its writers choose.", (*WHO_MAY_SEE, Option("me", "Only its writers")), makes=makes)


def _diary(scene: Scene) -> StepScript:
    pages = 0
    while (text := (yield Ask(Form.WORDS, "Does anybody want a page of their diary kept? Nobody else will see it.", many=True,
                              makes="diary", so_far=("A page was kept.",) * pages))) is not None:
        pages += 1
        page = yield Made("diary", {"parts": [text], "headings": [], "title": "", "letter": "", "draft": 1}, Visible.ME)
        passage = yield Ask(Form.WORDS, "Which passage does its writer choose to share, if any? Enter alone shares nothing.",
                            optional=True, makes="passage")
        if passage:
            visible = yield _who_may_see("passage")
            yield Made("passage", {"text": passage, "of": page}, Visible(visible))
