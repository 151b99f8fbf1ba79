"""The names of the store's files in a programme folder, and which of them belong together.

A generation is a snapshot (`snap-000007.jsonl`) and the segments of the journal with the saves made since
(`wal-000007-01.jsonl`, `-02` …; each start of the program makes a new one).
"""

import re
from dataclasses import dataclass
from pathlib import Path

SCHEMA = 2
"""The schema number of this version: what stands in a folder. See `kit.store.migrations`."""

VAULT, VAULT_COPY = "vault.json", "vault-copy.json"
"""Only in a sealed folder. See `kit.store.vault`."""

ATTACHMENTS = "att"
"""The folder of pictures and scans. See `kit.store.attachments`."""

_NAME = re.compile(r"(?:snap-(\d{6,9})|wal-(\d{6,9})-(\d{2,9}))\.jsonl")


@dataclass(frozen=True, slots=True)
class Names:
    """The store files of a folder, by their names."""

    snapshots: dict[int, Path]
    segments: dict[int, list[Path]]

    @property
    def generations(self) -> list[int]:
        """Every generation there is a file of, oldest first."""
        return sorted({*self.snapshots, *self.segments})

    @property
    def newest(self) -> int:
        """The newest generation, or 0."""
        return max(self.generations, default=0)

    def of(self, generation: int) -> list[Path]:
        """The files of one generation, the snapshot first."""
        snapshot = self.snapshots.get(generation)
        return [*([snapshot] if snapshot else []), *self.segments.get(generation, [])]


def is_sealed(folder: Path) -> bool:
    """Whether a folder needs a passphrase to be opened."""
    return (folder / VAULT).exists() or (folder / VAULT_COPY).exists()


def list_names(folder: Path) -> Names:
    """The store files of a folder. Raises OSError."""
    names = Names({}, {})
    for path in folder.iterdir():
        match = _NAME.fullmatch(path.name)
        if match and match[1]:
            names.snapshots[int(match[1])] = path
        elif match:
            names.segments.setdefault(int(match[2]), []).append(path)
    for paths in names.segments.values():
        paths.sort(key=segment_number)
    return names


def snapshot_name(generation: int) -> str:
    """File name of a snapshot."""
    return f"snap-{generation:06}.jsonl"


def segment_name(generation: int, number: int) -> str:
    """File name of a segment of the journal."""
    return f"wal-{generation:06}-{number:02}.jsonl"


def segment_number(path: Path) -> int:
    """A segment's number within its generation."""
    match = _NAME.fullmatch(path.name)
    return int(match[3]) if match and match[3] else 0
