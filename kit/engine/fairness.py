"""Fair talk: turns counted by hand, a key for each role or table, for the facilitator alone.

Nobody is counted by name, and nothing is put in order of turns. Groups of fewer than three people are counted together, for a
count of one or two is a count of persons; where even together they are fewer than three, their turns are not shown at all.
"""

from collections.abc import Mapping

from kit.engine.scene import Left, Made, Scene, StepScript
from kit.model import Ask, Form, Option, Refusal, Step, Visible
from kit.model.text import clean_line, counted, listed

LEAST_SHOWN = 3
"""People below whom a group is not shown apart. It is fewer than what goes out needs (`kit.model.gate.SMALL`): these counts never
go out, and are for somebody who sees the room."""

WHERE = ("round", "talk")
"""Kinds of step in which turns can be counted."""

MOST_GROUPS, LONGEST_GROUP = 12, 60
"""Groups that are counted at once, and characters of a group's name."""

OTHERS = "small groups together"
QUESTION = "Who speaks? Count each turn."


def counts_turns(scene: Scene) -> bool:
    """Whether somebody asked for it. Sessions from before this could be asked for say nothing of it."""
    return bool(scene.step.settings.get("count"))


def read_groups(words: str, step: Step | None) -> "list[str] | Refusal":
    """The roles or tables to count from now on, typed with commas between; none to stop counting."""
    if step is None or step.kind not in WHERE:
        return Refusal("Turns are counted in a round or a talk. This step is neither.")
    groups = list(dict.fromkeys(name for part in words.split(",") if (name := clean_line(part))))
    if len(groups) > MOST_GROUPS or any(len(name) > LONGEST_GROUP for name in groups):
        return Refusal(f"Name at most {MOST_GROUPS} roles or tables, each in at most {LONGEST_GROUP} characters.")
    return groups


def counted_turns(scene: Scene, room: tuple[str, ...]) -> StepScript:
    """How many people each group has, then one answer for each turn. What was counted is the facilitator's own record."""
    every = tuple(Option(name, name) for name in scene.step["count"])
    people = yield Ask(Form.COUNTS, "How many people are in each of these? A guess is fine.", every, room_facts=room)
    groups = _groups(people)
    turns = dict.fromkeys(groups, 0)
    earlier = next((record.id for record in scene.earlier("talk")), "")
    options = tuple(Option(name, name) for name in groups)
    last = ""
    try:
        while options and (last := (yield Ask(Form.CHOICE, QUESTION, options, many=True, makes="talk", room_facts=room,
                                              facts=_facts(groups, turns, last)))):
            turns[last] += 1
    except Left:
        pass
    shown = {name: {"people": groups[name], "turns": turns[name]} for name in groups if groups[name] >= LEAST_SHOWN}
    if any(turns.values()):
        told = listed([f"{name}, {counted(counts['people'], 'person', 'people')}: {counted(counts['turns'], 'turn')}"
                       for name, counts in shown.items()])
        yield Made("talk", {"text": told or "All groups are too small to be told apart.", "groups": shown}, Visible.ME,
                   replaces=earlier)


def _groups(people: Mapping[str, int]) -> dict[str, int]:
    """The groups whose turns are counted, with their people, in the order they were given; small ones together."""
    groups = {name: count for name, count in people.items() if count >= LEAST_SHOWN}
    small = sum(count for count in people.values() if 0 < count < LEAST_SHOWN)
    return groups | ({OTHERS: small} if small else {})


def _facts(groups: Mapping[str, int], turns: Mapping[str, int], last: str) -> tuple[str, ...]:
    """What the facilitator sees: who was heard for the first time just now, who was not heard yet, and the turns so far."""
    shown = [name for name in groups if groups[name] >= LEAST_SHOWN]
    first = f"Heard for the first time: {last}." if last in shown and turns[last] == 1 else ""
    silent = [name for name in shown if not turns[name]]
    lines = (first, f"Not heard yet: {listed(silent)}." if silent and any(turns.values()) else "",
             f"Turns so far: {listed([f'{name} {turns[name]}' for name in shown if turns[name]])}."
             if any(turns[name] for name in shown) else "")
    return tuple(line for line in lines if line)
