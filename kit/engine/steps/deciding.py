"""One decision, in the open: who decides, by which rule, what cannot change, why, who sees it another way, who is told."""

from collections.abc import Mapping
from typing import Any

from kit.engine.scene import Left, Made, Part, Scene, StepScript
from kit.engine.steps.promising import promises
from kit.engine.steps.voting import other_views
from kit.model import Ask, Form, Option
from kit.model.promise import LISTED
from kit.model.results import RESULTS

Questions = tuple[tuple[str, str, bool], ...]
"""Part of the record, question, and whether it may stay empty."""

_BEFORE: Questions = (
    ("question", "What is the question?", False),
    ("why_now", "Why does it come up now?", True),
    ("who_decides", "Who decides this?", False),
    ("final_say", "Who has the final say?", True),
    ("fixed", "What cannot change today?", True),
)
_METHOD: Questions = (
    ("method", "How is it decided, and by which rule?", True),
    ("options", "What was there to choose from?", True),
    ("counts", "How many were for each?", True),
)
_ELSEWHERE: Questions = (
    ("question", "What was it about?", False),
    ("where", "Where was it decided?", False),
    ("who_decides", "Who decided this?", False),
    ("final_say", "Who has the final say?", True),
    ("fixed", "What of it can we still change, and what not?", True),
)
_RESULT: Questions = (("decided", "What was decided?", False), ("reasons", "What are the reasons?", True))
_AFTERWARDS: Questions = (
    ("review", "When will we look at this again?", True),
    ("told", "Who is told about it, and when?", True),
)

ROLES = {"raised": "raised it", "discussed": "talked about it", "decided": "decided it", "told": "were told"}
"""What people can do in a decision, with its words."""

DECISION_PARTS = {question: name for asked in (_BEFORE, _METHOD, _ELSEWHERE, _RESULT, _AFTERWARDS) for name, question, _ in asked}
"""The part of a decision record that each question asks for."""


def decide(scene: Scene) -> StepScript:
    """One decision made here; or one that was made elsewhere, brought back. Left half way, it is kept as open.

    Gone back to, it is what it was but for the parts that are said anew. Other views are records of their own beside it. What
    a vote, a rating or a ranking of the same block says is not asked again.
    """
    elsewhere = bool(scene.step.settings.get("elsewhere"))
    before = next(iter(scene.earlier("decision")), None)
    record: dict[str, Any] = {"elsewhere": elsewhere, "roles": {}, "open": True, "who_acts": "", "results": _results(scene)}
    known: Mapping[str, Any] = before.content if before else scene.step.settings
    method = () if elsewhere or record["results"] else _METHOD
    asked = (*(_ELSEWHERE if elsewhere else _BEFORE), *method, *_RESULT)
    record |= {name: "" for name, _, _ in (*asked, *_AFTERWARDS)}
    if before:
        record |= {name: part for name, part in before.content.items() if name != "results"}
    try:
        yield from _questions(known, record, asked, 1, len(asked) + len(_AFTERWARDS))
        yield from other_views(scene, record["question"])
        acts = filter(None, (record["who_acts"], *(yield from promises(record["question"]))))
        record["who_acts"] = LISTED.join(acts) or str(known.get("who_acts", ""))
        yield from _questions(known, record, _AFTERWARDS, 1 + len(asked), len(asked) + len(_AFTERWARDS))
        record["roles"] = dict(record["roles"])
        yield from _roles(record["roles"])
        record["open"] = False
    except Left:
        if not record["question"] or (before and record == before.content):
            return
    yield Made("decision", dict(record), replaces=before.id if before else "")


def _results(scene: Scene) -> list[str]:
    """Ids of what this block has counted so far."""
    return [r.id for r in scene.records() if r.origin.block == scene.here[0] and r.kind in RESULTS and r.kind != "decision"]


def _questions(known: Mapping[str, Any], record: dict[str, Any], questions: Questions, first: int, of: int) -> Part:
    """Ask for parts of a decision. What is known, from the plan or from an earlier visit, stands unless other words come.

    `first` and `of` say to the facilitator which of how many parts it is.
    """
    for number, (name, question, optional) in enumerate(questions, first):
        words = known.get(name, "")
        facts = (f"Part {number} of {of} of the decision.", *((f"So far: {words} Press Enter to keep it.",) if words else ()))
        record[name] = yield Ask(Form.WORDS, question, optional=optional, default=words or None, makes="decision", facts=facts)


def _roles(roles: dict[str, str]) -> Part:
    """Which roles did what, in role words and never names; as much of it as people want to say."""
    options = tuple(Option(key, f"{key}: who {words}") for key, words in ROLES.items())
    while (answer := (yield Ask(
            Form.LABELLED, "Which roles had a part? Role words only, with commas between.", options, many=True,
            makes="decision-role", so_far=tuple(f"{key}: {words}" for key, words in roles.items())))) is not None:
        roles[answer["label"]] = answer["text"]
