"""`kit scan`: paper that comes back, read from pictures and scans."""

import json
import os
import time
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.commands import OK, USAGE
from kit.commands.opening import programme_of
from kit.commands.telling import LONGEST_TOLD, narrate, narrate_progress, tell, tell_json
from kit.desk.flows import safely
from kit.desk.pile.cards import totals
from kit.desk.pile.closing import close_pile
from kit.desk.pile.filing import file_pile
from kit.desk.pile.telling import by_image
from kit.desk.world import World, real_world
from kit.model.text import clean_line, counted, cut_short, listed
from kit.store import NoSuchThing, Programme
from kit.store.problem import StoreProblem, reason

if TYPE_CHECKING:
    from kit.paperin.layouts import Layouts
    from kit.paperin.piles import FileRead

BETWEEN_LOOKS = 2.0
"""Seconds between two looks into a folder that is watched. A file is read when it has not grown in between."""
LARGEST_LAYOUT = 100_000_000
"""Bytes of a layout file that is read."""


def scan(call: Namespace) -> int:
    """Read a programme's pile, decide, and close it; or read pictures against layout files alone, and store nothing."""
    if call.dry_run or call.layout:
        return _dry_run(call)
    if not call.files:
        narrate("Say which programme, and which files: kit scan PROGRAMME FILES. To try layouts alone: --dry-run --layout FILE.")
        return USAGE
    call.programme, *names = call.files
    files = _paths(names)
    programme, world = programme_of(call), real_world()
    talks = [talk for asked, talk in ((call.review, "review"), (call.type, "type_up"), (call.enter, "enter")) if asked]
    if files and call.watch:
        return _watch(programme, files, world, as_json=call.json)
    if files:
        _read(programme, files, world, as_json=call.json)
    _talk(programme, talks, call.by, world)
    if call.close:
        _close(programme, "" if call.close == "yes" else call.close, world, as_json=call.json)
    elif not files and not talks:
        _tell_standing(programme, as_json=call.json)
    return OK


def _paths(names: Iterable[str]) -> list[Path]:
    """Files and folders as they are named. No name is not this folder. Raises NoSuchThing."""
    if any(not name.strip() or "\0" in name for name in names):
        raise NoSuchThing("A file has an empty name. Name files or folders. For this folder, type a dot.")
    return [Path(name) for name in names]


def _read(programme: Programme, files: list[Path], world: World, *, as_json: bool) -> None:
    _tell_folders(files)
    filed = file_pile(programme, files, world, time.process_time, narrate_progress)
    if as_json:
        tell_json({"pile": filed.pile, "images": by_image(filed), "totals": totals(filed.kept), "words": filed.sentence()})
    else:
        tell(filed.sentence(), f"The pile so far: {totals(filed.kept).sentence()}",
             "Nothing is counted before you close the pile: kit scan PROGRAMME --close")


def _tell_folders(paths: Iterable[Path]) -> None:
    """A folder can hold thousands of files, so say that they are looked for before that begins."""
    for folder in filter(os.path.isdir, paths):
        narrate(f"Looking for pictures and scans in {cut_short(str(folder), LONGEST_TOLD)}.")


def _watch(programme: Programme, folders: list[Path], world: World, *, as_json: bool) -> int:
    """Read what is put into some folders until somebody presses Ctrl+C."""
    from kit.desk.pile.watching import watch

    narrate("Looking for new pictures. Press Ctrl+C to stop.")
    try:
        watch(folders, lambda ready: _read(programme, ready, world, as_json=as_json), pause, narrate)
    except KeyboardInterrupt:
        narrate("Stopped. Everything that was read is kept.")
    return OK


def pause() -> None:
    """Wait between two looks into a folder."""
    time.sleep(BETWEEN_LOOKS)


def _talk(programme: Programme, talks: list[str], by: str, world: World) -> None:
    from kit.desk.flows import paper_back
    from kit.line.talk import talk_through
    from kit.line.voice import terminal_voice

    for name in talks:
        talk_through(safely(getattr(paper_back, name)(programme, world, by)), terminal_voice())


def _close(programme: Programme, stands: str, world: World, *, as_json: bool) -> None:
    closed = close_pile(programme, world, stands)
    if as_json:
        tell_json({"pile": closed.pile, "records": [record.id for record in closed.records], "told": closed.told})
    else:
        tell(closed.sentence(), *closed.told)


def _tell_standing(programme: Programme, *, as_json: bool) -> None:
    from kit.desk.pile.standing import standing, what_was_missed

    if as_json:
        tell_json({"totals": standing(programme), "unread": what_was_missed(programme)})
    else:
        tell(standing(programme).sentence(), *what_was_missed(programme))


def _dry_run(call: Namespace) -> int:
    """Read pictures against layout files alone."""
    if not call.dry_run or not call.layout:
        narrate("Say --dry-run and --layout FILE: pictures are read against the layout that `kit print --layout FILE` wrote.")
        return USAGE
    from kit.paperin.opening import files_in
    from kit.paperin.piles import read_files

    layouts, pictures = _sorted_out(_paths(call.layout), _paths(call.files))
    if not pictures:
        narrate("There is no picture to read. Name files or folders after the layouts.")
        return USAGE
    known = _layouts(layouts)
    _tell_folders(pictures)
    files = [file for path in pictures for file in files_in(path)]
    answers = []
    if not call.json:
        narrate_progress(0, len(files), "")
    for number, read in enumerate(read_files(files, known, time.process_time), 1):
        answers.append(replace(read, image=None))
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
