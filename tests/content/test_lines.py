"""Every key of a TOML text is found on the line where it stands."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.content.toml_lines import DEEPEST, Lines


def test_each_way_of_writing_a_key_is_found_on_its_line() -> None:
    lines = Lines('''\
# A note with title = "no key" in it
title = "One"          # and [[steps]] after it
"quoted key" = 1
'single' = 2
dotted . "in parts".end = 3
long = """
kind = "not a key"
[[steps]]
"""

list = [
  "first",   # with a note, and ]
  ["second", "third"],
]
group = { one = 1, two = { three = [ 4,
  5 ] } }

[table]
key = 1

[[steps]]
kind = "say"

[[steps]]
room = \'\'\'
it's "fine"
\'\'\'
kind = "wait"

[steps.inner]
deep = true

[[steps.more]]
name = "\\u0061"
[[steps.more]]
"n\\u0061me" = 1
''')
    for path, line in {
        ("title",): 2, ("quoted key",): 3, ("single",): 4, ("dotted", "in parts", "end"): 5, ("dotted",): 5, ("long",): 6,
        ("list",): 11, ("list", 0): 12, ("list", 1): 13, ("list", 1, 1): 13, ("group",): 15, ("group", "two", "three"): 15,
        ("group", "two", "three", 1): 16, ("table", "key"): 19, ("steps",): 21, ("steps", 0): 21, ("steps", 0, "kind"): 22,
        ("steps", 1, "room"): 25, ("steps", 1, "kind"): 28, ("steps", 1, "inner", "deep"): 31, ("steps", 1, "more", 0): 33,
        ("steps", 1, "more", 1, "name"): 36,
    }.items():
        assert lines.line(path) == line, path


def test_a_key_that_is_not_there_has_the_line_of_what_is_around_it() -> None:
    lines = Lines('id = "x"\n\n[[steps]]\nkind = "say"\n')
    assert lines.line(("steps", 0, "room")) == 3
    assert lines.line(("steps", 4, "kind")) == 3
    assert lines.line(("nothing", "at", "all")) == 1


@pytest.mark.parametrize("bomb", [
    "a = " + "[" * 100_000, "a = " + "{a=" * 100_000, "a." * 100_000 + "a = 1", "[" + "a." * 100_000 + "a]",
    "a = [" + "{b = [" * 5_000,
])
def test_what_goes_too_deep_is_named_by_its_line(bomb: str) -> None:
    assert Lines(f"id = 1\n{bomb}").too_deep == 2


def test_what_is_deep_but_allowed_passes() -> None:
    assert not Lines("a = " + "[" * DEEPEST + "]" * DEEPEST + "\n" + ".".join("b" * DEEPEST) + " = 1\n").too_deep


@given(st.text(alphabet="a=[]{}.,\"'\\#\n \t\0é", max_size=80))
def test_any_text_at_all_gives_lines_that_exist(text: str) -> None:
    lines = Lines(text)
    for path in (("a",), ("a", 0), ("a", "a", 3)):
        assert 1 <= lines.line(path) <= text.count("\n") + 1


_VALUES = st.sampled_from([
    "1", "1.5e3", "true", "2024-01-01", '"words = [x]"', "'raw \\'", '"an \\" in it"',
    '"""\nlong\n[[x]]\n"quoted" """', "'''\none'two\n'''",
    "[]", "[1, 2]", '[\n  "a",  # note ]\n  "b",\n]', "{ x = 1, y = [2] }", '""', '""""""', '"""ends in quotes"""""',
])
_NAMES = st.lists(st.sampled_from(["a", "b", "c-1", '"d e"', "'f.g'", '"h\\"i"']), min_size=1, max_size=4, unique=True)


@given(st.lists(st.tuples(st.sampled_from(["table", "row", "row"]), _NAMES, st.data()), max_size=5))
def test_lines_agree_with_the_standard_reader_about_every_key(parts: list[tuple[str, list[str], Any]]) -> None:
    text, expected, rows = "", {}, 0
    for number, (kind, names, data) in enumerate(parts):
        where: tuple[str | int, ...] = (f"table{number}",) if kind == "table" else ("row", rows)
        rows += kind == "row"
        text += f"\n# note\n[table{number}]\n" if kind == "table" else "\n[[ row ]] # note\n"
        for name in names:
            key = next(iter(tomllib.loads(f"{name} = 1")))
            expected[(*where, key)] = text.count("\n") + 1
            text += f"{name} = {data.draw(_VALUES)}\n"
    tomllib.loads(text)
    lines = Lines(text)
    assert {path: lines.line(path) for path in expected} == expected
