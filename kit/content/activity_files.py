"""An activity from the data of its file."""

from kit.content.findings import Findings
from kit.content.table import Table, in_order, parts_of, unknown_keys, values_of
from kit.content.toml_file import TomlFile
from kit.content.vocabulary import ACTIVITY, COMMON, KIND, KINDS
from kit.model import Activity, Step
from kit.model.text import listed

MOST_STEPS = 100
"""Steps in one activity."""

_EVERY_STEP = tuple(field.name for field in (KIND, *COMMON))
_SETTINGS = {name: [kind.name for kind in KINDS.values() if name in kind.names] for kind in KINDS.values() for name in kind.names}
_OF_ANOTHER_KIND = {name: f"to a {listed(kinds, 'or')} step" for name, kinds in _SETTINGS.items()}
_OF_A_STEP = {name: "in a step; move it under a [[steps]] line" for name in (*_EVERY_STEP, *_SETTINGS)}
_OF_THE_ACTIVITY = {field.name: "to the whole activity; move it above the first [[steps]] line" for field in ACTIVITY}


def activity_from(file: TomlFile, found: Findings) -> Activity:
    """The activity of a file, to be used only where nothing was found wrong."""
    table = Table(found, (), "", file.data)
    values = values_of(table, ACTIVITY)
    unknown_keys(table, [field.name for field in ACTIVITY], _OF_A_STEP)
    in_order(table, values, "least_minutes", "minutes")
    in_order(table, values, "least_people", "most_people")
    steps = tuple(_step(part) for part in parts_of(table, "steps", "step", MOST_STEPS))
    return Activity(**values, steps=steps, file=file.path.name)


def _step(table: Table) -> Step:
    kind = KINDS.get(values_of(table, [KIND])["kind"])
    own = kind.fields if kind else ()
    known = [*_EVERY_STEP, *(kind.names if kind else _SETTINGS)]
    unknown_keys(table, known, _OF_THE_ACTIVITY | _OF_ANOTHER_KIND)
    return Step(kind.name if kind else "", settings=values_of(table, own), **values_of(table, COMMON))
