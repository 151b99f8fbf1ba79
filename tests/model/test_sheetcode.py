"""Codes on paper: read back as they were printed, and wrong ones noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.model.sheetcode import ALPHABET, FORMS, MOST_TWO, SheetCode, on_page, read_code

codes = st.builds(SheetCode, st.text(ALPHABET, min_size=3, max_size=3), st.integers(0, MOST_TWO), st.sampled_from(sorted(FORMS)),
                  st.integers(0, 28), st.integers(0, MOST_TWO))


@given(codes)
def test_a_code_reads_back_in_any_case_with_or_without_dashes(code):
    text = str(code)
    assert read_code(text) == read_code(text.lower()) == read_code(text.replace("-", " ")) == code


@given(codes, st.integers(1, 99))
def test_a_page_of_a_sheet_is_of_that_sheet_and_no_two_pages_are_alike(code, page):
    assert read_code(on_page(str(code), page)) == code
    assert on_page(str(code), page) != on_page(str(code), page + 1)
    assert len(on_page(str(code), page)) <= 20
    assert read_code(f"{code}:x") is None


@given(codes, st.integers(0, 9), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(code, place, wrong):
    letters = list(str(code).replace("-", ""))
    if letters[place] != wrong:
        letters[place] = wrong
        assert read_code("".join(letters)) is None


@given(codes, st.integers(0, 8))
def test_two_neighbours_that_changed_places_are_noticed(code, place):
    letters = list(str(code).replace("-", ""))
    if letters[place] != letters[place + 1]:
        letters[place], letters[place + 1] = letters[place + 1], letters[place]
        assert read_code("".join(letters)) is None


def test_the_alphabet_has_no_letter_that_is_taken_for_another_and_spells_no_word():
    assert not set(ALPHABET) & set("01OIAEU")
    assert len(set(ALPHABET)) == 29
    assert len(set(FORMS.values())) == len(FORMS)
    assert set(FORMS.values()) <= set(ALPHABET)


@given(st.text(max_size=30))
def test_any_text_is_a_code_or_none(text):
    code = read_code(text)
    assert code is None or read_code(str(code)) == code


@pytest.mark.parametrize("number", [-1, MOST_TWO + 1])
def test_a_number_that_does_not_fit_is_refused(number):
    with pytest.raises(ValueError, match="does not fit"):
        str(SheetCode("KMR", number, "agenda"))
