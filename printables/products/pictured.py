"""Which drawing goes with what: one table, so that the same thing always has the same picture."""

from kit.model import Block, Script

BY_STEP = {
    "say": "talk", "wait": "quiet", "round": "circle", "collect": "write", "draw": "draw", "gallery": "eye", "resonate": "heart",
    "caption": "caption", "seat": "seats", "group": "people", "agree": "agree", "term": "question", "decide": "choose",
    "scale": "sun", "write": "write", "code": "eye", "sort": "card",
    "feedback": "card",
}
"""The drawing of each kind of step (`kit.content.vocabulary.KINDS`)."""

PLAIN_STEPS = ("say", "wait", "round", "collect")
"""Kinds of step that nearly every activity has: another kind says more about it."""

BREAK = "break"

BY_RATING = ("good", "feeling", "bad", "pause")
"""A drawing for each of `kit.content.vocabulary.RATINGS`."""


def picture_of(block: Block, script: Script) -> str:
    """The drawing of a block: that of its first telling step, or a cup of tea for a break."""
    activity = script.activity(block)
    kinds = [step.kind for step in activity.steps] if activity else []
    telling = [kind for kind in kinds if kind not in PLAIN_STEPS] or kinds
    return BY_STEP.get(telling[0], "people") if telling else BREAK
