"""Forgetting a person, a thing or a whole workshop: what goes is counted first, and a question says that it cannot be undone."""

from collections.abc import Callable
from functools import partial

from kit.desk.flows import Do, Line, Pick, Talk, Tell, menu, sure
from kit.desk.forget import foretell, forget, forget_names, standing_inside
from kit.desk.world import World
from kit.engine import setting_of
from kit.model.text import counted
from kit.store import Programme, read_history

_FOR_GOOD = ("This cannot be undone. The words go from every file of this folder.",
             "Paper that was handed out, and copies made before, cannot be called back from here.")


def forgetting(programme: Programme, world: World) -> Talk:
    """What can be forgotten."""
    def rows() -> list[tuple[str, str, Callable[[], Talk]]]:
        return [("A person, by the name they gave", "", partial(_named, programme, world, "Which name did they give?")),
                ("A thing, by the code on its slip", "", partial(_named, programme, world, "Which code is on the slip?")),
                ("Words that stand in no record", "", partial(_named, programme, world, "Which words? As they were typed.")),
                ("A whole workshop", "", partial(_workshop, programme, world)),
                ("Only the names beside things", "what people made stays", partial(_names, programme, world))]

    return menu(lambda: "Forget", rows, lambda: _FOR_GOOD)


def forget_this(programme: Programme, world: World, words: str, workshop: str = "") -> Talk:
    """Ask once more, with what would go counted; then forget it and give the receipt."""
    goes = yield Do("Looking", lambda progress: foretell(programme, words, workshop=workshop))
    if not (yield from sure("Forget this for good?", "Yes, erase it. This cannot be undone", (goes, *_FOR_GOOD))):
        return None
    receipt = yield Do("Erasing, and looking through the whole folder",
                       lambda progress: forget(programme, words, world, workshop=workshop))
    yield Tell("Receipt", receipt.sentences())
    if receipt.inside and (yield Pick("Show the longer words in which it stands?", ("No", "Yes, show them here"))):
        found = yield Do("Looking", lambda progress: standing_inside(programme, words, world))
        yield Tell("Longer words", (*found, "Find each with “Find”, and change or forget what holds it, where it means them."))
    return None


def _named(programme: Programme, world: World, question: str) -> Talk:
    words = yield Line("Forget", question)
    return None if words is None else (yield from forget_this(programme, world, words))


def _workshop(programme: Programme, world: World) -> Talk:
    history = read_history(programme.folder, programme.keys)
    sessions = history.sessions()
    if not sessions:
        yield Tell("Forget", ("No workshop has begun yet.",))
        return None
    begun = [setting_of(history.events(session)) for session in sessions]
    rows = tuple(f"Workshop {setting.place.workshop}: {setting.script.plan.title}, begun {history.events(session)[0].at[:10]}"
                 for session, setting in zip(sessions, begun, strict=True))
    place = yield Pick("Which workshop?", rows)
    return None if place is None else (yield from forget_this(programme, world, "", sessions[place]))


def _names(programme: Programme, world: World) -> Talk:
    about = ("What people made stays, with nobody's name beside it.", *_FOR_GOOD[:1])
    if (yield from sure("Destroy the names of those who made things?", "Yes, destroy the names. This cannot be undone", about)):
        went = yield Do("Erasing", lambda progress: forget_names(programme, world))
        yield Tell("Receipt", (f"{counted(went, 'name')} destroyed. What was made stays, with nobody's name.",))
    return None
