"""Plans from files and to files: TOML, CSV and XLSX in; those and Markdown and iCalendar out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date
from pathlib import Path

from kit.content.foreign_table import HEADERS, taken_from
from kit.content.ids import id_from
from kit.content.plan_calendar import plan_calendar
from kit.content.plan_markdown import plan_markdown
from kit.content.plan_table import data_of, is_ours, rows_of
from kit.content.plan_text import plan_text
from kit.content.problems import Problem
from kit.content.reader import reading_of
from kit.content.toml_file import TomlFile, open_toml
from kit.content.toml_lines import Lines
from kit.desk.drafting import plan_of_text
from kit.desk.table_files import csv_bytes, read_table, xlsx_bytes
from kit.desk.world import World
from kit.model import Block, Plan, Script, Strand
from kit.model.schedule import schedule
from kit.store import NoSuchThing, Programme, Store, StoreProblem, write_safely
from kit.store.papers import Papers

KINDS = (".toml", ".csv", ".xlsx", ".md", ".ics")
"""Endings of the files that a plan can go out as. The first three can come in."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A plan that was read from a file, and a sentence for all that was passed over."""

    plan: Plan
    troubles: tuple[str, ...] = ()


def read_plan_file(file: Path, columns: Mapping[str, str]) -> Incoming:
    """The plan in a file. `columns` says what some columns of a table are: {"Session name": "title"}. Raises StoreProblem."""
    if file.suffix.lower() == ".toml":
        opened = open_toml(file)
        if isinstance(opened, Problem):
            raise StoreProblem(str(opened))
        return Incoming(_plan(opened, file))
    rows = read_table(file)
    if is_ours(rows) and not columns:
        return Incoming(_plan(TomlFile(file, data_of(rows), Lines("")), file))
    taken = taken_from(rows, columns)
    if isinstance(taken, str):
        raise StoreProblem(f"{file.name}: {taken}")
    about = {"id": id_from(file.stem) or "imported", "title": file.stem, "summary": f"Taken in from {file.name}."}
    return Incoming(_plan(TomlFile(file, about | taken.data, Lines("")), file), tuple(taken.troubles))


def _plan(opened: TomlFile, file: Path) -> Plan:
    reading = reading_of(opened, "blocks")
    if reading.value is None:
        raise StoreProblem(" ".join(str(problem) for problem in reading.problems[:5]))
    plan: Plan = reading.value
    return replace(plan, file="")


def add_plan(programme: Programme, plan: Plan, there: tuple[Plan, ...], world: World) -> Plan:
    """Keep a plan among a programme's plans, as its last. One of the same id gets a number. Raises StoreProblem."""
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        return keep_plan(store.papers, plan, there)
    finally:
        store.close()


def keep_plan(papers: Papers, plan: Plan, there: tuple[Plan, ...]) -> Plan:
    """As `add_plan`, in a programme that is open."""
    taken = {one.id for one in there}
    free = next(name for name in (plan.id, *(f"{plan.id[:56]}-{n}" for n in range(2, 1000))) if name not in taken)
    plan = replace(plan, id=free)
    number = 1 + max((int(digits) for one in there if (digits := Path(one.file).name.partition("-")[0]).isdecimal()), default=0)
    path = f"plans/{number}-{free}.toml"
    text = plan_text(plan)
    papers.write(path, text.encode())
    return plan_of_text(text, path)


def plan_file(plan: Plan, script: Script, kind: str, world: World, *, private: bool, on: date | None = None) -> bytes:
    """A plan as a file of a kind of `KINDS`. `script` is the same plan, filled in. Raises NoSuchThing."""
    day = schedule(script.plan, script)
    if kind == ".toml":
        return plan_text(plan if private else without_private(plan)).encode()
    if kind in (".csv", ".xlsx"):
        rows = rows_of(plan, day, private=private)
        return csv_bytes(rows) if kind == ".csv" else xlsx_bytes(rows, "Plan")
    if kind == ".md":
        return plan_markdown(script, day, private=private).encode()
    if kind == ".ics":
        now = world.clock()
        return plan_calendar(script, day, on or now.date(), now.astimezone(UTC), private=private).encode()
    raise NoSuchThing(f"A plan can go out as a file that ends in {', '.join(KINDS[:-1])} or {KINDS[-1]}, not {kind[:20]!r}.")


def write_out(file: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises StoreProblem."""
    try:
        write_safely(file, data)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no file can have that name"
        raise StoreProblem(f"{file.name[:80]} cannot be written: {why.lower()}.") from None


def without_private(plan: Plan) -> Plan:
    """The plan without private notes."""
    return replace(plan, blocks=_public(plan.blocks), parked=_public(plan.parked))


def _public(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(replace(block, private="", strands=tuple(
        Strand(strand.title, _public(strand.blocks), strand.place) for strand in block.strands)) for block in blocks)


def column_map(pairs: list[str]) -> dict[str, str]:
    """What `--map "Title=Session name"` says: {"Session name": "title"}. Raises NoSuchThing."""
    columns: dict[str, str] = {}
    for pair in pairs:
        part, between, heading = pair.partition("=")
        name = "_".join(part.casefold().split())
        if not between or name not in HEADERS or not heading.strip():
            raise NoSuchThing(f"{pair[:60]!r} is no column map. Write it as title=HEADING. "
                              f"On the left can be: {', '.join(HEADERS)}.")
        columns[heading.strip()] = name
    return columns

