"""The script of each step kind. A kind of the vocabulary has exactly one script here, under the same name."""

from collections.abc import Callable

from kit.engine.scene import Scene, StepScript
from kit.engine.steps.agreeing import agree, decide, term
from kit.engine.steps.closing import feedback
from kit.engine.steps.drawings import caption, draw, gallery, resonate
from kit.engine.steps.grouping import group
from kit.engine.steps.seating import seat
from kit.engine.steps.talking import collect, round_, say, scale, talk, wait

SCRIPTS: dict[str, Callable[[Scene], StepScript]] = {
    "agree": agree, "caption": caption, "collect": collect, "decide": decide, "draw": draw, "feedback": feedback,
    "gallery": gallery, "group": group, "resonate": resonate, "round": round_, "say": say, "scale": scale, "seat": seat,
    "talk": talk, "term": term, "wait": wait,
}
