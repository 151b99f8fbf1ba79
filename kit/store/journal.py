"""What the kit needs of a store: entries are added, one durable save each, and read back in order. Nothing more."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

Entry = Mapping[str, Any]
"""JSON values only: one thing that happened, with the records it made. See `kit.store.keeping`."""


class Journal(Protocol):
    """An append-only line of entries on a disk."""

    def entries(self) -> Sequence[Entry]:
        """All entries, oldest first."""

    def append(self, entry: Entry) -> None:
        """Keep an entry. It is on the disk when this returns; raises OSError, and then nothing was changed."""

    def close(self) -> None:
        """Let go of the files."""
