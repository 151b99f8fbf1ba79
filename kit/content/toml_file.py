"""Opening one TOML file: whatever it holds, the answer is its data with the lines of its keys, or one problem."""

import stat
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kit.content.problems import Problem, file_name
from kit.content.toml_lines import KeyPath, Lines
from kit.content.unreadable import why_unreadable

LARGEST = 1_000_000
"""Bytes. An activity is a few thousand; a larger file is refused before it is read."""


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A file that could be read as TOML."""

    path: Path
    data: dict[str, Any]
    lines: Lines

    def problem(self, where: KeyPath, sentence: str) -> Problem:
        """A problem at the line of a key; at no line where `where` is empty, the file as a whole."""
        return Problem(file_name(self.path), self.lines.line(where) if where else 0, sentence)


def open_toml(path: Path, read: bytes | None = None) -> TomlFile | Problem:
    """The file's data, or what stands in the way of reading it. `read` is what stands in it, where that is at hand."""
    raw = _bytes(path) if read is None else read
    if isinstance(raw, str):
        return Problem(file_name(path), 0, raw)
    text = _text(raw)
    if isinstance(text, tuple):
        return Problem(file_name(path), *text)
    lines = Lines(text)
    if lines.too_deep:
        return Problem(file_name(path), lines.too_deep, "there are too many brackets or dots inside one another here.")
    try:
        return TomlFile(path, tomllib.loads(text), lines)
    except (ValueError, RecursionError) as error:
        return Problem(file_name(path), *why_unreadable(text, lines, error))


def _bytes(path: Path) -> bytes | str:
    """The file's bytes, or a sentence. Nothing but an ordinary file is opened, so that a pipe cannot make us wait."""
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            return "this is a folder, not a file."
        if not stat.S_ISREG(about.st_mode):
            return "this is not an ordinary file, so it cannot be read."
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return "there is no such file. Check its name and its folder."
    except OSError:
        return "it cannot be opened. Check that you are allowed to read it."
    return raw if len(raw) <= LARGEST else "the file is larger than 1 MB. Ours are a few pages of text. Split it, or shorten it."


def _text(raw: bytes) -> str | tuple[int, str]:
    """The file's text with plain line ends, or a line and a sentence."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return raw.count(b"\n", 0, error.start) + 1, "this is not plain text in UTF-8. Save the file again as UTF-8."
    if not text.strip():
        return 0, "the file is empty. Start from TEMPLATE.toml."
    if "\0" in text:
        return text.count("\n", 0, text.index("\0")) + 1, "this is not plain text. Save the file again as plain text in UTF-8."
    return text.replace("\r\n", "\n").replace("\r", "\n")
