"""The script of each step kind. A kind of the vocabulary has exactly one script here, under the same name."""

from collections.abc import Callable
from importlib import import_module

from kit.engine.scene import Scene, StepScript
from kit.engine.steps.agreeing import agree, term
from kit.engine.steps.closing import feedback
from kit.engine.steps.drawings import caption, draw, gallery, resonate
from kit.engine.steps.talking import collect, round_, say, scale, talk, wait


def _when_wanted(module: str, name: str) -> Callable[[Scene], StepScript]:
    """A script that is loaded when a room first comes to it: the mixer is no part of the first screen."""
    def script(scene: Scene) -> StepScript:
        loaded: Callable[[Scene], StepScript] = getattr(import_module(f"kit.engine.steps.{module}"), name)
        return loaded(scene)

    return script


SCRIPTS: dict[str, Callable[[Scene], StepScript]] = {
    "agree": agree, "caption": caption, "carry": _when_wanted("carrying", "carry"), "code": _when_wanted("coding", "code"),
    "collect": collect,
    "consent": _when_wanted("consenting", "consent"), "decide": _when_wanted("deciding", "decide"), "draw": draw,
    "feedback": feedback, "gallery": gallery, "group": _when_wanted("grouping", "group"),
    "lesson": _when_wanted("promising", "lesson"), "promise": _when_wanted("promising", "promise"),
    "rank": _when_wanted("ranking", "rank"), "rate": _when_wanted("rating", "rate"), "resonate": resonate, "round": round_,
    "say": say, "scale": scale, "seat": _when_wanted("seating", "seat"), "sort": _when_wanted("sorting", "sort"), "talk": talk,
    "term": term, "vote": _when_wanted("voting", "vote"), "wait": wait, "write": _when_wanted("writing", "write"),
}
