"""Where the kit's own text files lie: inside the installed package, or beside the code in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def builtin_activities() -> Path:
    """The folder of the activities, plans and lists that come with the kit."""
    packed = _PACKAGE / "data" / "activities"
    return packed if packed.is_dir() else _PACKAGE.parent / "activities"
