"""A seating plan in words, for the facilitator alone: who meets whom, how good that is, and which wishes it misses."""

from collections.abc import Iterable, Sequence

from kit.engine.seating.bounds import Bound
from kit.engine.seating.figures import Figures, Pair
from kit.engine.seating.instance import Instance, MixRule, RuleKind
from kit.engine.seating.solve import SeatingPlan
from kit.model.text import clean_line, counted, listed

_MOST_NAMED = 6
"""Pairs, or tables, that a sentence names before it only counts."""

_TIMES = {2: "twice", 3: "three times", 4: "four times", 5: "five times"}


def report(plan: SeatingPlan) -> tuple[str, ...]:
    """The plan in sentences, the most important first."""
    return (*_meetings(plan.instance, plan.figures), _against(plan.figures, plan.bound), *_mix(plan.figures))


def _meetings(instance: Instance, figures: Figures) -> Iterable[str]:
    met = [figures.others[p.id] for p in instance.people]
    among = counted(len(met) - 1, "other person", "other people")
    if met and min(met) == max(met):
        yield f"Everyone meets {met[0]} of the {among}."
    elif met:
        yield f"Each person meets {min(met)} to {max(met)} of the {among}."
    bound_together = {(min(w.one, w.two), max(w.one, w.two)) for w in instance.together}
    often: dict[int, list[Pair]] = {}
    for pair, times in sorted(figures.met.items()):
        if times > 1 and pair not in bound_together:
            often.setdefault(times, []).append(pair)
    if not often:
        yield "Nobody sits with the same person twice." if not bound_together else \
            "Nobody sits with the same person twice, but for those who stay together."
    for times in sorted(often, reverse=True):
        pairs = often[times]
        meets = "meets" if len(pairs) == 1 else "meet"
        yield f"{counted(len(pairs), 'pair')} {meets} {_TIMES.get(times, f'{times} times')}: {_named(map(_pair, pairs))}."
    if figures.earlier:
        yield "Some people sit with those they worked with in earlier sessions."


def _against(figures: Figures, bound: Bound) -> str:
    repeats = counted(figures.repeats, "repeat")
    if figures.repeats == bound.least:
        return f"{repeats[:1].upper()}{repeats[1:]}: no plan has fewer."
    return f"{repeats}. At least {bound.least} cannot be avoided."


def _mix(figures: Figures) -> Iterable[str]:
    by_rule: dict[MixRule, list[str]] = {}
    for miss in figures.misses:
        by_rule.setdefault(miss.rule, []).append(f"round {miss.round} at {table_named(miss.table)}")
    for rule, places in by_rule.items():
        yield f"The rule “{rule_in_words(rule)}” is missed in {_named(places)}."


def rule_in_words(rule: MixRule) -> str:
    """A mix rule as a wish."""
    role = clean_line(rule.role)
    match rule.kind:
        case RuleKind.NOT_ONLY:
            return f"no table has only {role}"
        case RuleKind.NOT_ALONE:
            return f"nobody is the only {role} at a table"
    return f"every table has {rule.count} {role} or more"


def table_named(id_: str) -> str:
    """A table in a sentence: its own name where that says so, or “table” before it."""
    name = clean_line(id_)
    return name if "table" in name.casefold() else f"table {name}"


def _pair(pair: Pair) -> str:
    return f"{clean_line(pair[0])} and {clean_line(pair[1])}"


def _named(names: Iterable[str]) -> str:
    """Names in a row; of many only some, and how many more there are."""
    every = list(names)
    if len(every) <= _MOST_NAMED:
        return "; ".join(every) if any(" and " in name for name in every) else listed(every)
    return f"{'; '.join(every[:_MOST_NAMED])}; and {len(every) - _MOST_NAMED} more"


def people_named(ids: Sequence[str]) -> str:
    """People in a sentence."""
    return listed([clean_line(id_) for id_ in ids])
