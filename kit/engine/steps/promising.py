"""What people take on: who will do what, by when. And what went wrong, with what was changed."""

from kit.engine.scene import Made, Part, Scene, StepScript
from kit.model import Ask, Form
from kit.model.promise import OPEN, taken_on

BY_WHEN = "By when? It can stay empty."


def promise(scene: Scene) -> StepScript:
    """Promises, one after another. Only people who offer take one on."""
    yield from promises(scene.step["question"])


def promises(about: str) -> Part:
    """Promises about something, each kept at once; gives back their lines."""
    so_far: list[str] = []
    while (text := (yield Ask(Form.WORDS, "Who will do what? One promise at a time. A role can stand for a name.", many=True,
                              makes="promise", so_far=tuple(so_far)))) is not None:
        by = yield Ask(Form.WORDS, BY_WHEN, optional=True, makes="promise", facts=(text,))
        content = {"text": text, "by": by, "about": about, "state": OPEN}
        yield Made("promise", content)
        so_far.append(taken_on(content))
    return tuple(so_far)


def lesson(scene: Scene) -> StepScript:
    """What went wrong, and what we changed. It is about how we work, never about a person."""
    so_far: list[str] = []
    while (text := (yield Ask(Form.WORDS, scene.step["question"], many=True, makes="lesson", so_far=tuple(so_far),
                              facts=("Say what went wrong, not who.",)))) is not None:
        changed = yield Ask(Form.WORDS, "What did we change, or what will we? It can stay empty.", optional=True, makes="lesson",
                            facts=(text,))
        yield Made("lesson", {"text": text, "changed": changed})
        so_far.append(f"{text} Changed: {changed or 'nothing yet'}")
