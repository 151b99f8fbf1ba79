"""The rules of ratings, from a text file: when a room agrees, and who counts."""

from pathlib import Path

from kit.content.findings import Findings
from kit.content.problems import Problem, shown
from kit.content.reader import Reading
from kit.content.table import Table, parts_of, unknown_keys, values_of
from kit.content.toml_file import open_toml
from kit.content.vocabulary import Field
from kit.model.rule import Rule, read_condition

RULES = "rules.toml"
"""The name of the file, in any folder of activities."""

MOST_RULES = 50

RULE = (
    Field("id", "id", "A short name: small letters, digits and dashes.", required=True, example="70-15"),
    Field("title", "words", "What people call it.", required=True, example="The common rule"),
    Field("words", "words", "The rule in plain words.", required=True),
    Field("source", "words", "Where it comes from.", required=True),
    Field("agreed_in", "list", "All of these must hold for a yes.", required=True, example=("high at least 70",)),
    Field("agreed_out", "list", "All of these must hold for a no. Left out: nothing is voted out.", default=()),
    Field("in_each_group", "yes-no", "True: a yes must hold in each group by itself.", default=False),
    Field("out_each_group", "yes-no", "True: a no must hold in each group by itself.", default=False),
    Field("cant_say_counts", "yes-no", "True: people who ticked “can't say” count.", default=False),
    Field("blank_counts", "yes-no", "True: sheets left empty here count.", default=False),
)


def read_rules(path: Path) -> Reading[tuple[Rule, ...]]:
    """The rules in a file, in its order. A file that is not there holds none; a rule with a problem is left out."""
    if not path.is_file():
        return Reading(())
    file = open_toml(path)
    if isinstance(file, Problem):
        return Reading((), (file,))
    found = Findings(file)
    table = Table(found, (), "", file.data)
    unknown_keys(table, ["rule"], {})
    rules = [rule for part in parts_of(table, "rule", "rule", MOST_RULES) if (rule := _rule(part, found))]
    return Reading(tuple(rules), found.problems)


def _rule(part: Table, found: Findings) -> Rule | None:
    before = len(found.problems)
    unknown_keys(part, [field.name for field in RULE], {})
    values = values_of(part, RULE)
    for name in ("agreed_in", "agreed_out"):
        for phrase in values[name] or ():
            if read_condition(phrase) is None:
                part.add(name, f'{part.place} has {shown(phrase)}, which is no condition; write one such as "high at least 70".')
    if len(found.problems) > before:
        return None
    return Rule(**values)
