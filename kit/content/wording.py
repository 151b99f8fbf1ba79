"""The words of a plan or an activity, read as a person in the room would: flags to look at, never problems."""

from collections.abc import Collection, Iterator
from pathlib import Path

from kit.content.library import text_files
from kit.content.plain_words import flags
from kit.content.problems import Problem, file_name
from kit.content.reader import reading_of
from kit.content.toml_file import open_toml
from kit.model import Activity, Line, Plan

MOST_FLAGS = 20
"""Flags told for one file. Nobody reads more at once."""


def wording(path: Path, explained: Collection[str] = ()) -> tuple[Problem, ...]:
    """What may be hard to read in an activity, a plan or a folder of them. `explained`: terms of the glossary."""
    files = text_files(path) if path.is_dir() else [path]
    return tuple(flag for file in files for flag in list(_file(file, explained))[:MOST_FLAGS])


def _file(path: Path, explained: Collection[str]) -> Iterator[Problem]:
    file = open_toml(path)
    value = None if isinstance(file, Problem) else reading_of(file).value
    if value is None:
        return
    lines = path.read_text("utf-8", errors="replace").splitlines()
    for flag in flags("\n".join(text for text in texts_of(value) if text), explained):
        start = flag.seen.splitlines()[0][:40] if flag.seen else ""
        line = next((n for n, text in enumerate(lines, 1) if start and start in text), 0)
        yield Problem(file_name(path), line, flag.sentence)


def texts_of(value: Activity | Plan | Line) -> Iterator[str]:
    """The words that people hear or read. Credits are not among them."""
    if isinstance(value, Line):
        yield from (value.summary, value.approach)
        for stage in value.stages:
            yield from (stage.title, stage.about, *stage.due)
    elif isinstance(value, Plan):
        yield from (value.summary, value.question, value.approach)
        for block in value.every():
            yield from (block.aim, block.notes)
    else:
        yield from (value.summary, value.purpose, value.power, *value.access, value.in_room, value.by_post, value.from_elsewhere)
        for step in value.steps:
            yield from (step.room, step.say, step.do, step.watch)
