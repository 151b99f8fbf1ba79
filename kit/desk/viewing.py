"""Opening a file of ours in the person's own viewer: a PDF, a picture, or the folder they lie in. Nothing goes over a network."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from kit.store import StoreProblem

View = Callable[[Path], None]
"""Opens a file or a folder. Raises StoreProblem."""

_ENDINGS = (".pdf", ".jpg", ".jpeg", ".png", ".html", ".txt")
"""Files that a viewer shows and nothing runs."""


def view(path: Path) -> None:
    """Open a file or a folder with what the system has for it. Raises StoreProblem."""
    whole = path.resolve()
    if not whole.is_dir() and (whole.suffix not in _ENDINGS or not whole.is_file()):
        raise StoreProblem(f"{path.name} is not there any more, so it cannot be opened.")
    try:
        if sys.platform == "win32":
            os.startfile(whole)
        else:
            subprocess.Popen(["open" if sys.platform == "darwin" else "xdg-open", str(whole)], stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    except OSError:
        raise StoreProblem(f"No program to open it was found. The file is {whole}.") from None
