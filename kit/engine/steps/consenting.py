"""Consent: a proposal is changed until nobody objects, or kept for another day. Consensus: the same with four answers.

Every objection is taken as it is. Nobody is asked to prove theirs: an uneasy feeling may be the signal (FIELD.md, 3.4 and 3.5).
"""

from collections.abc import Mapping
from typing import Any

from kit.engine.scene import Left, Made, Part, Scene, StepScript
from kit.engine.steps.options import up_to
from kit.engine.steps.promising import promises
from kit.engine.steps.voting import other_views
from kit.model import Ask, Form, Option
from kit.model.promise import LISTED
from kit.model.results import DISSENT

ANSWERS: Mapping[str, Mapping[str, str]] = {
    "consent": {"yes": "no objection", "concern": "no objection, but a concern", "stop": "objection", "pass": "pass"},
    "consensus": {"yes": "agree", "concern": "agree with doubts", "aside": "stand aside", "stop": "block", "pass": "pass"},
}
"""The answers of each way, by their keys. One "stop" holds the proposal up."""

RULES = {"consent": "Consent: nobody objects. Good enough for now, and safe enough to try.",
         "consensus": "Consensus: nobody blocks, and people do agree."}


def consent(scene: Scene) -> StepScript:
    """The proposal, questions, first thoughts, and rounds in which objections change it. Left half way, it is kept as it is."""
    before = next(iter(scene.earlier("decision")), None)
    question = scene.step["question"] or (yield Ask(Form.WORDS, "What is the question?", makes="decision"))
    proposal = yield Ask(Form.WORDS, "What is the proposal?", makes="proposal", default=scene.step["proposal"] or None)
    made = yield Made("proposal", {"text": proposal, "question": question})
    for ask in ("Does anybody have a question about it? Go round, then go on.",
                "What are first thoughts? Go round once. Nobody answers back. Then go on."):
        yield Ask(Form.GO, ask, room_facts=(proposal,))
    content: dict[str, Any] = {"question": question, "method": RULES[scene.step["how"]], "proposals": [proposal], "open": True}
    content |= {"decided": "", "review": "", "who_acts": ""}
    try:
        yield from _rounds(scene, content, made)
        yield from _afterwards(scene, content)
    except Left:
        if before or "counts" not in content:
            return
    yield Made("decision", dict(content), replaces=before.id if before else "")


def _rounds(scene: Scene, content: dict[str, Any], made: str) -> Part:
    """Ask, hear objections and change the proposal, until nobody objects or it waits for another day."""
    question, proposal = content["question"], content["proposals"][-1]
    while True:
        counts = yield from _asked(scene, proposal, content)
        if not counts["stop"] and counts["yes"] + counts["concern"]:
            content |= {"open": False, "decided": proposal}
            return
        yield from _objections(question)
        if (yield _what_now(proposal)) == "later":
            return
        proposal = yield Ask(Form.WORDS, "What does the proposal say now?", makes="proposal", default=proposal)
        made = yield Made("proposal", {"text": proposal, "question": question}, replaces=made)
        content["proposals"].append(proposal)


def _asked(scene: Scene, proposal: str, content: dict[str, Any]) -> Part:
    words = ANSWERS[scene.step["how"]]
    people = yield Ask(Form.NUMBER, "How many people are asked?", least=1, most=500, default=scene.people or None,
                       room_facts=(proposal,))
    counts = yield Ask(Form.COUNTS, "Ask each person in turn. How many gave each answer?",
                       tuple(Option(key, words[key]) for key in words), makes="consent", room_facts=(proposal,),
                       check=up_to(people, "people"))
    content["options"] = dict(words)
    content["counts"] = counts
    content["people"] = people
    return counts


def _objections(question: str) -> Part:
    so_far: list[str] = []
    while (words := (yield Ask(Form.WORDS, "What are the objections? One at a time, in people's own words.", many=True,
                               makes=DISSENT, so_far=tuple(so_far)))) is not None:
        so_far.append(words)
        yield Made(DISSENT, {"text": words, "question": question, "objection": True})


def _what_now(proposal: str) -> Ask:
    return Ask(Form.CHOICE, "Thank people for every objection. What now?", (
        Option("change", "Change the proposal, and ask again"), Option("later", "Not today: it stays open")),
        room_facts=(proposal,))


def _afterwards(scene: Scene, content: dict[str, Any]) -> Part:
    yield from other_views(scene, content["question"])
    acts = () if content["open"] else (yield from promises(content["question"]))
    content["who_acts"] = LISTED.join(acts)
    content["review"] = yield Ask(Form.WORDS, "When will we look at this again?", optional=True, makes="decision")
