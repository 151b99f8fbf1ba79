"""A plan's file as a person laid it out. A change touches only the lines of what changed; notes and layout stay.

A section is never trusted: it is read back, and has to say what it should, else it is written anew under its notes.
What cannot be cut into sections has no layout. Then the whole file is written anew.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from kit.content.findings import Findings
from kit.content.key_lines import Rows, rows_of, with_values
from kit.content.plan_files import MOST_BLOCKS, blocks_from, head_from
from kit.content.plan_rebuilding import Rebuilding
from kit.content.plan_sections import Part, Section, cut
from kit.content.plan_text import changed_values, lines_above, plan_text
from kit.content.problems import Problem
from kit.content.toml_file import LARGEST, TomlFile, open_toml
from kit.content.vocabulary import PLAN
from kit.model import Block, Plan


@dataclass(frozen=True)
class Layout:
    """A plan with the text that says it."""

    plan: Plan
    head: Rows
    sections: tuple[Section, ...]
    below: Rows

    @cached_property
    def text(self) -> str:
        """The file's text."""
        return "".join((*self.head, *(section.text for section in self.sections), *self.below))

    def changed(self, plan: Plan) -> "Layout | None":
        """The layout that says another plan; None where only the whole file, written anew, can say it or tell why not."""
        old = Rebuilding(self.sections, plan)
        sections = [*old.sections("blocks", self._list("blocks"), plan.blocks),
                    *old.sections("parked", self._list("parked"), plan.parked)]
        return _read(_head_saying(self, plan), sections, self.below, self.known, plan)

    @cached_property
    def known(self) -> Mapping[str, Part | None]:
        """What each whole section says, by its text."""
        return {section.text: section.part for section in self.sections}

    def _list(self, path: str) -> list[Section]:
        return [section for section in self.sections if section.path == path]


def layout_of(text: str, before: Layout | None = None) -> Layout | None:
    """The layout of a text; None where it has none, or does not read. What `before` has read is not read again."""
    pieces = cut(text)
    if pieces is None or not pieces.sections:
        return None
    return _read(pieces.head, pieces.sections, pieces.below, before.known if before else {})


def _read(head: Rows, sections: Sequence[Section], below: Rows, known: Mapping[str, Part | None],
          wanted: Plan | None = None) -> Layout | None:
    """The layout of these pieces, where they read, and no two blocks have one id."""
    values, read = _head(head), list[Section]()
    parts = (*wanted.blocks, *wanted.parked) if wanted else (None,) * len(sections)
    for section, part in zip(sections, parts, strict=True):
        sound = _sound(section, part, known)
        if values is None or sound is None:
            return None
        read.append(sound)
    layout = Layout(_plan(values or {}, read), head, tuple(read), below)
    return layout if _whole(layout) else None


def _sound(section: Section, wanted: Block | None, known: Mapping[str, Part | None]) -> Section | None:
    """A section that was read back. Where it does not say what it should, it is written anew, under its notes."""
    text = section.text
    there = known.get(text)
    if there is not None and (wanted is None or there is wanted):
        return section if section.part is there else section.saying(there)
    block = _block(text, section.path)
    if wanted is not None and block != wanted:
        section = Rebuilding((), None).written(wanted, section.path, section.above)
        block = _block(section.text, section.path)
    return None if block is None else section.saying(block)


def _head_saying(layout: Layout, plan: Plan) -> Rows:
    """The lines above the sections, with what is said of the whole plan changed."""
    values = changed_values(layout.plan, plan, PLAN)
    if not values:
        return layout.head
    try:
        head = with_values(layout.head, values, [field.name for field in PLAN])
    except ValueError:
        head = ()
    wanted = {field.name: getattr(plan, field.name) for field in PLAN if field.type != "parts"}
    if head and _head(head) == wanted:
        return head
    return rows_of(plan_text(replace(plan, blocks=(), parked=()), lines_above("".join(layout.head))))


def _plan(values: dict[str, Any], sections: Sequence[Section]) -> Plan:
    def blocks(path: str) -> tuple[Block, ...]:
        return tuple(section.part for section in sections if section.path == path and isinstance(section.part, Block))

    return Plan(**values, blocks=blocks("blocks"), parked=blocks("parked"))


def _whole(layout: Layout) -> bool:
    """Whether it keeps the rules that no section can see by itself."""
    ids = [block.id for block in layout.plan.every() if block.id]
    return (len(ids) == len(set(ids)) and 1 <= len(layout.plan.blocks) <= MOST_BLOCKS
            and len(layout.plan.parked) <= MOST_BLOCKS and len(layout.text.encode()) <= LARGEST)


def _head(rows: Rows) -> dict[str, Any] | None:
    file = _file("".join(rows))
    if file is None or {"blocks", "parked"} & set(file.data):
        return None
    found = Findings(file)
    values = head_from(file, found)
    return None if found.problems else values


def _block(text: str, path: str) -> Block | None:
    file = _file(text)
    if file is None or set(file.data) != {path}:
        return None
    found = Findings(file)
    blocks = blocks_from(file, found, path)
    return blocks[0] if len(blocks) == 1 and not found.problems else None


def _file(text: str) -> TomlFile | None:
    file = open_toml(Path("plan.toml"), text.encode())
    return None if isinstance(file, Problem) else file
