"""Checking one table of a file against the fields it may hold: every key at once, each problem at its line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kit.content.findings import MOST_PROBLEMS, Findings
from kit.content.literal import example_line
from kit.content.problems import did_you_mean, shown
from kit.content.toml_lines import KeyPath
from kit.content.values import LISTS, Wrong, all_lines, one_line, one_value
from kit.content.vocabulary import Field


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file, with all that a sentence needs to say where it is."""

    found: Findings
    where: KeyPath
    place: str
    """How a sentence names it: `step 2`, or empty for the file as a whole."""
    data: Mapping[str, Any]

    def add(self, name: str, sentence: str) -> None:
        """A problem at the line of one key, or of what is nearest to it."""
        self.found.add((*self.where, name) if name in self.data else self.where, sentence)

    def about(self, name: str) -> str:
        """The start of a sentence about a value: `step 2 has minutes 900`, or `minutes is 900`."""
        value = shown(self.data[name])
        return f"{self.place} has {name} {value}" if self.place else f"{name} is {value}"


def values_of(table: Table, fields: Sequence[Field]) -> dict[str, Any]:
    """The value of each field: clean where the table has a good one, else its default. Parts are left to the caller."""
    return {field.name: _value(table, field) for field in fields if field.type != "parts"}


def unknown_keys(table: Table, known: Sequence[str], elsewhere: Mapping[str, str]) -> None:
    """A problem for each key that is not known here. `elsewhere` says of some keys where they belong."""
    for name in [key for key in table.data if key not in known][: MOST_PROBLEMS + 1]:
        lead = f"{table.place or 'the file'} has {shown(name)}"
        if name in elsewhere:
            table.add(name, f"{lead}, which belongs {elsewhere[name]}.")
        else:
            table.add(name, f"{lead}, which means nothing here{did_you_mean(name, known)}")


def in_order(table: Table, values: Mapping[str, Any], low: str, high: str) -> None:
    """A problem where the number of `low` is above the number of `high`."""
    least, most = values[low], values[high]
    if isinstance(least, int) and isinstance(most, int) and least > most:
        table.add(low, f"{low} is {least}, which is above {high}, {most}.")


def parts_of(table: Table, name: str, one: str, most: int) -> list[Table]:
    """The tables under a heading such as [[steps]], each named `step 1`, `step 2` … in sentences."""
    parts = table.data.get(name)
    if not isinstance(parts, list) or not all(isinstance(part, dict) for part in parts):
        table.add(name, f"each {one} stands under its own line [[{name}]], with two brackets on each side.")
    elif not 1 <= len(parts) <= most:
        table.add(name, f"there are {len(parts):,} lines [[{name}]]; there should be from 1 to {most}.")
    else:
        return [Table(table.found, (*table.where, name, n), f"{one} {n + 1}", part) for n, part in enumerate(parts)]
    return []


def _value(table: Table, field: Field) -> Any:
    if field.name not in table.data:
        if field.required:
            lead = f"{table.place} has no {field.name}" if table.place else f"{field.name} is missing"
            table.add(field.name, f"{lead}. Add a line such as {example_line(field)}")
        return field.default
    value = table.data[field.name]
    try:
        if field.type not in LISTS:
            return one_value(field, value)
        return tuple(_lines(table, field, all_lines(field, value)))
    except Wrong as wrong:
        table.add(field.name, f"{table.about(field.name)}{wrong}")
        return field.default


def _lines(table: Table, field: Field, lines: Sequence[Any]) -> list[Any]:
    good: list[Any] = []
    for number, line in enumerate(lines):
        try:
            good.append(one_line(field, line, good))
        except Wrong as wrong:
            name = f"{field.name} of {table.place}" if table.place else field.name
            table.found.add((*table.where, field.name, number), f"{name} has {shown(line)} in its list{wrong}")
    return good
