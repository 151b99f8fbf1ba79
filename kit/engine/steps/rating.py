"""Rating in rounds, by a rule that is locked before round one: rate, see the spread, talk, rate again.

The lock is a record, and stands in the session's event. While it stands, no later visit asks for the rule again.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from kit.engine.scene import Made, Part, Scene, StepScript
from kit.engine.steps.options import lines, options_of, up_to
from kit.engine.steps.voting import other_views
from kit.model import Ask, Form, Option
from kit.model.data import from_data, to_data
from kit.model.gate import SMALL
from kit.model.results import rating_lines, spread_lines
from kit.model.rule import Rule, Tally, in_part, together
from kit.model.rulewords import locked_lines, warnings

MOST_ROUNDS = 5

Groups = Mapping[str, Tally]


def rate(scene: Scene) -> StepScript:
    """The statements, the lock, then as many rounds as were locked."""
    statements = yield from options_of(scene, "statements", "statement")
    if not statements:
        yield Ask(Form.GO, "There is nothing to rate. Go on.")
        return
    locked = yield from _locked(scene, statements)
    for number in range(1, locked["rounds"] + 1):
        kept = {r.content["label"]: r.id for r in scene.earlier("rating") if r.content["round"] == number}
        if set(kept) < set(locked["statements"]):
            yield from _round(scene, locked, number, kept)
    yield from other_views(scene, scene.step["question"])


def _locked(scene: Scene, statements: dict[str, str]) -> Part:
    """The lock: what it says is printed, and stays."""
    before = next(iter(scene.earlier("rating-rule")), None)
    if before:
        yield Ask(Form.GO, "The rule was locked before round one, and it stays. To change it, make a decision. Go on.",
                  room_facts=locked_lines(before.content))
        return before.content
    content = _as_planned(scene, statements)
    while (choice := (yield Ask(Form.CHOICE, "Is this the rule? After round one begins it cannot change.", (
            Option("lock", "Lock it"), Option("rule", "Choose another rule"),
            Option("rounds", "Change how many rounds")), makes="rating-rule", room_facts=locked_lines(content),
            facts=warnings(content, scene.people)))) != "lock":
        content |= yield from _changed(scene, choice, content)
    yield Made("rating-rule", content)
    yield Ask(Form.GO, "It is locked. Print it, or write it on the wall: rating-sheet. Go on when each person has a sheet.",
              room_facts=locked_lines(content))
    return content


def _as_planned(scene: Scene, statements: dict[str, str]) -> dict[str, Any]:
    step = scene.step
    rule = next((rule for rule in scene.rules if rule.id == step["rule"]), scene.rules[0])
    return {"question": step["question"], "statements": statements, "scale": step["scale"], "rounds": step["rounds"],
            "groups": list(step["groups"]), "rule": to_data(rule)}


def _changed(scene: Scene, choice: str, content: dict[str, Any]) -> Part:
    if choice == "rounds":
        return {"rounds": (yield Ask(Form.NUMBER, "How many rounds?", least=1, most=MOST_ROUNDS, default=content["rounds"]))}
    options = tuple(Option(rule.id, f"{rule.title}. {rule.words}") for rule in scene.rules)
    key = yield Ask(Form.CHOICE, "Which rule?", options)
    return {"rule": to_data(next(rule for rule in scene.rules if rule.id == key))}


def _round(scene: Scene, locked: Mapping[str, Any], number: int, before: Mapping[str, str]) -> Part:
    """The sheets are counted, then each statement; each is kept at once, and looked at when all are in."""
    groups = tuple(locked["groups"]) or ("",)
    sheets: dict[str, int] = {}
    for group in groups:
        sheets[group] = yield _sheets(scene, locked, number, group, len(groups))
    kept = []
    for label, text in locked["statements"].items():
        tallies = {}
        for group in groups:
            tallies[group] = yield from _tally(locked, f"{label}: {text}", group, sheets[group])
        content = rated(locked, label, number, tallies)
        yield Made("rating", content, replaces=before.get(label, ""))
        kept.append(content)
    for content in kept:
        yield Ask(Form.GO, _after(number, locked["rounds"]), room_facts=(
            f"{content['label']}: {content['statement']}", *spread_lines(content), *rating_lines(content)))


def _after(number: int, rounds: int) -> str:
    return "Talk about it. Why do people see it so? Go on when you have talked." if number < rounds else "Read it out. Go on."


def _sheets(scene: Scene, locked: Mapping[str, Any], number: int, group: str, groups: int) -> Ask:
    of = f" from {group}" if group else ""
    return Ask(Form.NUMBER, f"Round {number} of {locked['rounds']}. How many sheets came back{of}, with empty ones?", least=0,
               most=500, default=scene.people // groups, makes="rating",
               room_facts=(f"Round {number} of {locked['rounds']}.", *lines(locked["statements"])),
               facts=("Each person rates alone. No name goes on a sheet.",))


def _tally(locked: Mapping[str, Any], statement: str, group: str, sheets: int) -> Part:
    scale = locked["scale"]
    options = (*(Option(str(n), f"{n}") for n in range(1, scale + 1)), Option("cant-say", "can't say"))
    of = f" from {group}" if group else ""
    counts = yield Ask(Form.COUNTS, f"{statement} — how many sheets{of} have each score?", options, makes="rating", most=sheets,
                       check=up_to(sheets, "sheets"))
    cant_say = counts["cant-say"]
    return Tally({n: counts[str(n)] for n in range(1, scale + 1)}, cant_say, sheets - sum(counts.values()))


def rated(locked: Mapping[str, Any], label: str, number: int, tallies: Groups) -> dict[str, Any]:
    """One statement in one round. What a group said apart is kept only where every group is large enough."""
    rule, scale = from_data(Rule, locked["rule"]), locked["scale"]
    every: Sequence[Tally] = tuple(tallies.values())
    whole = together(every)
    content: dict[str, Any] = {
        "question": locked["question"], "label": label, "statement": locked["statements"][label], "round": number,
        "rounds": locked["rounds"], "scale": scale, "counts": {str(n): whole.scores[n] for n in whole.scores},
        "cant_say": whole.cant_say, "blank": whole.blank, "of": rule.those_who_count(whole),
        "rule": rule.title, "outcome": rule.outcome(every, scale)}
    if len(tallies) > 1 and all(rule.those_who_count(tally) >= SMALL for tally in every):
        content["groups"] = {name: {"high": in_part(tally, "high", scale), "low": in_part(tally, "low", scale),
                                    "of": rule.those_who_count(tally)} for name, tally in tallies.items()}
    return content
