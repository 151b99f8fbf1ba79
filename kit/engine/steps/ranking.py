"""Ranking: private slips with an order of letters, added up as rank sums. Ties are halves, and stay whole numbers."""

from kit.engine.scene import Made, Part, Scene, StepScript
from kit.engine.steps.options import lettered, lines, options_of
from kit.engine.steps.voting import other_views
from kit.model import Ask, Form
from kit.model.gate import SMALL
from kit.model.ranks import rank_sums
from kit.model.results import ranking_lines

Order = list[list[str]]
"""Letters from the first place on; letters in one place are equal."""


def rank(scene: Scene) -> StepScript:
    """Each slip as it comes, with no name, for each group if there are groups; then the sums beside the options."""
    options = yield from options_of(scene)
    if len(options) < 2:
        yield Ask(Form.GO, "There are fewer than two things to put in order. Go on.")
        return
    groups: dict[str, list[Order]] = {}
    for group in scene.step["groups"] or ("",):
        groups[group] = yield from _slips(scene, options, group)
    slips = [slip for one in groups.values() for slip in one]
    content = {"question": scene.step["question"], "options": options, "choose": scene.step["choose"],
               **rank_sums(slips, tuple(options), scene.step["choose"])}
    if len(groups) > 1 and all(len(one) >= SMALL for one in groups.values()):
        content["groups"] = {name: rank_sums(one, tuple(options), scene.step["choose"]) for name, one in groups.items()}
    earlier = next((r.id for r in scene.earlier("ranking")), "")
    yield Made("ranking", content, replaces=earlier)
    yield Ask(Form.GO, "Read out the sums. Which of them surprise people? Go on when you have talked.",
              room_facts=ranking_lines(content))
    yield from other_views(scene, scene.step["question"])


def _slips(scene: Scene, options: dict[str, str], group: str) -> Part:
    most = scene.step["choose"] or len(options)
    slips: list[Order] = []
    of = f", from {group}" if group else ""
    while (slip := (yield Ask(
            Form.ORDER, f"Type one slip{of}: the letters in its order, first place first.", lettered(options), many=True,
            makes="ranking", most=most, so_far=tuple(f"slip {n}" for n in range(1, len(slips) + 1)),
            facts=("Mix the slips first. Two equal letters: A=B. A slip may leave letters out.",),
            room_facts=lines(options)))) is not None:
        slips.append(slip)
    return slips
