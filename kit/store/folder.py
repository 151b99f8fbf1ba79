"""The programme folder: one a person can see, copy to a stick and hand over. Its `programme.json` says what it is.

- `programme.json`: name, id and code
- `records.json`: the records
- `plans/`: the workshops as text files
- `prints/`: what went out
"""

import json
import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from kit.model.data import to_data
from kit.store.problem import StoreProblem
from kit.store.safefile import write_safely

SCHEMA = 1
"""Version of what stands in a programme folder. A newer one is refused, with a sentence."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Programme:
    """What a programme folder says of itself."""

    id: str
    code: str
    """Three characters on every sheet (see `kit.model.sheetcode`)."""
    name: str
    created: str
    """ISO 8601, UTC."""
    template: str
    """Id of the plan it was made from."""
    folder: Path = Path()

    @property
    def plans_folder(self) -> Path:
        """Where the programme's own plans lie."""
        return self.folder / "plans"

    @property
    def prints_folder(self) -> Path:
        """Where printed sheets go."""
        return self.folder / "prints"


def list_programmes(home: Path) -> list[Programme]:
    """The programmes in a home folder, newest first. Folders that are no programme are passed over."""
    found = []
    for header in home.glob("*/programme.json"):
        try:
            found.append(read_programme(header.parent))
        except StoreProblem:
            continue
    return sorted(found, key=lambda p: (p.created, p.name), reverse=True)


def read_programme(folder: Path) -> Programme:
    """A programme folder's header. Raises StoreProblem with a sentence."""
    try:
        data = json.loads((folder / "programme.json").read_bytes())
        schema = data["schema"]
        programme = Programme(str(data["id"]), str(data["code"]), str(data["name"]), str(data["created"]),
                              str(data["template"]), folder)
    except FileNotFoundError:
        raise StoreProblem(f"{folder.name!r} is not a programme folder: it has no programme.json.") from None
    except OSError as error:
        raise StoreProblem(f"The folder {folder.name!r} cannot be read: {error.strerror}.") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise StoreProblem(f"programme.json in {folder.name!r} is damaged. It was left as it is.") from None
    if schema != SCHEMA:
        raise StoreProblem(f"{folder.name!r} was written by a newer version of the kit. Please update it; nothing was changed.")
    return programme


def make_folder(home: Path, programme: Programme) -> Programme:
    """Make a programme's folder under a name that is safe on every system. Raises StoreProblem."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        folder = _free_folder(home, folder_name(programme.name))
        for part in (folder, folder / "plans", folder / "prints"):
            part.mkdir(mode=0o700)
        header = {key: value for key, value in to_data(programme).items() if key != "folder"}
        text = json.dumps({"schema": SCHEMA, **header}, ensure_ascii=False, indent=1)
        write_safely(folder / "programme.json", text.encode())
    except OSError as error:
        raise StoreProblem(f"A folder cannot be made in {home}: {error.strerror}. Choose another place with --home.") from None
    return Programme(programme.id, programme.code, programme.name, programme.created, programme.template, folder)


def folder_name(name: str) -> str:
    """A folder name for any programme name: letters and digits of any script, spaces, dashes; never a path or a device."""
    kept = "".join(c if unicodedata.category(c)[0] in "LNM" or c in " -_" else " " for c in name)
    kept = " ".join(kept.split())[:60].encode("utf-8")[:120].decode("utf-8", "ignore").strip(" -.")
    return f"Programme {kept}".strip() if not kept or _RESERVED.fullmatch(kept.split(".")[0]) else kept


def _free_folder(home: Path, name: str) -> Path:
    taken = {entry.casefold() for entry in os.listdir(home)}
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{name} {number}"
    return home / free
