"""Working in groups: pairs, groups that join, jigsaws, writing partners, and a rota of stations."""

from collections.abc import Sequence
from random import Random
from typing import Any

from kit.engine.grouping import groups_of, jigsaw, joining, partners, rota
from kit.engine.scene import Chance, Known, Made, Part, Scene, StepScript
from kit.model import Ask, Form, Option
from kit.model.text import listed

SIZES = {"pairs": 2, "threes": 3, "fours": 4}
_CHOICES = (Option("yes", "Yes, use these"), Option("again", "Mix again"))

Rounds = list[dict[str, Any]]
"""For each round a title and its groups: `{"title": str, "groups": [[name, …], …]}`."""


def group(scene: Scene) -> StepScript:
    """Make groups, show them to the facilitator first, and read out one round after another."""
    people = scene.names
    if len(people) < 2:
        yield Ask(Form.GO, "There are too few people to make groups. Go on.")
        return
    replaced = next(iter(scene.earlier("groups")), None)
    topics = (yield from _topics(scene))[:len(people)] if scene.step["how"] in ("jigsaw", "rota") else ()
    wishes = (yield from _wishes(people)) if scene.step["how"] == "partners" else ()
    while True:
        rounds = yield Chance(lambda chance: _rounds(scene, people, topics, wishes, scene.known(), chance))
        lines = tuple(line for made in rounds for line in (f"{made['title']}:", *_lines(made)))
        if (yield Ask(Form.CHOICE, "Use these groups?", _CHOICES, makes="groups", facts=lines, default="yes")) == "yes":
            break
    yield Made("groups", {"how": scene.step["how"], "rounds": rounds}, replaces=replaced.id if replaced else "")
    for made in rounds:
        yield Ask(Form.GO, f"{made['title']}. Read out the groups. Go on when this round is over.", room_facts=_lines(made))


def _topics(scene: Scene) -> Part:
    """The plan's topics, or those the room names now; never more than there are people for."""
    if scene.step["topics"]:
        return tuple(scene.step["topics"])[:len(scene.names)]
    topics: list[str] = []
    while len(topics) < len(scene.names):
        topic = yield Ask(Form.WORDS, "What are the topics, one for each group?", many=True, so_far=tuple(topics))
        if topic is None:
            break
        topics.append(topic)
    return tuple(topics or ["One topic"])


def _wishes(people: tuple[str, ...]) -> Part:
    """Pairs who would like to work together. Both were asked beforehand, so a wish goes both ways."""
    options = tuple(Option(str(n), f"{n} {name}") for n, name in enumerate(people, 1))
    wishes: list[tuple[str, str]] = []
    while True:
        two = yield Ask(Form.SOME, "Which two people would like to work together? Ask both in private.", options, many=True,
                        check=lambda keys: "" if len(keys) == 2 else "Please give two numbers.",
                        so_far=tuple(" and ".join(pair) for pair in wishes))
        if two is None:
            return tuple(wishes)
        wishes.append((people[int(two[0]) - 1], people[int(two[1]) - 1]))


def _rounds(scene: Scene, people: Sequence[str], topics: Sequence[str], wishes: Sequence[tuple[str, str]], known: Known,
            chance: Random) -> Rounds:
    before = [r.content["tables"] for r in scene.standing("seating")]
    before += [made["groups"] for r in scene.standing("groups") for made in r.content["rounds"] if len(made["groups"]) > 1]
    match scene.step["how"]:
        case "one-two-four-all":
            titles = ("Each alone", "In pairs", "Pairs together", "All together")
            return [_round(*both) for both in zip(titles, joining(people, known, chance, before), strict=True)]
        case "jigsaw":
            homes, experts = jigsaw(people, len(topics), known, chance)
            return [_round("By topic", experts, topics), _round("In mixed groups", homes)]
        case "rota":
            return _rota(groups_of(max(2, -(-len(people) // len(topics))), people, known, chance, before), topics)
        case "partners":
            both = [pair for wish in wishes for pair in (wish, wish[::-1])]
            return [_round("Partners", partners(people, both, known, chance, before))]
        case how:
            return [_round(f"In {how}", groups_of(SIZES[how], people, known, chance, before))]


def _rota(groups: list[list[str]], topics: Sequence[str]) -> Rounds:
    turns = rota(len(groups), len(topics))
    return [_round(f"Round {n}", [groups[who] for who in at if who is not None],
                   [topic for topic, who in zip(topics, at, strict=True) if who is not None]) for n, at in enumerate(turns, 1)]


def _round(title: str, groups: Sequence[Sequence[str]], topics: Sequence[str] = ()) -> dict[str, Any]:
    return {"title": title, "groups": [list(names) for names in groups], "topics": list(topics)}


def _lines(made: dict[str, Any]) -> tuple[str, ...]:
    """A round as it is read out. One group of everybody, and everybody alone, need no names."""
    groups = made["groups"]
    if len(groups) == 1:
        return ("Everybody together.",)
    if all(len(names) == 1 for names in groups):
        return ("Each person alone.",)
    heads = made["topics"] or [f"Group {n}" for n in range(1, len(groups) + 1)]
    return tuple(f"{head}: {listed(names)}." for head, names in zip(heads, groups, strict=True))
