"""Where programmes live: a flag, then KIT_HOME, then a folder among the person's documents."""

import os
from pathlib import Path


def home_folder(flag: str | None = None) -> Path:
    """The kit's home folder. It is made when the first programme is."""
    if chosen := flag or os.environ.get("KIT_HOME"):
        return Path(chosen).expanduser()
    from platformdirs import user_documents_dir  # 26 ms, and often not needed

    return Path(user_documents_dir()) / "Workshop Kit"
