"""`constraints.txt` says a version for all that the kit needs, so that today's set-up is next year's too."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

ROOT = Path(__file__).parents[2]


def _name(requirement):
    return re.split(r"[^\w.-]", requirement)[0].lower().replace("_", "-")


def _with_what_they_need(names):
    """The packages, and all that they bring with them here."""
    found, waiting = set(), list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [_name(needed) for needed in _needs(name) if "extra ==" not in needed and ";" not in needed]
    return found


def _needs(name):
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []


def test_every_package_that_is_needed_has_one_version():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"], *project["optional-dependencies"]["check"]]
    lines = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if not line.startswith("#")]
    pinned = {_name(line) for line in lines if re.fullmatch(r"[\w.-]+==[\w.]+", line)}
    assert len(pinned) == len(lines)
    assert _with_what_they_need(map(_name, wanted)) - pinned == set()
