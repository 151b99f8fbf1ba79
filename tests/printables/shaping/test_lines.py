"""Words into lines, in any script."""

from printables.fonts import typeface
from printables.shaping.lines import broken
from printables.shaping.scripts import language_of, script_of, stretches
from printables.shaping.typesetter import Typesetter
from tests.printables.shaping.texts import ARABIC, BENGALI, HINDI, TEXTS, URDU

SETTER = Typesetter(typeface("en-GB"), "en-GB")


def set_in(text, width, size=14, setter=SETTER):
    return broken(setter.line(text, size), width, width)


def written(line):
    return "".join(piece.text for piece in line.pieces)


def test_every_word_stays_whole_and_in_its_order():
    for text in TEXTS.values():
        lines = set_in(text, 200)
        assert len(lines) > 1
        assert " ".join(map(written, lines)) == text
        assert all(line.width <= 200.01 for line in lines)


def test_a_word_wider_than_the_line_is_cut_between_letters_and_loses_none():
    for word in ("x" * 400, "ابجد" * 100, "कार्यशाला" * 40, "প্রশ্ন" * 60, "אx" * 5):
        lines = set_in(word, 100)
        assert "".join(map(written, lines)) == word
        assert all(line.width <= 100.01 for line in lines)


def test_a_line_may_end_after_a_hyphen_and_never_at_a_hard_space():
    assert [written(line) for line in set_in("ورشة co-production", 90)] == ["ورشة co-", "production"]
    assert [written(line) for line in set_in("ورشة one\u00a0two", 60)] == ["ورشة", "one\u00a0two"]


def test_right_to_left_the_first_word_stands_at_the_right():
    edges = {piece.text: x for piece, x in SETTER.line("مرحبا بكم", 14).placed()}
    assert edges["مرحبا"] > edges["بكم"]


def test_letters_join_and_marks_go_with_their_letters():
    joined, = (piece for piece in SETTER.line("بببب", 14).pieces)
    assert len({cluster.glyphs[0].number for cluster in joined.shaped.clusters}) == 3  # first, middle, last
    conjunct, = SETTER.line("क्ष", 14).pieces
    assert [cluster.text for cluster in conjunct.shaped.clusters] == ["क्ष"]


def test_a_word_keeps_to_one_typeface():
    for text in ("(कार्यशाला)", "ورشة،", "প্রশ্ন-১", "tŷ", "10:00–11:30"):
        assert len({piece.face.name for piece in SETTER.line(text, 14).pieces}) == 1


def test_wider_letters_never_tear_joined_ones():
    wide = Typesetter(typeface("en-GB"), "en-GB", letter_gap=0.05, word_gap=0.2)
    assert wide.line("مرحبا", 14).width == SETTER.line("مرحبا", 14).width
    assert wide.line("abc", 14).width > SETTER.line("abc", 14).width
    assert wide.line("مرحبا بكم", 14).width > SETTER.line("مرحبا بكم", 14).width


def test_a_stretch_has_the_language_of_its_letters():
    assert list(stretches("Welcome مرحبا 12 again", "en-GB")) == [("Welcome ", "en-GB"), ("مرحبا 12 ", "ar"), ("again", "en-GB")]
    assert [language_of(text, script_of(text[0]), "en-GB") for text in (ARABIC, URDU, HINDI, BENGALI)] == ["ar", "ur", "hi", "bn"]
    assert list(stretches(ARABIC, "ur")) == [(ARABIC, "ur")]
    assert list(stretches("Dzień dobry", "pl")) == [("Dzień dobry", "pl")]
