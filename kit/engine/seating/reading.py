"""Reading a room from JSON values, with a sentence for everything that is wrong: all of them at once."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from kit.engine.seating.instance import ALL_ROUNDS, Apart, Instance, MixRule, Person, RuleKind, Seat, Table, Together
from kit.model.text import clean_line, listed

MOST_PEOPLE = 500
MOST_ROUNDS = 60
_CONSTRAINTS = ("together", "apart", "seats", "absent")
_LONGEST_SHOWN = 40


class BadInstance(ValueError):
    """The JSON is no room. `sentences` say everything that is wrong with it."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = tuple(sentences)


def read_instance(data: object) -> Instance:
    """The room that a JSON value describes. Raises BadInstance."""
    reader = _Reader()
    instance = reader.instance(data)
    if reader.wrong:
        raise BadInstance(reader.wrong)
    return instance


def _shown(value: object) -> str:
    text = clean_line(value) if isinstance(value, str) else clean_line(repr(value))
    return f"“{text[:_LONGEST_SHOWN]}…”" if len(text) > _LONGEST_SHOWN else f"“{text}”"


class _Reader:
    """Reads part by part, and notes what is wrong on the way."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self.people: dict[str, Person] = {}
        self.tables: dict[str, Table] = {}
        self.rounds = 0

    def instance(self, data: object) -> Instance:
        if not isinstance(data, Mapping):
            self.wrong.append("The file does not hold a room: it must be one JSON object with people, tables and rounds.")
            return Instance((), (), 0)
        for number, item in enumerate(self._list(data, "people", "The file"), 1):
            self._person(item, number)
        for number, item in enumerate(self._list(data, "tables", "The file"), 1):
            self._table(item, number)
        self.rounds = self._whole(data.get("rounds"), "The number of rounds", 1, MOST_ROUNDS)
        if len(self.people) > MOST_PEOPLE:
            self.wrong.append(f"There are {len(self.people)} people. The most is {MOST_PEOPLE}.")
        if not self.people or not self.tables:
            self.wrong.append("There is nobody to seat, or no table to seat them at.")
        asked = data.get("constraints") or {}
        if not isinstance(asked, Mapping):
            self.wrong.append("“constraints” must be an object with together, apart, seats and absent.")
            asked = {}
        self.wrong.extend(f"There is no constraint called {_shown(key)}.{self._nearest(key, _CONSTRAINTS)}"
                          for key in asked if key not in _CONSTRAINTS)
        name = data.get("name")
        return Instance(
            people=tuple(self.people.values()), tables=tuple(self.tables.values()), rounds=self.rounds,
            name=name if isinstance(name, str) else "",
            together=tuple(Together(a, b) for a, b in dict.fromkeys(self._pairs(asked, "together"))),
            apart=tuple(Apart(a, b) for a, b in dict.fromkeys(self._pairs(asked, "apart"))),
            seats=tuple(self._seats(asked)), absent=self._absent(asked), mix=tuple(self._mix(data)),
            past=self._past(data), memory=self._whole(data.get("memory", 1), "“memory”", 0, 1000),
        )

    def _person(self, item: object, number: int) -> None:
        id_ = self._id(item, f"Person {number}", self.people)
        if id_ and isinstance(item, Mapping):
            roles = self._list(item, "roles", _shown(id_), needed=False)
            if not all(isinstance(role, str) for role in roles):
                self.wrong.append(f"{_shown(id_)} has a role that is not a text.")
            self.people[id_] = Person(id_, frozenset(role for role in roles if isinstance(role, str)))

    def _table(self, item: object, number: int) -> None:
        id_ = self._id(item, f"Table {number}", self.tables)
        if not id_ or not isinstance(item, Mapping):
            return
        size = item.get("size")
        most = self._whole(item.get("max", size), f"The most people at table {_shown(id_)}", 0, MOST_PEOPLE)
        least = self._whole(item.get("min", 0 if size is None else size), f"The fewest people at table {_shown(id_)}",
                            0, MOST_PEOPLE)
        if least > most:
            self.wrong.append(f"Table {_shown(id_)} takes {least} people at least and {most} at most. Change one of the two.")
        features = self._list(item, "features", _shown(id_), needed=False)
        self.tables[id_] = Table(id_, least, most, tuple(f for f in features if isinstance(f, str)))

    def _id(self, item: object, where: str, known: Mapping[str, object]) -> str:
        id_ = item.get("id") if isinstance(item, Mapping) else None
        if not isinstance(id_, str) or not id_.strip():
            self.wrong.append(f"{where} has no id. Give each one an id of its own, as text.")
            return ""
        if id_ in known:
            self.wrong.append(f"{where} has the id {_shown(id_)}, and so has an earlier one.")
            return ""
        return id_

    def _list(self, data: Mapping[str, Any], key: str, where: str, needed: bool = True) -> Sequence[Any]:
        found = data.get(key)
        if isinstance(found, list):
            return found
        if needed or found is not None:
            self.wrong.append(f"{where} needs a list called “{key}”.")
        return ()

    def _whole(self, value: object, what: str, least: int, most: int) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self.wrong.append(f"{what} must be a whole number from {least} to {most}, and is {_shown(value)}.")
        return least

    def _nearest(self, name: object, names: Iterable[str]) -> str:
        close = get_close_matches(str(name)[:100], list(names), 1)
        return f" Did you mean {_shown(close[0])}?" if close else ""

    def _known(self, value: object, kind: str, names: Mapping[str, object], where: str) -> bool:
        if isinstance(value, str) and value in names:
            return True
        self.wrong.append(f"{where} names {_shown(value)}, but there is no such {kind}.{self._nearest(value, names)}")
        return False

    def _pairs(self, asked: Mapping[str, Any], key: str) -> Iterable[tuple[str, str]]:
        for number, pair in enumerate(self._list(asked, key, "“constraints”", needed=False), 1):
            where = f"Line {number} of “{key}”"
            if not isinstance(pair, list) or len(pair) != 2:
                self.wrong.append(f"{where} must be two people.")
            elif all([self._known(id_, "person", self.people, where) for id_ in pair]):
                if pair[0] == pair[1]:
                    self.wrong.append(f"{where} names {_shown(pair[0])} twice.")
                else:
                    yield min(pair), max(pair)

    def _rounds(self, item: Mapping[str, Any], where: str) -> frozenset[int]:
        rounds = [self._whole(r, f"A round in {where}", 1, max(1, self.rounds)) for r in self._list(item, "rounds", where)]
        return frozenset(rounds)

    def _seats(self, asked: Mapping[str, Any]) -> Iterable[Seat]:
        for number, item in enumerate(self._list(asked, "seats", "“constraints”", needed=False), 1):
            where = f"Line {number} of “seats”"
            if not isinstance(item, Mapping):
                self.wrong.append(f"{where} must name a person and tables.")
                continue
            tables = self._list(item, "tables", where)
            if not tables:
                self.wrong.append(f"{where} names no table.")
            right = [self._known(t, "table", self.tables, where) for t in tables]
            rounds = ALL_ROUNDS if item.get("rounds") is None else self._rounds(item, where)
            empty = item.get("rounds") == []
            if self._known(item.get("person"), "person", self.people, where) and tables and all(right) and not empty:
                yield Seat(item["person"], frozenset(tables), rounds)

    def _absent(self, asked: Mapping[str, Any]) -> dict[str, frozenset[int]]:
        absent: dict[str, frozenset[int]] = {}
        for number, item in enumerate(self._list(asked, "absent", "“constraints”", needed=False), 1):
            where = f"Line {number} of “absent”"
            if not isinstance(item, Mapping):
                self.wrong.append(f"{where} must name a person and rounds.")
            elif self._known(item.get("person"), "person", self.people, where):
                absent[item["person"]] = absent.get(item["person"], frozenset()) | self._rounds(item, where)
        return absent

    def _mix(self, data: Mapping[str, Any]) -> Iterable[MixRule]:
        kinds = [str(kind) for kind in RuleKind]
        for number, item in enumerate(self._list(data, "mix", "The file", needed=False), 1):
            where = f"Line {number} of “mix”"
            if not isinstance(item, Mapping) or not isinstance(item.get("role"), str):
                self.wrong.append(f"{where} must have a rule and a role.")
            elif item.get("rule") not in kinds:
                self.wrong.append(f"{where} has the rule {_shown(item.get('rule'))}. Use {listed(kinds, 'or')}."
                                  f"{self._nearest(item.get('rule'), kinds)}")
            else:
                weight = item.get("weight", 5)
                if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 <= weight <= 1_000_000:
                    self.wrong.append(f"{where} must have a weight of 0 or more, and has {_shown(weight)}.")
                    weight = 0
                count = self._whole(item.get("count", 1), f"The count in {where}", 0, MOST_PEOPLE)
                yield MixRule(RuleKind(item["rule"]), item["role"], count, weight, item.get("hard") is True)

    def _past(self, data: Mapping[str, Any]) -> dict[tuple[str, str], int]:
        past: dict[tuple[str, str], int] = {}
        for number, item in enumerate(self._list(data, "past", "The file", needed=False), 1):
            where = f"Line {number} of “past”"
            pair = item.get("pair") if isinstance(item, Mapping) else None
            if not isinstance(item, Mapping) or not isinstance(pair, list) or len(pair) != 2:
                self.wrong.append(f"{where} must have a pair of people, and how many times they met.")
            elif all([isinstance(id_, str) for id_ in pair]) and pair[0] != pair[1]:
                times = self._whole(item.get("times", 1), f"The times in {where}", 0, 1000)
                past[min(pair), max(pair)] = past.get((min(pair), max(pair)), 0) + times
        return past
