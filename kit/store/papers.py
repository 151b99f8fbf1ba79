"""The text files and prints of a programme: `plans/1-first-meeting.toml`, `prints/badges.pdf`.

In a plain folder they are files that a person can open. In a sealed folder they are attachments, and a table says which is
which; whoever reads and writes them here need not know.
"""

import re
from contextlib import suppress
from pathlib import Path, PurePosixPath

from kit.store import disk
from kit.store.attachments import Attachments
from kit.store.engine import Engine
from kit.store.lines import PLAIN
from kit.store.names import ATTACHMENTS
from kit.store.problem import NotStorable, StoreProblem, not_saved, reason
from kit.store.safefile import sweep, write_safely

TABLE = "papers"
"""Documents `{"path": …, "attachment": …}`, in a sealed folder only."""

_ENDING = re.compile(r"\.[a-z0-9]{1,5}")


class Papers:
    """The papers of an open folder, by their paths below it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._attachments = Attachments(engine)

    @property
    def sealed(self) -> bool:
        """Whether the papers are kept sealed."""
        return self._engine.terms.keys.name != PLAIN

    def names(self, folder: str) -> list[str]:
        """Paths of the papers in a folder such as `plans`, in order."""
        sealed = [path for path in self._rows() if PurePosixPath(path).parts[0] == folder]
        plain = [path.relative_to(self._engine.folder) for path in self._plain()]
        return sorted({*sealed, *(path.as_posix() for path in plain if path.parts[0] == folder)})

    def read(self, path: str) -> bytes:
        """What stands in a paper. Raises StoreProblem."""
        row = self._rows().get(path)
        if row:
            return self._attachments.read(row[1])
        try:
            return self._file(path).read_bytes()
        except OSError as error:
            raise StoreProblem(f"{path} cannot be read: {reason(error)}.") from None

    def write(self, path: str, data: bytes) -> None:
        """Keep a paper, in the place of one that is there. Raises NotSaved, and then the old one stands."""
        file = self._file(path)
        if self.sealed:
            self._take(path, data)
            return
        try:
            disk.make_folder(file.parent)
            write_safely(file, data)
        except OSError as error:
            raise not_saved(error) from None

    def remove(self, path: str) -> None:
        """Take a paper away. Raises StoreProblem."""
        row = self._rows().get(path)
        try:
            if row:
                self._engine.save([["d", TABLE, row[0]]])
                self._attachments.remove([row[1]])
            else:
                disk.remove(self._file(path))
                disk.flush_folder(self._file(path).parent)
        except OSError as error:
            raise StoreProblem(f"{path} could not be taken away: {reason(error)}.") from None

    def take_in(self) -> None:
        """Seal every plain paper, and take the plain file away. Can be done again after a crash. Raises NotSaved."""
        for folder in {file.parent for file in self._files()}:
            sweep(folder)
        for file in self._plain():
            try:
                self._take(file.relative_to(self._engine.folder).as_posix(), file.read_bytes())
                disk.remove(file)
                disk.flush_folder(file.parent)
            except OSError as error:
                raise not_saved(error) from None

    def put_out(self) -> None:
        """Make every sealed paper a plain file again. Raises StoreProblem."""
        for folder in {file.parent for file in self._files()}:
            sweep(folder)
        rows = self._rows()
        for path in rows:
            data = self.read(path)
            try:
                disk.make_folder(self._file(path).parent)
                write_safely(self._file(path), data)
            except OSError as error:
                raise not_saved(error) from None
        if rows:
            self._engine.save([["x", TABLE]])
            with suppress(OSError):
                self._attachments.remove(attachment for _, attachment in rows.values())

    def _take(self, path: str, data: bytes) -> None:
        ending = PurePosixPath(path).suffix.lower()
        attachment = self._attachments.keep(data, ending if _ENDING.fullmatch(ending) else ".bin")
        row = self._rows().get(path)
        key = row[0] if row else str(self._engine.next_id(TABLE))
        self._engine.save([["p", TABLE, key, {"path": path, "attachment": attachment}]])

    def _rows(self) -> dict[str, tuple[str, str]]:
        """Document id and attachment of each sealed paper, by its path."""
        with self._engine.mutex:
            table = self._engine.tables.get(TABLE, {})
            return {str(row["path"]): (key, str(row["attachment"])) for key, row in table.items()}

    def _plain(self) -> list[Path]:
        """The plain papers. A half-made file is none."""
        return [file for file in self._files() if not (file.name.startswith(".") and file.name.endswith(".new"))]

    def _files(self) -> list[Path]:
        folders = [path for path in self._engine.folder.iterdir() if path.is_dir() and path.name != ATTACHMENTS]
        return sorted(file for folder in folders for file in folder.rglob("*") if file.is_file() and not file.is_symlink())

    def _file(self, path: str) -> Path:
        parts = PurePosixPath(path).parts
        if len(parts) < 2 or parts[0] in ("/", ATTACHMENTS) or any(part in ("..", ".") or "\\" in part for part in parts):
            raise NotStorable(f"{path!r} is not the path of a paper")
        return self._engine.folder.joinpath(*parts)
