"""Steps in which people talk, think or rest, and what they want written down."""

from kit.engine.fairness import counted_turns, counts_turns
from kit.engine.scene import Made, Scene, StepScript
from kit.model import Ask, Form, Option
from kit.model.text import counted


def say(scene: Scene) -> StepScript:
    """Words only: go on when they are said."""
    yield Ask(Form.GO, "Go on when this is said.")


def wait(scene: Scene) -> StepScript:
    """Quiet or working time: go on when people are ready."""
    yield Ask(Form.GO, "Go on when people are ready." if not scene.step["quiet"] else "Quiet time. Go on when people are ready.")


def round_(scene: Scene) -> StepScript:
    """Everybody in turn, whoever is invited first going first."""
    seconds = scene.step["seconds"]
    time = counted(seconds // 60, "minute") if seconds % 60 == 0 else f"{seconds} seconds"
    lines = (f"First: {scene.step['first']}.", f"About {time} each. You can pass.")
    if counts_turns(scene):
        yield from counted_turns(scene, lines)
    else:
        yield Ask(Form.GO, "Go on when the round is over.", room_facts=lines)


def talk(scene: Scene) -> StepScript:
    """People talk freely; turns are counted only where somebody asked for it."""
    if counts_turns(scene):
        yield from counted_turns(scene, ())
    else:
        yield Ask(Form.GO, "Go on when people have talked.")


def collect(scene: Scene) -> StepScript:
    """Short texts, one after another, with no names."""
    so_far: list[str] = []
    kind = scene.step["makes"]
    while (text := (yield Ask(Form.WORDS, scene.step["question"], many=True, makes=kind, so_far=tuple(so_far)))) is not None:
        yield Made(kind, {"text": text, "question": scene.step["question"]})
        so_far.append(text)


def scale(scene: Scene) -> StepScript:
    """How many people chose each word. Nobody is tied to a word."""
    options = tuple(Option(word, word) for word in scene.step["options"])
    counts = yield Ask(Form.COUNTS, f"{scene.step['question']} How many chose each word?", options, makes="check-in")
    earlier = next((r.id for r in scene.earlier("check-in")), "")
    yield Made("check-in", {"question": scene.step["question"], "counts": counts}, replaces=earlier)
