"""A collision in sentences: which wishes cannot all be kept, and what the plan does instead."""

from collections.abc import Iterator, Sequence

from kit.engine.seating.collisions import Collision
from kit.engine.seating.instance import Apart, Chairs, Fewest, Instance, MixRule, Seat, Together, Wish
from kit.engine.seating.report import people_named, rule_in_words, table_named
from kit.model.text import counted, listed

_MOST_SAID = 8
"""Wishes of one kind that are named before they are only counted."""


def collision_in_words(collision: Collision, instance: Instance) -> str:
    """A collision, for the facilitator: what collides, and what the plan does instead.

    `instance` is the one that was asked for.
    """
    when = _when(collision.rounds, instance.rounds)
    instead = " ".join(f"{_capital(words)}." for words in _instead(collision))
    if not collision.sure:
        return f"{when}The wishes are too tangled to say which of them collide. {instead}"
    people = len(instance.here(collision.rounds[0]))
    parts = list(_parts(collision.wishes, instance, people))
    ending = " It is enough to change one of these." if len(collision.wishes) > 1 else ""
    return f"{when}Not all of this can be: {'; '.join(parts)}.{ending} {instead}"


def _when(rounds: Sequence[int], of: int) -> str:
    if len(rounds) == of:
        return ""
    return f"{counted(len(rounds), 'Round')[2:]} {listed([str(r) for r in rounds])}: "


def _parts(wishes: Sequence[Wish], instance: Instance, people: int) -> Iterator[str]:
    """The wishes of a collision, those of a kind together."""
    yield from _seats([w for w in wishes if isinstance(w, Seat)], instance)
    yield from _pairs([w for w in wishes if isinstance(w, Together)], "stay together")
    yield from _aparts([w for w in wishes if isinstance(w, Apart)], instance)
    yield from (rule_in_words(w) for w in wishes if isinstance(w, MixRule))
    yield from _chairs([w for w in wishes if isinstance(w, Chairs)], instance, people)
    yield from _fewest([w for w in wishes if isinstance(w, Fewest)], people)


def _seats(seats: Sequence[Seat], instance: Instance) -> Iterator[str]:
    by_tables: dict[tuple[frozenset[str], bool], list[str]] = {}
    for seat in seats:
        by_tables.setdefault((seat.tables, seat.need), []).append(seat.person)
    for (tables, need), people in by_tables.items():
        verb = ("needs" if len(people) == 1 else "need") if need else "was put at" if len(people) == 1 else "were put at"
        yield f"{people_named(people)} {verb} {_tables_named(sorted(tables), instance)}"


def _tables_named(ids: Sequence[str], instance: Instance) -> str:
    features = [set(t.features) for t in instance.tables if t.id in ids]
    shared = sorted(set.intersection(*features)) if features else []
    names = listed([table_named(id_) for id_ in ids], "or")
    return f"{names} ({listed(shared)})" if shared else names


def _pairs(pairs: Sequence[Together] | Sequence[Apart], how: str) -> Iterator[str]:
    for pair in pairs[:_MOST_SAID]:
        yield f"{people_named((pair.one, pair.two))} {how}"
    if len(pairs) > _MOST_SAID:
        yield f"{counted(len(pairs) - _MOST_SAID, 'more pair')} {how}"


def _aparts(pairs: Sequence[Apart], instance: Instance) -> Iterator[str]:
    people = list(dict.fromkeys(id_ for pair in pairs for id_ in (pair.one, pair.two)))
    if len(people) > 2 and len(pairs) == len(people) * (len(people) - 1) // 2:
        yield f"{people_named(people)} all stay apart"
    else:
        yield from _pairs(pairs, "stay apart")
    if pairs:
        yield f"there {'is' if len(instance.tables) == 1 else 'are'} {counted(len(instance.tables), 'table')}"


def _chairs(chairs: Sequence[Chairs], instance: Instance, people: int) -> Iterator[str]:
    if len(chairs) == len(instance.tables) > 1:
        yield f"there are {people} people and {counted(sum(w.most for w in chairs), 'chair')}"
        return
    for most in sorted({w.most for w in chairs}):
        tables = [table_named(w.table) for w in chairs if w.most == most]
        each = " each" if len(tables) > 1 else ""
        verb = "has" if len(tables) == 1 else "have"
        yield f"{listed(tables)} {verb} {counted(most, 'chair') if most else 'no chair'}{each}"


def _fewest(fewest: Sequence[Fewest], people: int) -> Iterator[str]:
    for least in sorted({w.least for w in fewest}):
        tables = [table_named(w.table) for w in fewest if w.least == least]
        each = " each" if len(tables) > 1 else ""
        verb = "needs" if len(tables) == 1 else "need"
        yield f"{listed(tables)} {verb} {counted(least, 'person', 'people')} or more{each}"
    if fewest:
        yield f"{counted(people, 'person is', 'people are')} here"


def _instead(collision: Collision) -> Iterator[str]:
    """What the plan does, a sentence for each change; chairs and sizes of tables together."""
    for wish in collision.changes:
        match wish:
            case Together(one, two):
                yield f"in this plan {people_named((one, two))} may sit apart"
            case Apart(one, two):
                yield f"in this plan {people_named((one, two))} may sit together"
            case Seat(person, need=True):
                yield f"this plan cannot keep a need of {people_named((person,))}: please settle it before people sit"
            case Seat(person):
                yield f"in this plan {people_named((person,))} may sit elsewhere"
            case MixRule():
                yield "this plan keeps that rule as far as it can"
    yield from _sizes_instead([now for now in collision.changes.values() if isinstance(now, Chairs | Fewest)])


def _sizes_instead(sizes: Sequence[Chairs | Fewest]) -> Iterator[str]:
    for size in dict.fromkeys(now.most if isinstance(now, Chairs) else now.least for now in sizes):
        chairs = [table_named(now.table) for now in sizes if now == Chairs(now.table, size)]
        fewest = [table_named(now.table) for now in sizes if now == Fewest(now.table, size)]
        if chairs:
            yield f"this plan needs {counted(size, 'chair')} at {listed(chairs)}"
        if fewest:
            yield f"in this plan {listed(fewest)} may have {counted(size, 'person', 'people') if size else 'nobody'}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
