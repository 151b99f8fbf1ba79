"""Schema numbers: what stands in a folder, and how a folder of an earlier version becomes one of this version.

A migration changes tables in memory. The result is written as a new generation; the files it came from stay, pinned, until
a person lets go of them (STORE.md, section 5, rule 11). A folder of a later version is refused and left as it is.

1. the first version: one TinyDB file, `records.json`
2. the journal and its snapshots
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from kit.store import disk
from kit.store.state import State, Table, as_text

FIRST_FILE = "records.json"
"""The one file of schema 1."""

Migration = Callable[[dict[str, Table]], None]
Migrations = Mapping[int, Migration]
"""By the schema number they start from; each goes one number up, and changes the tables it is given."""

MIGRATIONS: Migrations = {1: lambda tables: None}
"""From 1 to 2 only the files changed, not what stands in them."""


def migrate(state: State, schema: int, migrations: Migrations) -> None:
    """Bring a state up to a schema number. Raises whatever a migration raises; the state is of no use then."""
    while state.schema < schema:
        migrations[state.schema](state.tables)
        state.schema += 1
        for name, table in state.tables.items():
            state.next[name] = max([state.next_id(name), *(int(key) + 1 for key in table)])


def read_first_version(folder: Path) -> State | None:
    """The state in the one file of schema 1, or None where there is no such file. Raises OSError or ValueError."""
    path = folder / FIRST_FILE
    if not path.exists():
        return None
    tables = json.loads(disk.read(path)[0])
    state = State(schema=1)
    for name, table in tables.items():
        operations = [["p", name, str(int(key)), document] for key, document in table.items()]
        for operation in operations:
            as_text(operation)
        state.apply(len(operations), [["c", name], *operations])
    return state
