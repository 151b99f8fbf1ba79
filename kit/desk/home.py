"""Where programmes live: a flag, then KIT_HOME, then a folder among the person's documents."""

import os
from pathlib import Path

from kit.store import Programme

OPEN_SHEETS = "Sheets are not locked: anybody who has them can read them. Print them, then delete the files."
"""What to know before a locked programme is printed."""


def home_folder(flag: str | None = None) -> Path:
    """The kit's home folder. It is made when the first programme is."""
    if chosen := flag or os.environ.get("KIT_HOME"):
        return Path(chosen).expanduser()
    from platformdirs import user_documents_dir  # 26 ms, and often not needed

    return Path(user_documents_dir()) / "Workshop Kit"


def sheets_folder(home: Path, programme: Programme) -> Path:
    """Where the open sheets of a locked programme go, where nobody says otherwise: beside it, under its code."""
    return home / f"Sheets {programme.code}"
