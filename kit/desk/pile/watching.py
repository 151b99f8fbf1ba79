"""A folder that is watched: a scanner or a phone puts files in, and each is read once it has stopped growing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kit.store import StoreProblem


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


def watch(folders: Sequence[Path], read: Callable[[list[Path]], None], pause: Callable[[], None],
          say: Callable[[str], None]) -> None:
    """Read what is put into some folders, for ever: until `pause`, between two looks, raises. Raises StoreProblem at the start.

    What could not be kept, such as while the programme is open in another window, is said once and tried again.
    """
    if missing := [folder for folder in folders if not folder.is_dir()]:
        raise StoreProblem(f"There is no folder {str(missing[0])[:80]!r} to watch. Name the folder that pictures are put into.")
    before, told = Watched(), ""
    while True:
        ready, after = look(folders, before)
        try:
            if ready:
                read(ready)
            before, told = after, ""
        except StoreProblem as problem:
            if str(problem) != told:
                say(told := str(problem))
        pause()


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
