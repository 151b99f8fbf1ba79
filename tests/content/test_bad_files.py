"""Hundreds of bad files: each gives sentences, never an exception, and never a control character."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kit.content.library import load
from kit.content.problems import Problem
from kit.content.vocabulary import ACTIVITY as ACTIVITY_FIELDS
from kit.content.vocabulary import KINDS
from kit.content.vocabulary import PLAN as PLAN_FIELDS
from tests.content.files import ACTIVITY, PLAN, problems, written

WRONG = {
    "a text": '"\\u001b]0;[/]"', "a number": "7", "a minus": "-1", "a huge number": "0x" + "f" * 9000,
    "a long number": "9" * 9000, "a fraction": "1.5", "no number": "nan", "for ever": "-inf", "a day": "1979-05-27",
    "a moment": "1979-05-27T07:32:00Z",
    "a time": "07:32:00", "a yes": "true", "an empty text": '""', "a list": "[]", "a list of lists": "[[1], []]",
    "a list of all sorts": '[1, "a", 2.5, {}, true]', "a group": "{ a = 1 }", "a novel": '"' + "x" * 20_001 + '"',
}
"""Values that will do for few keys or none."""

_LINES = {"an activity": ACTIVITY, "a plan": PLAN}


def _wrong_values() -> Iterator[tuple[str, str]]:
    """Every key of both sorts of file with every wrong value."""
    for sort, text in _LINES.items():
        for number, line in enumerate(text.split("\n")):
            name, equals, _ = line.partition(" = ")
            if equals and name.isidentifier() and not line.endswith(('"""', "[")):
                for words, value in WRONG.items():
                    lines = text.split("\n")
                    lines[number] = f"{name} = {value}"
                    yield f"{sort}, line {number + 1}: {name} is {words}", "\n".join(lines)


def _missing_keys() -> Iterator[tuple[str, str]]:
    """Each sort of file without one of the keys it must have."""
    for sort, text, fields in (("an activity", ACTIVITY, ACTIVITY_FIELDS), ("a plan", PLAN, PLAN_FIELDS)):
        for name in (field.name for field in fields if field.required and field.type not in ("parts", "list", "text")):
            yield f"{sort} without {name}", "\n".join(line for line in text.split("\n") if not line.startswith(f"{name} = "))


def _unknown_kinds() -> Iterator[tuple[str, str]]:
    """Every kind of step, misspelt."""
    for kind in KINDS:
        yield f"a {kind} step misspelt", ACTIVITY.replace('kind = "say"', f'kind = "{kind[:-1]}"')


def _cut_off() -> Iterator[tuple[str, str]]:
    """Files that end too early, in the middle of a line."""
    for sort, text in _LINES.items():
        chance = Random(sort)
        for place in sorted(chance.sample(range(1, text.index("[[")), 30)):
            yield f"{sort} cut off after {place} characters", text[:place]


def _wounded(seed: int) -> bytes:
    """A file with a few bytes changed, put in or taken out by chance."""
    chance = Random(seed)
    raw = bytearray(chance.choice((ACTIVITY, PLAN)).encode())
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(raw))
        new = bytes(chance.choice(b'[]{}="\'\\#.,\n\r\t \x00\x1b\x7f\x80\xff\xed\xa0az09') for _ in range(chance.randint(0, 4)))
        raw[place:place + chance.randint(0, 30)] = new
    return bytes(raw)


BAD = dict([*_missing_keys(), *_unknown_kinds(), *_cut_off()])
PERHAPS_BAD = dict(_wrong_values())


def test_there_are_well_over_two_hundred_bad_files() -> None:
    assert len(BAD) + len(PERHAPS_BAD) > 500


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_gives_sentences(tmp_path: Path, what: str) -> None:
    found = problems(tmp_path, BAD[what])
    assert found
    _are_sentences(found, BAD[what])


@pytest.mark.parametrize("what", PERHAPS_BAD)
def test_a_wrong_value_gives_one_sentence_at_its_line_or_is_none(tmp_path: Path, what: str) -> None:
    found = problems(tmp_path, PERHAPS_BAD[what])
    _are_sentences(found, PERHAPS_BAD[what])
    line = int(what.partition("line ")[2].partition(":")[0])
    assert {problem.line for problem in found} <= {0, line, *_others(what)}


def _others(what: str) -> set[int]:
    """Lines where a wrong value may rightly be noticed: what is compared with it, or the step whose kind it is."""
    if "kind is" in what or "activity is" in what:
        return set(range(1, 60))
    return {9, 10, 7} if "people is" in what or "minutes is" in what else set()


@pytest.mark.parametrize("seed", range(300))
def test_a_wounded_file_gives_a_value_or_sentences(tmp_path: Path, seed: int) -> None:
    _are_sentences(problems(tmp_path, _wounded(seed)), _wounded(seed).decode("utf-8", "replace"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=400)))
def test_any_bytes_at_all_give_sentences(tmp_path: Path, content: bytes | str) -> None:
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    found = problems(tmp_path, raw)
    assert found
    _are_sentences(found, raw.decode("utf-8", "replace"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(st.recursive(
    st.sampled_from(list(WRONG.values())),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.builds(lambda key, value: f"{{{key} = {value}}}", st.sampled_from(["kind", "a", '"b c"']), inner))),
    st.sampled_from(["steps", "blocks", "id", "access", "practices", "minutes"]))
def test_any_value_under_any_key_gives_sentences(tmp_path: Path, value: str, name: str) -> None:
    text = f"{name} = {value}\n{'' if name in ('steps', 'blocks') else '[[steps]]'}\n"
    found = problems(tmp_path, text)
    assert found
    _are_sentences(found, text)


@pytest.mark.parametrize("bomb", [
    "[" * 900_000, "{" * 900_000, "a = " + "[" * 900_000, "a = " + "{a = " * 150_000, "a." * 450_000 + "a = 1", '"' * 900_000,
    "a = '''" + "''x" * 300_000, "[[steps]]\n" * 90_000, "[" + "a." * 400_000 + "a]", "a = [" + "1," * 400_000 + "]\n[[steps]]",
    "\n".join(f"{'k' * 60}{n} = {n}" for n in range(9_000)) + "\n[[steps]]", "a = {" + "b = {}, " * 99_000,
    "[[steps]]\nkind = 'caption'\neach = " + "1" * 900_000, "a." * 8 + "a = 1\n" + "b = [[[[[[[[[1]]]]]]]]]",
    "access = [" + '"x",' * 200_000 + "]\n[[steps]]", "\r" * 900_000, "\u202e" * 300_000, "a = \"" + "\\u0041" * 150_000,
])
def test_a_bomb_gives_sentences(tmp_path: Path, bomb: str) -> None:
    found = problems(tmp_path, bomb)
    assert found
    _are_sentences(found, bomb)


def test_all_the_bad_files_together_hide_none_of_the_good_ones(tmp_path: Path) -> None:
    for number, text in enumerate(BAD.values()):
        written(tmp_path, text, f"{number % 7}/bad-{number:03}.toml")
    for seed in range(100):
        written(tmp_path, _wounded(seed).replace(b"caption-round", b"wounded").replace(b"first-day", b"wounded"),
                f"hurt/{seed}.toml")
    written(tmp_path, ACTIVITY, "3/good.toml")
    written(tmp_path, PLAN, "z-good.toml")
    library = load([tmp_path])
    assert library.activities["caption-round"].title == "Caption round"
    assert library.plans["first-day"].title == "Our first day"
    assert len({problem.file for problem in library.problems}) >= len(BAD)


def _are_sentences(found: tuple[Problem, ...], text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for problem in found:
        said = str(problem)
        assert said.startswith(("caption-round.toml: ", "caption-round.toml, line "))
        assert 0 <= problem.line <= lines
        assert len(said) < 400
        assert not [sign for sign in said if unicodedata.category(sign) in ("Cc", "Cs", "Co")], said
        assert "Traceback" not in said
