"""Closing: the tally of the feedback cards, and what people wrote in their own words."""

from kit.content.vocabulary import RATINGS
from kit.engine.scene import Made, Scene, StepScript
from kit.model import Ask, Form, Option

_RATINGS = tuple(Option(word, word) for word in RATINGS)


def feedback(scene: Scene) -> StepScript:
    """One tally for each rated question, then each answer in words, with no names."""
    earlier = {r.content["question"]: r.id for r in scene.earlier("feedback")}
    for question in scene.step["questions"]:
        counts = yield Ask(Form.COUNTS, f"{question} How many ticked each box?", _RATINGS, makes="feedback")
        yield Made("feedback", {"question": question, "counts": counts}, replaces=earlier.get(question, ""))
    for question in scene.step["words"]:
        so_far: list[str] = []
        while (text := (yield Ask(Form.WORDS, question, many=True, makes="feedback-words", so_far=tuple(so_far)))) is not None:
            yield Made("feedback-words", {"question": question, "text": text})
            so_far.append(text)
