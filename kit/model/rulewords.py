"""A locked rule in words, as it is printed before round one; and what to be warned of in a small room."""

from collections.abc import Mapping
from typing import Any

from kit.model.data import from_data
from kit.model.rule import Condition, Rule, bands, conditions
from kit.model.text import counted, listed


def locked_lines(content: Mapping[str, Any]) -> tuple[str, ...]:
    """The scale, the rule, who counts, the groups and the rounds, a line each."""
    rule, scale = from_data(Rule, content["rule"]), content["scale"]
    low, high = bands(scale)
    groups = content["groups"]
    return (
        f"The scale goes from 1 to {scale}. 1 to {low} is low. {high} to {scale} is high.",
        f"The rule: {rule.title}.",
        f"In: {_said(rule.agreed_in)}{_each(rule.in_each_group, groups)}.",
        f"Out: {_said(rule.agreed_out) or 'nothing is voted out'}{_each(rule.out_each_group, groups)}.",
        who_counts(rule),
        f"Groups: {listed(groups)}. A group is shown apart only if no group is small." if groups else "Everybody is one group.",
        f"{counted(content['rounds'], 'round')}.")


def who_counts(rule: Rule) -> str:
    """Who is among the ratings that a share is a share of."""
    more = [words for words, counts in (("“can't say”", rule.cant_say_counts), ("empty boxes", rule.blank_counts)) if counts]
    left = [words for words, counts in (("“can't say”", rule.cant_say_counts), ("empty boxes", rule.blank_counts)) if not counts]
    said = f"Who counts: everybody who gives a number{''.join(f', and {words}' for words in more)}."
    return said + (f" Not counted: {listed(left)}." if left else "")


def warnings(content: Mapping[str, Any], people: int) -> tuple[str, ...]:
    """What the numbers mean in this room, with a warning where one person alone could stop everything."""
    rule, groups = from_data(Rule, content["rule"]), max(1, len(content["groups"]))
    smallest = people // groups if rule.in_each_group else people
    if not smallest:
        return ()
    where = f"With {smallest} ratings" + (" in a group" if rule.in_each_group and groups > 1 else "")
    edges = listed([_edge(condition, smallest) for condition in conditions(rule.agreed_in)])
    lines = [f"{where}, in means: {edges}."]
    if rule.one_can_stop(smallest):
        lines.append("Take care: the room is so small that one person alone can stop a yes. Do you want that?")
    return tuple(lines)


def _edge(condition: Condition, of: int) -> str:
    edge = condition.edge(of)
    return f"{'at least' if condition.wants else 'at most'} {max(0, edge)} {condition.part}"


def _said(phrases: tuple[str, ...]) -> str:
    return listed([f"{c.how} {c.share} in 100 rate it {c.part}" for c in conditions(phrases)])


def _each(each: bool, groups: Any) -> str:
    return ", in each group" if each and groups else ""
