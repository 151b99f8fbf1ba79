"""What a room chooses between: options the step names, or options from the room, merged only where their owners say yes."""


from collections.abc import Callable, Mapping

from kit.engine.scene import Made, Part, Scene
from kit.model import Ask, Form, Option
from kit.model.sheetcode import SERIES

MOST_OPTIONS = len(SERIES)
"""Each option has a letter."""


def options_of(scene: Scene, given: str = "options", makes: str = "proposal") -> Part:
    """The words of each option by its letter, in the order they came. Gone back to, the step keeps the options it had.

    `given` is the field that names options before the day; `makes` the kind of record each becomes. Those that were named
    before are nobody's words: they are marked as planned, and go as far as what was chosen among them.
    """
    kept = {r.id: str(r.content["text"]) for r in scene.earlier(makes)}
    question = scene.step["question"]
    named = scene.step[given]
    if not kept:
        for text in named[:MOST_OPTIONS]:
            kept[(yield Made(makes, {"text": text, "question": question, "planned": True}))] = text
    if not named:
        yield from _from_the_room(question, makes, kept)
        yield from _merged(question, makes, kept)
    return dict(zip(SERIES, kept.values(), strict=False))


def lettered(options: dict[str, str]) -> tuple[Option, ...]:
    """Options as they are shown."""
    return tuple(Option(letter, f"{letter}: {text}") for letter, text in options.items())


def lines(options: dict[str, str]) -> tuple[str, ...]:
    """Options as they are read out."""
    return tuple(option.words for option in lettered(options))


def up_to(total: int, what: str) -> Callable[[Mapping[str, int]], str]:
    """A check of counts: no more in all than there are."""
    def check(counts: Mapping[str, int]) -> str:
        number = sum(counts.values())
        return f"That is {number} in all. There are only {total} {what}." if number > total else ""

    return check


def _from_the_room(question: str, makes: str, kept: dict[str, str]) -> Part:
    """One after another, with no names."""
    while len(kept) < MOST_OPTIONS:
        text = yield Ask(Form.WORDS, question or "What do we choose between?", many=True, makes=makes,
                         so_far=tuple(kept.values()), room_facts=tuple(kept.values()),
                         facts=("Type each choice first, one at a time. What people say to each comes next.",))
        if text is None:
            return
        kept[(yield Made(makes, {"text": text, "question": question}))] = text


def _merged(question: str, makes: str, kept: dict[str, str]) -> Part:
    """Options that say the same become one, so that dots are not split; an unusual idea stays."""
    while len(kept) > 1:
        letters = dict(zip(SERIES, kept, strict=False))
        some = yield Ask(
            Form.SOME, "Do any of these say the same? Whoever gave them must all say yes. Press Enter for none.",
            tuple(Option(letter, f"{letter}: {kept[id]}") for letter, id in letters.items()), default=[],
            check=lambda keys: "Give two letters or more, or none." if len(keys) == 1 else "")
        if not some:
            return
        same = [letters[letter] for letter in some]
        words = yield Ask(Form.WORDS, "Which words stand for all of these?", default=kept[same[0]], makes=makes,
                          facts=tuple(kept[id] for id in same))
        new = yield Made(makes, {"text": words, "question": question, "merged": [kept[id] for id in same]}, replaces=same[0])
        for id in same[1:]:
            yield Made(makes, {"text": kept[id], "question": question, "dropped": True}, replaces=id)
        left = [(new, words) if id == same[0] else (id, text) for id, text in kept.items() if id not in same[1:]]
        kept.clear()
        kept.update(left)
