"""Mixing the tables, with the facilitator's yes before anybody is asked to move."""

from kit.engine.mixing import mix, repeats
from kit.engine.scene import Chance, Made, Scene, StepScript
from kit.model import Ask, Form, Option
from kit.model.text import counted, listed


def seat(scene: Scene) -> StepScript:
    """Deal people to tables until the facilitator says yes; only then may the room see them.

    People who gave no name go by a numbered card.
    """
    people = scene.names
    if len(people) < 2:
        yield Ask(Form.GO, "There are too few people to mix. Go on.")
        return
    replaced = next(iter(scene.earlier("seating")), None)
    before = [r.content["tables"] for r in scene.standing("seating") if r is not replaced]
    most = len(people) // 2
    usual = min(most, -(-len(people) // scene.step["table_size"]))
    count = yield Ask(Form.NUMBER, "How many tables?", least=1, most=most, default=usual)
    while True:
        tables = yield Chance(lambda chance: mix(people, count, before, chance))
        again = repeats(tables, before)
        facts = (f"{counted(again, 'pair')} sat together before." if again else "Nobody sits with the same person twice.",)
        lines = tuple(f"Table {n}: {listed(table)}." for n, table in enumerate(tables, 1))
        answer = yield Ask(Form.CHOICE, "Use these tables?", (Option("yes", "Yes, use these"), Option("again", "Mix again")),
                           makes="seating", facts=lines + (facts if before else ()), default="yes")
        if answer == "yes":
            break
    yield Made("seating", {"tables": tables}, replaces=replaced.id if replaced else "")
    yield Ask(Form.GO, "Read out the tables. Go on when people sit.", room_facts=lines)
