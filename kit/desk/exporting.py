"""What may go to other programs, in forms that they open unedited. All of it passes the gate; what went out is written down."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kit.content.plan_table import guarded
from kit.desk.makers import MAKERS, named
from kit.desk.outputs import by_kind, credited, this_day
from kit.desk.table_files import book_bytes, csv_bytes
from kit.desk.wentout import note
from kit.desk.world import World
from kit.model import Record
from kit.model.gate import Way, let_out
from kit.model.text import clean, counted
from kit.reflect.jsonlines import SCHEMA, json_lines
from kit.reflect.survey import survey_rows
from kit.reflect.tidy import Cell, Tidy, dictionary, tidy
from kit.store import NoSuchThing, Programme, Store, StoreProblem, write_safely

DICTIONARY = ("kind", "column", "what it says")


@dataclass(frozen=True, slots=True)
class Exported:
    """What went out."""

    files: tuple[Path, ...]
    records: int
    kept_back: int
    """How many records stay here, since their makers have not said that they may go further."""

    @property
    def words(self) -> str:
        """Both numbers in a sentence."""
        kept = (f" {counted(self.kept_back, 'more stays', 'more stay')} here: nobody has said that they may go further "
                "(see: kit consent).") if self.kept_back else ""
        return f"{counted(self.records, 'record')} in {counted(len(self.files), 'file')}.{kept}"


def export(programme: Programme, form: str, into: Path, world: World, *, public: bool = False) -> Exported:
    """Write what may go out into a folder. Raises StoreProblem; NoSuchThing for a form there is none of."""
    if form not in FORMS:
        raise NoSuchThing(f"There is no form {form[:40]!r}. Choose from: {', '.join(FORMS)}.")
    store = Store(programme.folder, "export", programme.keys)
    try:
        held = store.records()
        out = named(let_out(held, Way.PUBLIC if public else Way.EXPORT, this_day(world)), store.rows(MAKERS))
        files = tuple(_write(into, FORMS[form](out)))
        note(store, "export", files, out, world)
    finally:
        store.close()
    return Exported(files, len(out), len(held) - len(out))


Files = Mapping[str, bytes]


def _csv(records: Sequence[Record]) -> Files:
    """A CSV file for each kind, and the data dictionary."""
    tables = tidy(records)
    files = {f"{table.kind}.csv": csv_bytes(_safe((table.columns, *table.rows))) for table in tables}
    return files | {"data-dictionary.csv": csv_bytes(_safe((DICTIONARY, *dictionary(tables))))}


def _xlsx(records: Sequence[Record]) -> Files:
    """One workbook: a sheet for each kind, and the data dictionary."""
    tables = tidy(records)
    about = Tidy("data dictionary", DICTIONARY, dictionary(tables))
    return {"records.xlsx": book_bytes([(table.kind, (table.columns, *table.rows)) for table in (about, *tables)])}


def _jsonl(records: Sequence[Record]) -> Files:
    """One record a line, and the schema."""
    import json

    schema = json.dumps(SCHEMA, ensure_ascii=False, indent=1) + "\n"
    return {"records.jsonl": json_lines(records).encode(), "records.schema.json": schema.encode()}


def _markdown(records: Sequence[Record]) -> Files:
    """What the room made, under headings."""
    from kit.content.plan_markdown import plain_markdown

    lines = ["# What the room made", ""]
    for heading, group in by_kind(records):
        lines += [f"## {heading}", "", *(f"- {plain_markdown(credited(record))}" for record in group), ""]
    return {"what-we-made.md": "\n".join(lines).encode()}


def _survey(records: Sequence[Record]) -> Files:
    """One table that QualCoder takes in as a survey: a case id, facts about it, and the free text."""
    return {"qualcoder-survey.csv": csv_bytes(_safe(survey_rows(records)))}


FORMS: Mapping[str, Callable[[Sequence[Record]], Files]] = {
    "csv": _csv, "xlsx": _xlsx, "jsonl": _jsonl, "markdown": _markdown, "survey": _survey,
}
"""Forms to export in."""


def _safe(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """Rows that no spreadsheet takes for formulas, and nothing in them acts on a terminal."""
    return [[guarded(clean(cell)) if isinstance(cell, str) else cell for cell in row] for row in rows]


def _write(into: Path, files: Files) -> list[Path]:
    try:
        into.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            write_safely(into / name, data)
    except OSError as error:
        raise StoreProblem(f"The export could not be written to {into}: {error.strerror or 'the disk said no'}.") from None
    return [into / name for name in files]
