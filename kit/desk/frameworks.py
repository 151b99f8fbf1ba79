"""The frameworks at hand: those that come with the kit, a person's own, and a programme's own, which win on equal id."""

from pathlib import Path

from kit.content.frameworks import FOLDER, Frameworks, load_frameworks
from kit.paths import builtin_activities


def frameworks_at(programme: Path | None = None, home: Path | None = None) -> Frameworks:
    """The frameworks for a programme's folder. `home` is the kit's home folder: the one around the programme if left out."""
    home = home or (programme.parent if programme else None)
    folders = [builtin_activities() / FOLDER]
    folders += [home / "activities" / FOLDER] if home else []
    folders += [programme / FOLDER] if programme else []
    return load_frameworks(folders)
