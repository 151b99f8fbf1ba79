"""Exports that open elsewhere: tidy tables with a data dictionary, JSON Lines with a schema, Markdown, a survey for QualCoder."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from importlib.util import find_spec

import pytest
from openpyxl import load_workbook

from kit.cli import main
from kit.desk.consent import Choice, choose
from kit.desk.exporting import FORMS, export
from kit.desk.wentout import went_out
from kit.model import Origin, Record, Visible
from kit.reflect.jsonlines import SCHEMA
from kit.reflect.survey import survey_rows
from kit.reflect.tidy import tidy
from kit.store import NoSuchThing
from tests.keep.programme import every_byte, marked

BAD = '=HYPERLINK("http://x","y")'
NEEDS = pytest.mark.skipif(find_spec("pyarrow") is None, reason="pyarrow is not installed")


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """A day in which everything was said once; the caption, the decision and the parked topic may go into reports."""
    return marked(tmp_path_factory.mktemp("home"))


def may_go(day, *kinds):
    for record in day.records:
        if record.kind in kinds:
            choose(day.programme, record.id, Choice(Visible.REPORT), day.world)


@pytest.mark.parametrize("form", [pytest.param(form, marks=NEEDS if form == "parquet" else ()) for form in FORMS])
def test_what_nobody_let_go_further_is_in_no_byte_of_an_export(tmp_path, form):
    day = marked(tmp_path)
    done = export(day.programme, form, tmp_path / "out", day.world)
    assert done.records == 0
    assert done.kept_back == len(day.records)
    assert "nobody has said that they may go further" in done.words
    data = unpacked(tmp_path / "out")
    assert [word for word in day.words.values() if word.encode() in data] == []


def unpacked(folder):
    parts = [every_byte(folder)]
    for path in (*folder.glob("*.xlsx"), *folder.glob("*.qdpx")):
        with zipfile.ZipFile(path) as book:
            parts += [book.read(name) for name in book.namelist()]
    for path in folder.glob("*.parquet"):
        parts.append(str(pytest.importorskip("pyarrow.parquet").read_table(path).to_pylist()).encode())
    return b"\n".join(parts)


@pytest.mark.parametrize("form", [pytest.param(form, marks=NEEDS if form == "parquet" else ()) for form in FORMS])
def test_what_may_go_is_in_every_form_and_is_written_down_as_gone(tmp_path, form):
    day = marked(tmp_path)
    may_go(day, "parked", "decision")
    done = export(day.programme, form, tmp_path / "out", day.world)
    assert done.records == len([r for r in day.records if r.kind in ("parked", "decision", "dissent")])
    data = unpacked(tmp_path / "out")
    assert (b"zorqdecided tea" in data) == (form not in ("qdc", "taguette"))
    assert b"zorqname" not in data.lower()
    assert {one.where for one in went_out(day.programme) if one.way == "export"} == {str(path) for path in done.files}


def test_csv_has_a_row_a_record_and_every_column_is_in_the_data_dictionary(tmp_path):
    day = marked(tmp_path)
    may_go(day, "parked", "decision", "feedback")
    export(day.programme, "csv", tmp_path / "out", day.world)
    said = {(row["kind"], row["column"]): row["what it says"] for row in table(tmp_path / "out" / "data-dictionary.csv")}
    for path in (tmp_path / "out").glob("*.csv"):
        if path.stem != "data-dictionary":
            rows = table(path)
            assert len(rows) == len({row["id"] for row in rows}) > 0
            assert all(said[path.stem, column].endswith((".", "JSON")) for column in rows[0])


def table(path):
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def test_words_that_would_be_a_formula_are_words_in_csv_and_in_a_workbook(tmp_path):
    day = marked(tmp_path)
    workshop = day.open(fresh=True)
    workshop.answer(3)
    workshop.note("parked", {"text": BAD})
    workshop.close()
    may_go(day, "parked")
    export(day.programme, "csv", tmp_path / "out", day.world)
    export(day.programme, "xlsx", tmp_path / "out", day.world)
    assert f"'{BAD}" in {row["text"] for row in table(tmp_path / "out" / "parked.csv")}
    sheet = load_workbook(tmp_path / "out" / "records.xlsx")["parked"]
    [cell] = [cell for row in sheet.iter_rows() for cell in row if cell.value == BAD]
    assert cell.data_type == "s"


def test_each_line_of_json_lines_is_what_the_schema_says(tmp_path):
    day = marked(tmp_path)
    may_go(day, "parked", "decision")
    export(day.programme, "jsonl", tmp_path / "out", day.world)
    assert json.loads((tmp_path / "out" / "records.schema.json").read_text()) == SCHEMA
    for line in (tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        assert set(SCHEMA["required"]) <= set(record) <= set(SCHEMA["properties"])
        assert record["visible"] in SCHEMA["properties"]["visible"]["enum"]
        assert set(record["origin"]) <= set(SCHEMA["properties"]["origin"]["properties"])


def test_the_survey_has_an_id_that_comes_once_in_its_first_column_and_free_text_in_its_last(tmp_path):
    day = marked(tmp_path)
    may_go(day, "parked", "decision", "attendance")
    export(day.programme, "survey", tmp_path / "out", day.world)
    rows = table(tmp_path / "out" / "qualcoder-survey.csv")
    assert list(rows[0]) == ["case", "kind", "when", "workshop", "activity", "question", "text"]
    assert len({row["case"] for row in rows}) == len(rows)
    assert all(row["text"] for row in rows)


def test_the_survey_has_what_people_wrote_in_parts():
    account = Record("a", "account", "2026-01-01T10:00:00+00:00", Origin(), {
        "letter": "A", "title": "The hall", "headings": ["What?", "How?"], "parts": ["It was cold.", "I left."]})
    rows = survey_rows([account, replace(account, id="b", content={**account.content, "parts": ["", ""]})])
    assert [(row[0], row[-1]) for row in rows[1:]] == [("a", "It was cold.\n\nI left.")]


def test_tidy_loses_no_fact_of_a_record(day):
    for record in day.records:
        [one] = tidy([record])
        row = dict(zip(one.columns, one.rows[0], strict=True))
        assert row["id"] == record.id
        for value in record.content.values():
            for word in [value] if isinstance(value, str) else []:
                assert word in map(str, row.values())


def test_the_command_says_what_went_out_and_what_stays(tmp_path, capsys):
    day = marked(tmp_path)
    may_go(day, "parked")
    assert main(["--home", str(tmp_path), "export", "Ours", str(tmp_path / "out"), "--json"]) == 0
    out, said = capsys.readouterr()
    assert json.loads(out)["records"] == 1
    assert "1 record in 2 files." in said
    with pytest.raises(NoSuchThing, match="There is no form"):
        export(day.programme, "exe", tmp_path / "out", day.world)


def test_a_folder_that_cannot_be_written_to_is_told_in_a_sentence(tmp_path, capsys):
    marked(tmp_path)
    (tmp_path / "file").write_text("x")
    assert main(["--home", str(tmp_path), "export", "Ours", str(tmp_path / "file" / "out")]) == 3
    assert "The export could not be written to" in capsys.readouterr().err
