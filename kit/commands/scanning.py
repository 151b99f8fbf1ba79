"""`kit scan`: paper that comes back, read from pictures and scans."""

import json
import time
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.commands import OK, USAGE
from kit.commands.telling import narrate, narrate_progress, tell, tell_json
from kit.model.text import clean_line, counted, listed
from kit.store.problem import StoreProblem, reason

if TYPE_CHECKING:
    from kit.paperin.layouts import Layouts
    from kit.paperin.piles import FileRead

LARGEST_LAYOUT = 100_000_000
"""Bytes of a layout file that is read."""


def scan(call: Namespace) -> int:
    """Read pictures against layout files alone, and store nothing."""
    if not call.dry_run or not call.layout:
        narrate("Say --dry-run and --layout FILE: pictures are read against the layout that `kit print --layout FILE` wrote.")
        return USAGE
    from kit.paperin.opening import files_in
    from kit.paperin.piles import read_files

    layouts, pictures = _sorted_out([Path(name) for name in call.layout], [Path(name) for name in call.files])
    if not pictures:
        narrate("There is no picture to read. Name files or folders after the layouts.")
        return USAGE
    known = _layouts(layouts)
    files = [file for path in pictures for file in files_in(path)]
    answers = []
    for number, read in enumerate(read_files(files, known, time.process_time), 1):
        answers.append(read)
        if not call.json:
            narrate_progress(min(number, len(files)), max(number, len(files)), clean_line(read.path.name))
    if call.json:
        tell_json({"images": _by_file(files, answers)})
    else:
        tell(*_in_words(answers))
    return OK


def _sorted_out(after_layout: list[Path], named: list[Path]) -> tuple[list[Path], list[Path]]:
    """Which files are layouts: those that end in .json, and what no picture's ending tells to be anything else."""
    layouts = [path for path in after_layout if path.suffix.lower() == ".json" or _looks_like_json(path)]
    return layouts, [path for path in after_layout if path not in layouts] + named


def _looks_like_json(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
    except OSError:
        return False


def _layouts(paths: Iterable[Path]) -> "Layouts":
    """All layouts of these files. Raises StoreProblem."""
    from kit.paperin.layouts import BadLayout, layouts_from

    values = []
    for path in paths:
        name = clean_line(str(path))[:200]
        try:
            if path.stat().st_size > LARGEST_LAYOUT:
                raise StoreProblem(f"{name} is larger than 100 MB. That is no layout file.")
            values.append(json.loads(path.read_bytes().decode("utf-8-sig")))
        except OSError as error:
            raise StoreProblem(f"{name} cannot be opened: {reason(error)}.") from None
        except (ValueError, RecursionError):
            raise StoreProblem(f"{name} is no JSON. Use a file that `kit print --layout` wrote.") from None
    try:
        return layouts_from(values)
    except BadLayout as bad:
        raise StoreProblem(str(bad)) from None


def _by_file(files: list[Path], answers: "list[FileRead]") -> dict[str, Any]:
    """What each file gave, under its name; under its whole path where two have one name."""
    names = [file.name for file in files]
    key = {file: file.name if names.count(file.name) == 1 else str(file) for file in files}
    result: dict[str, Any] = {key[file]: {"cards": [], "unread": []} for file in files}
    for gave in answers:
        into = result[key[gave.path]]
        into["cards"] += [{
            "id": card.id, "seconds": card.seconds,
            "answers": {one.group: {"value": one.value, "doubt": one.doubt, "why": one.why} for one in card.answers},
            "boxes": {box.id: box.state.value for box in card.boxes}} for card in gave.read.cards]
        page = f"Page {gave.page}: " if gave.page else ""
        into["unread"] += [{"why": page + unread.why, "polygon": unread.polygon} for unread in gave.read.unread]
    return result


def _in_words(answers: "list[FileRead]") -> list[str]:
    """How many cards were read, what was not, and what needs a person."""
    cards = [card for one in answers for card in one.read.cards]
    doubts = [answer for card in cards for answer in card.answers if answer.doubt]
    lines = [f"{counted(len(cards), 'card')} read."]
    lines += [f"{_place(one)}: {unread.why}" for one in answers for unread in one.read.unread]
    lines += [f"Code {clean_line(card.id)[:60]}: look at {listed(found)[:200]}."
              for card in cards if (found := [answer.group for answer in card.answers if answer.doubt])]
    return [*lines, f"{counted(len(doubts), 'answer needs', 'answers need')} you." if doubts else "No answer is in doubt."]


def _place(one: "FileRead") -> str:
    name = clean_line(one.path.name)[:100]
    return f"{name}, page {one.page}" if one.page else name
