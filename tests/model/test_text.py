"""Cleaning: nothing that acts comes in, and no word is lost."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.model.text import clean, clean_line, counted, cut_short, listed


@pytest.mark.parametrize("kept", [
    "[/] [b] <b>&amp; x<y", "=cmd()|'/C calc'!A0", "../../etc", "ünïcödé 名前 🙂 👩‍👩‍👧", "مرحبا \u200fA1", "नमस्ते", "tŷ",
    "line\nline", "x" * 10_000,
])
def test_words_stay_as_they_are(kept):
    assert clean(kept) == unicodedata.normalize("NFC", kept)


@pytest.mark.parametrize(("given_text", "kept"), [
    ("\x1b]0;x\x07a", "]0;xa"), ("a\x1b[2Jb", "a[2Jb"), ("a\x9b31mb", "a31mb"), ("a\x00b", "ab"), ("a\u202eb", "ab"),
    ("a\r\nb\rc", "a\nb\nc"), ("\ud800x", "x"), ("\U000e0041x", "x"), ("\ufeffx", "x"), ("e\u0301", "é"),
    ("  x  ", "x"), ("a" + "\u0335" * 30, "a" + "\u0335" * 4),
])
def test_what_acts_or_paints_over_is_taken_out(given_text, kept):
    assert clean(given_text) == kept


@given(st.text())
def test_cleaning_twice_is_cleaning_once_and_leaves_no_control(text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Co") and c not in "\n\t" for c in cleaned)


def test_words_in_a_row():
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert [counted(n, "person", "people") for n in (0, 1, 2)] == ["0 people", "1 person", "2 people"]
    assert clean_line("a\n b\t c") == "a b c"


def test_a_line_that_is_cut_says_so():
    assert cut_short("A long\nday", 20) == "A long day"
    assert cut_short("A long day", 8) == "A long…"
    assert len(cut_short("x" * 10_000, 60)) == 60
