"""Parquet files in a fixed schema: records, codings and workshops. pyarrow is loaded here and nowhere else.

The schema stands as JSON beside the files; worked queries stand in benchmarks/README.md.
"""

import json
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from kit.reflect.coding import codings
from kit.reflect.holdings import Holdings
from kit.reflect.jsonlines import line_of
from kit.reflect.survey import text_of
from kit.reflect.tidy import ALWAYS

SCHEMA: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "records": {
        **{name: ("int32" if name == "step" else "string", about) for name, about in ALWAYS.items()},
        "site": ("string", "Where its workshop took place, or which laptop it was run on; empty where nobody said."),
        "text": ("string", "Its words, where it has any that somebody could code."),
        "content": ("string", "All that it says, as JSON."),
    },
    "codings": {
        "id": ("string", "Id of the coding, as in records."), "of": ("string", "Id of the record that was read."),
        "framework": ("string", "Id of the framework; empty for a code of somebody's own."),
        "code": ("string", "Id of the code; empty for a code of somebody's own."), "name": ("string", "Name of the code."),
        "level": ("string", "evident, partly, not yet, worked against or not applicable."),
        "by": ("string", "self, other or together."), "coder": ("string", "A letter or a number, where one was given."),
        "start": ("int32", "First character of the passage, from 0; empty for the whole text."),
        "end": ("int32", "The character after its last one."), "note": ("string", "Words beside it."),
    },
    "workshops": {
        "id": ("string", "Id of the workshop, as in records."), "number": ("int32", "Its number in the programme."),
        "title": ("string", "What its plan is called."), "began": ("string", "ISO 8601, UTC."),
        "site": ("string", "Where it took place, or which laptop it was run on; empty where nobody said."),
    },
}
"""Each file's columns, with their types and what they say."""


def parquet_files(held: Holdings) -> dict[str, bytes]:
    """The files by their names. Raises ImportError where pyarrow is not there."""
    schema = {name: {column: {"type": kind, "says": says} for column, (kind, says) in columns.items()}
              for name, columns in SCHEMA.items()}
    rows = {"records": _records(held), "codings": _codings(held), "workshops": _workshops(held)}
    return {**{f"{name}.parquet": _file(name, rows[name]) for name in SCHEMA},
            "schema.json": json.dumps(schema, ensure_ascii=False, indent=1).encode()}


def _file(name: str, rows: Iterable[Mapping[str, Any]]) -> bytes:
    import pyarrow as arrow
    from pyarrow import parquet

    types = {"string": arrow.string(), "int32": arrow.int32()}
    schema = arrow.schema([(column, types[kind]) for column, (kind, _) in SCHEMA[name].items()])
    out = BytesIO()
    parquet.write_table(arrow.Table.from_pylist(list(rows), schema), out, compression="zstd")
    return out.getvalue()


def _records(held: Holdings) -> Iterable[Mapping[str, Any]]:
    for record in held.records:
        origin, meeting = record.origin, held.meeting(record)
        yield {"id": record.id, "kind": record.kind, "when": record.when, "workshop": origin.workshop, "block": origin.block,
               "activity": origin.activity, "step": origin.step, "at_table": origin.table, "sheet": origin.sheet,
               "device": origin.device, "who_may_see": record.visible.value, "made_by": record.maker,
               "keep_until": record.keep_until, "replaces": record.replaces,
               "site": meeting.site if meeting and meeting.site else origin.device, "text": text_of(record),
               "content": json.dumps(line_of(record)["content"], ensure_ascii=False)}


def _codings(held: Holdings) -> Iterable[Mapping[str, Any]]:
    for one in codings(held):
        yield {"id": one.record.id, "of": one.text.id, "framework": one.code.framework, "code": one.code.id,
               "name": one.code.name, "level": one.level, "by": one.by, "coder": one.coder,
               "start": one.passage.start if one.passage else None, "end": one.passage.end if one.passage else None,
               "note": one.note}


def _workshops(held: Holdings) -> Iterable[Mapping[str, Any]]:
    for meeting in held.meetings:
        yield {"id": meeting.id, "number": meeting.number, "title": meeting.title, "began": meeting.began, "site": meeting.site}
