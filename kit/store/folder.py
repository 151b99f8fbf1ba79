"""The programme folder: one a person can see, copy to a stick and hand over. Its `programme.json` says what it is.

- `programme.json`: name, id and code; `programme-copy.json` is the same, for the day the first is damaged
- `snap-….jsonl`, `wal-….jsonl`, `LOCK`: the records (see `kit.store.engine`)
- `att/`: pictures and scans
- `plans/`: the workshops as text files
- `prints/`: what went out

In a sealed folder the header does not hold the programme's name: that stands among the sealed records.
"""

import json
import os
import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.model.data import to_data
from kit.store.names import SCHEMA, list_names
from kit.store.problem import StoreProblem, reason
from kit.store.safefile import write_safely

if TYPE_CHECKING:
    from kit.store.lines import Keys

HEADER, HEADER_COPY = "programme.json", "programme-copy.json"
TABLE = "programme"
"""Table of the records in which a sealed programme's whole header stands, as document 1."""

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
    sealed: bool = False
    """True where a passphrase is needed. Then `name` is only `Locked programme …`, until it is unlocked."""
    keys: "Keys | None" = field(default=None, repr=False, compare=False, metadata={"secret": True})
    """What opens it, once somebody gave the passphrase (`kit.desk.locking.unlocked`)."""

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
    for folder in {header.parent for header in home.glob("*/programme*.json")}:
        try:
            found.append(read_programme(folder))
        except StoreProblem:
            continue
    return sorted(found, key=lambda p: (p.created, p.name), reverse=True)


def read_programme(folder: Path) -> Programme:
    """A programme folder's header. Raises StoreProblem with a sentence."""
    return to_programme(read_header(folder), folder)


def make_folder(home: Path, programme: Programme, secret: str = "") -> Programme:
    """Make a programme's folder under a name that is safe on every system, with no records yet. Raises StoreProblem.

    `secret` is that of the folder it came from (`kit.store.terms`), where there is one.
    """
    from kit.store.engine import Engine  # only here: the first screen reads headers and makes no folder
    from kit.store.terms import Terms

    try:
        home.mkdir(parents=True, exist_ok=True)
        folder = free_folder(home, folder_name(programme.name))
        for part in (folder, folder / "plans", folder / "prints"):
            part.mkdir(mode=0o700)
        Engine(folder, terms=Terms(secret=secret)).close()
        write_header(folder, to_header(programme))
    except OSError as error:
        raise StoreProblem(f"A folder cannot be made in {home}: {reason(error)}. Choose another place with --home.") from None
    return to_programme(read_header(folder), folder)


def to_header(programme: Programme) -> dict[str, Any]:
    """What `programme.json` says of a programme."""
    return {"schema": SCHEMA, **{key: value for key, value in to_data(programme).items() if key != "folder"}}


def without_name(header: Mapping[str, Any]) -> dict[str, Any]:
    """What `programme.json` says of a sealed programme: nothing that tells what it is about."""
    return {**header, "name": "", "template": "", "sealed": True}


def read_header(folder: Path) -> dict[str, Any]:
    """What `programme.json` says, or its copy where that is damaged. Raises StoreProblem."""
    problems = []
    for path in (folder / HEADER, folder / HEADER_COPY):
        try:
            header = json.loads(path.read_bytes())
            to_programme(header, folder)
            return dict(header)
        except FileNotFoundError:
            problems.append(f"{folder.name!r} is not a programme folder: it has no {HEADER}.")
        except OSError as error:
            problems.append(f"The folder {folder.name!r} cannot be read: {reason(error)}.")
        except (ValueError, KeyError, TypeError, RecursionError):
            problems.append(f"{path.name} in {folder.name!r} is damaged. It was left as it is.")
    raise StoreProblem(problems[0])


def write_header(folder: Path, header: Mapping[str, Any]) -> None:
    """Keep what a programme folder says of itself, twice. Raises OSError."""
    for name in (HEADER, HEADER_COPY):
        write_safely(folder / name, _packed(header))


def bring_header_up(folder: Path) -> None:
    """Heal a damaged header from its copy, and bring one of an earlier version up. What cannot be written now stays."""
    with suppress(OSError, StoreProblem):
        header = {**read_header(folder), "schema": SCHEMA}
        text = _packed(header)
        if any(not path.exists() or path.read_bytes() != text for path in (folder / HEADER, folder / HEADER_COPY)):
            write_header(folder, header)


def must_have_records(folder: Path) -> None:
    """Raises StoreProblem where a programme folder, or its records, have gone: it must not look like an empty one."""
    if not folder.is_dir():
        raise StoreProblem(f"There is no folder {folder.name!r} any more. It may have been moved, or locked under its code.")
    if not (folder / HEADER).exists() or read_header(folder)["schema"] < 2:
        return
    try:
        there = list_names(folder).generations
    except OSError as error:
        raise StoreProblem(f"The folder {folder.name!r} cannot be read: {reason(error)}.") from None
    if not there:
        raise StoreProblem(f"The records of {folder.name!r} have gone: it has no file snap-….jsonl. "
                           "Put them back from your copy of this folder; nothing was changed.")


def to_programme(header: Mapping[str, Any], folder: Path) -> Programme:
    """The programme a header speaks of. Raises StoreProblem for a newer one, KeyError or TypeError for one that is none."""
    if header["schema"] > SCHEMA:
        raise StoreProblem(f"{folder.name!r} was written by a newer version of the kit. Please update it; nothing was changed.")
    sealed = header.get("sealed", False) is True
    name = f"Locked programme {header['code']}" if sealed else str(header["name"])
    created, template = str(header["created"]), str(header["template"])
    return Programme(str(header["id"]), str(header["code"]), name, created, template, folder, sealed)


def folder_name(name: str) -> str:
    """A folder name for any programme name: letters and digits of any script, spaces, dashes; never a path or a device."""
    kept = "".join(c if unicodedata.category(c)[0] in "LNM" or c in " -_" else " " for c in name)
    kept = " ".join(kept.split())[:60].encode("utf-8")[:120].decode("utf-8", "ignore").strip(" -.")
    return f"Programme {kept}".strip() if not kept or _RESERVED.fullmatch(kept.split(".")[0]) else kept


def _packed(header: Mapping[str, Any]) -> bytes:
    return json.dumps(header, ensure_ascii=False, indent=1).encode()


def free_folder(home: Path, name: str) -> Path:
    """A path in a home folder that nothing has yet: the name, or the name with a number."""
    taken = {entry.casefold() for entry in os.listdir(home)}
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{name} {number}"
    return home / free
