"""What may go to other programs, in forms that they open unedited. All of it passes the gate; what went out is written down."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kit.content.plan_table import guarded
from kit.desk.makers import MAKERS, named
from kit.desk.outputs import by_kind, credited, this_day
from kit.desk.pictures import readable_pictures
from kit.desk.reflecting import holdings_of
from kit.desk.table_files import book_bytes, csv_bytes
from kit.desk.wentout import note
from kit.desk.world import World
from kit.model import Record
from kit.model.gate import Way, let_out
from kit.model.text import clean, counted
from kit.reflect import Holdings
from kit.reflect.jsonlines import SCHEMA, json_lines
from kit.reflect.survey import survey_rows
from kit.reflect.tidy import Cell, Tidy, dictionary, tidy
from kit.store import NoSuchThing, Programme, Store, StoreProblem, write_safely

if TYPE_CHECKING:
    from kit.reflect.qda import Qda

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
        way = Way.PUBLIC if public else Way.EXPORT
        out = named(let_out(held, way, this_day(world)), store.rows(MAKERS))
        of_whole = OF_WHOLE.get(form)
        made = of_whole(_whole(store, programme, way, world)) if of_whole else _OF_RECORDS[form](out)
        files = tuple(_write(into, made))
        note(store, "export", files, out, world)
    finally:
        store.close()
    return Exported(files, len(out), len(held) - len(out))


Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Whole:
    """A programme as it may go out, with what links its records."""

    name: str
    held: Holdings
    pictures: Mapping[str, bytes]

    @property
    def qda(self) -> "Qda":
        """The same as codes, sources and passages."""
        from kit.reflect.qda import qda

        return qda(self.held, self.name, self.pictures)


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


def _qdpx(whole: Whole) -> Files:
    """A project for QualCoder, NVivo, ATLAS.ti or MAXQDA: codes, texts, pictures, passages."""
    from kit.reflect.qdpx import qdpx_bytes

    return {"project.qdpx": qdpx_bytes(whole.qda)}


def _qdc(whole: Whole) -> Files:
    """The codebook alone, for the same programs."""
    from kit.reflect.qdpx import qdc_bytes

    return {"codebook.qdc": qdc_bytes(whole.qda)}


def _taguette(whole: Whole) -> Files:
    """The codebook for Taguette."""
    from kit.reflect.qdpx import taguette_rows

    return {"taguette-codebook.csv": csv_bytes(_safe(taguette_rows(whole.qda)))}


def _parquet(whole: Whole) -> Files:
    """Tables for DuckDB, Polars and Spark, with their schema beside them."""
    from kit.reflect.parquet import parquet_files

    try:
        return parquet_files(whole.held)
    except ImportError:
        raise StoreProblem("Parquet needs one more package. To add it: pip install 'workshop-kit[parquet]'") from None


_OF_RECORDS: Mapping[str, Callable[[Sequence[Record]], Files]] = {
    "csv": _csv, "xlsx": _xlsx, "jsonl": _jsonl, "markdown": _markdown, "survey": _survey,
}
OF_WHOLE: Mapping[str, Callable[[Whole], Files]] = {
    "qdpx": _qdpx, "qdc": _qdc, "taguette": _taguette, "parquet": _parquet,
}
"""Forms that need more than the records: how they hang together."""
FORMS = (*_OF_RECORDS, *OF_WHOLE)
"""Forms to export in."""


def _whole(store: Store, programme: Programme, way: Way, world: World) -> Whole:
    held = holdings_of(store, programme, way, this_day(world))
    return Whole(programme.name, held, readable_pictures(programme, held.of_kind("drawing")))


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
