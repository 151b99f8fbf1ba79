"""Plans as tables: nothing is lost on the way out and back, no cell acts as a formula, and other tools' tables come in."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kit.content.foreign_table import taken_from
from kit.content.plan_markdown import plan_markdown
from kit.content.plan_table import data_of, guarded, is_ours, rows_of, unguarded
from kit.content.reader import reading_of
from kit.content.script import filled_as_far
from kit.content.toml_file import TomlFile
from kit.content.toml_lines import Lines
from kit.desk.exchange import column_map, read_plan_file
from kit.desk.table_files import csv_bytes, read_table, xlsx_bytes
from kit.model import Script
from kit.model.schedule import schedule
from kit.store import NoSuchThing, StoreProblem
from tests.content.test_plan_text import PLANS
from tests.model.days import plan

NASTY = ["=1+1", "+44 7700 900123", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "＝1", "'=1", "''+1", "'tis", "' =1", "", "a"]


def back(rows):
    data = data_of(rows)
    reading = reading_of(TomlFile(Path("p.csv"), data, Lines("")), "blocks")
    assert not reading.problems, reading.problems
    return replace(reading.value, file="")


def table(day, private=True):
    script = filled_as_far(day, {})
    return rows_of(day, schedule(script.plan, script), private=private)


@settings(deadline=None)
@given(PLANS)
def test_a_csv_round_trip_loses_nothing(tmp_path_factory, day):
    file = tmp_path_factory.getbasetemp() / "p.csv"
    file.write_bytes(csv_bytes(table(day)))
    rows = read_table(file)
    assert is_ours(rows)
    assert back(rows) == replace(day, file="")


@settings(max_examples=15, deadline=None)
@given(PLANS)
def test_an_xlsx_round_trip_loses_nothing(tmp_path_factory, day):
    file = tmp_path_factory.getbasetemp() / "p.xlsx"
    file.write_bytes(xlsx_bytes(table(day), "Plan"))
    assert back(read_table(file)) == replace(day, file="")


@given(st.one_of(st.text(), st.sampled_from(NASTY), st.sampled_from(NASTY).map(lambda words: f"'{words}")))
def test_what_is_guarded_comes_back(words):
    assert unguarded(guarded(words)) == words
    assert not guarded(words).lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


def test_no_cell_of_an_export_is_a_formula():
    day = plan("10:00 a 30")
    day = replace(day, title="=1+1", blocks=(replace(day.blocks[0], title="@SUM(A1)", aim="-2+3", notes="+1\n=2"),))
    text = csv_bytes(table(day)).decode("utf-8-sig")
    assert ",=" not in text
    assert "'@SUM(A1)" in text
    book = load_workbook(io.BytesIO(xlsx_bytes(table(day), "Plan")))
    assert {cell.data_type for row in book.worksheets[0].iter_rows() for cell in row} <= {"s", "n"}
    assert book.worksheets[0]["D2"].value == 30


def test_private_notes_stay_at_home_unless_asked_for():
    day = plan("10:00 a 30")
    day = replace(day, blocks=(replace(day.blocks[0], private="SECRET"),))
    script = Script(day, ())
    assert "SECRET" not in str(table(day, private=False))
    assert "SECRET" not in plan_markdown(script, schedule(day), private=False)
    assert "SECRET" in plan_markdown(script, schedule(day), private=True)


ONTIME = [
    ["Cue", "Title", "Time Start", "Time End", "Duration", "Link Start", "Note", "Colour", "Skip", "Flag", "Count to End",
     "End Action", "Timer type", "Warning Time", "Danger Time"],
    ["1", "Welcome", "10:00:00", "10:15:00", "00:15:00", "false", "Say hello", "#fff", "false", "true", "false", "none",
     "count-down", "00:02:00", "00:01:00"],
    ["2", "Drawing", "10:15:00", "10:45:00", "00:30:00", "true", "", "", "", "", "", "", "", "", ""],
    ["3", "Lunch", "12:30:00", "13:30:00", "01:00:00", "false", "", "", "", "", "", "", "", "", ""],
    ["4", "A vote", "13:30:00", "13:40:00", "", "true", "", "", "true", "", "", "", "", "", ""],
    ["5", "", "", "", "", "", "", "", "", "", "", "", "", "", ""],
]


def test_ontime_s_own_headers_come_in_unmapped():
    taken = taken_from(ONTIME, {})
    blocks = taken.data["blocks"]
    assert [(block["title"], block["minutes"], block["time"]) for block in blocks] == [
        ("Welcome", 15, "work"), ("Drawing", 30, "work"), ("Lunch", 60, "break")]
    assert (taken.data["start"], blocks[0]["priority"], blocks[0]["notes"]) == ("10:00", "must", "Say hello")
    assert [block.get("pin") for block in blocks] == [None, None, "12:30"]
    assert [(block["title"], block["minutes"]) for block in taken.data["parked"]] == [("A vote", 10)]
    assert taken.troubles[0] == "5 columns passed over: Colour, Count to End, End Action, Warning Time and Danger Time."
    assert "Row 6" in taken.troubles[-1]


SHEET = [
    ["ⓘ Notes on import", "", "", "", "", "", "ⓘ How to use"], ["", "", "", "Note -----", "", "", "", "Note"],
    ["ID", "Flag", "Cue", "Title", "Colour", "Time Start", "Time End", "Duration", "Link Start", "Count to end", "Note",
     "Timer Type", "End Action", "Warning Time", "Danger Time", "Skip", "Video"],
    ["a1", "", "", "Morning", "#fff", "", "", "", "", "", "", "group-start", "", "", "", "", ""],
    ["b2", "TRUE", "1", "Welcome", "", "10:00:00", "10:10:00", "00:10:00", "", "", "Hello", "count-down", "none", "", "", "", ""],
    ["c3", "", "2", "Talk", "", "10:10:00", "11:00:00", "00:50:00", "TRUE", "", "", "count-down", "none", "", "", "", ""],
    ["", "", "", "", "", "", "", "", "", "", "", "group-end", "", "", "", "", ""],
    ["d4", "", "", "House opens", "", "", "", "", "", "", "", "milestone", "", "", "", "", ""],
    ["e5", "", "3", "Extra", "", "11:00:00", "11:05:00", "00:05:00", "TRUE", "", "", "count-up", "none", "", "", "TRUE", ""],
]
"""As Ontime 4 writes a spreadsheet, under the notes of its template."""

CUESHEET = [
    ["Ontime · Rundown export"], ["Project title: Our day"], ["Project description: A made-up show"],
    ["Time Start", "Time End", "Duration", "ID", "Colour", "Cue", "Title", "Note", "Is Public? (x)", "Skip?", "light"],
    ["10:00:00", "10:10:00", "00:10:00", "b2", "", "1", "Welcome", "Hello", "x", "", ""],
    ["10:10:00", "11:00:00", "00:50:00", "c3", "", "2", "Talk", "", "", "", ""],
    ["11:00:00", "11:05:00", "00:05:00", "e5", "", "3", "Extra", "", "", "x", ""],
]
"""As Ontime writes its cue sheet as CSV."""


@pytest.mark.parametrize("rows", [SHEET, CUESHEET], ids=["sheet", "cue sheet"])
def test_what_ontime_writes_comes_in_unmapped(rows, tmp_path):
    file = tmp_path / "show.csv"
    file.write_bytes(csv_bytes(rows))
    incoming = read_plan_file(file, {})
    assert [(block.title, block.minutes, block.pin) for block in incoming.plan.blocks] == [("Welcome", 10, ""), ("Talk", 50, "")]
    assert [block.title for block in incoming.plan.parked] == ["Extra"]
    assert (incoming.plan.start, incoming.plan.blocks[0].notes) == ("10:00", "Hello")
    assert incoming.plan.title == ("Our day" if rows is CUESHEET else "show")
    assert [trouble for trouble in incoming.troubles if "Row" in trouble] == (
        ["Row 8, 'House opens', is a milestone, which takes no time. It was left out."] if rows is SHEET else [])


def test_a_column_map_names_what_a_table_calls_otherwise():
    rows = [["Our list"], ["Slot", "Wie lang"], ["Hello", "1h30"], ["Bye", "soon"]]
    assert "Name the column" in taken_from(rows, {})
    taken = taken_from(rows, column_map(["title=Slot", "minutes=Wie lang"]))
    assert [(block["title"], block["minutes"]) for block in taken.data["blocks"]] == [("Hello", 90), ("Bye", 15)]
    assert "Row 4, 'Bye', says no duration" in taken.troubles[0]
    with pytest.raises(NoSuchThing, match="is no column map"):
        column_map(["nothing"])


def test_opensides_columns_come_in():
    taken = taken_from([["Title", "Text", "Duration in minutes", "Comment", "Visibility on agenda"],
                        ["Hello", "Say it", "20", "Softly", ""]], {})
    assert taken.data["blocks"] == [{"title": "Hello", "minutes": 20, "time": "work", "notes": "Say it", "private": "Softly"}]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"\0\0\0", b"a,b\n1,2\n", b'"open', bytes(range(256))])
def test_a_table_that_makes_no_sense_is_a_sentence(tmp_path, data):
    file = tmp_path / "t.csv"
    file.write_bytes(data)
    with pytest.raises(StoreProblem, match=r"no table that we can read|damaged|No column holds titles"):
        read_plan_file(file, {})


def test_markdown_takes_no_sign_for_its_own():
    day = plan("10:00 a 30")
    day = replace(day, blocks=(replace(day.blocks[0], title="a | b <script> [x](y)", aim="*loud*"),))
    text = plan_markdown(Script(day, ()), schedule(day), private=False)
    assert r"a \| b \<script\> \[x\](y)" in text
    assert r"\*loud\*" in text
