"""A folder that is watched: a scanner or a phone puts files in, and each is read once it has stopped growing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Watched:
    """What was seen in a folder at the last look."""

    sizes: Mapping[Path, int] = field(default_factory=dict)
    """Bytes of each file that is still to be read."""
    done: frozenset[Path] = frozenset()
    """Files that were handed out."""


def look(folders: Sequence[Path], before: Watched) -> tuple[list[Path], Watched]:
    """The files that are as large as at the last look, each once; and what to hand in at the next look."""
    from kit.paperin.opening import files_in

    sizes = {file: size for folder in folders for file in files_in(folder) if file not in before.done and (size := _size(file))}
    ready = [file for file, size in sizes.items() if before.sizes.get(file) == size]
    return ready, Watched({file: size for file, size in sizes.items() if file not in ready}, before.done | set(ready))


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
