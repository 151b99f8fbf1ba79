"""The catalogues: whole, in date with the words of the code and of the activities, and honest about who has checked them."""

import re
from gettext import GNUTranslations
from io import BytesIO

import pytest
from babel.messages.pofile import read_po

from printables.locale.update import catalogue_path, words_of_sheets, words_of_shipped
from printables.wording import LANGUAGES, SHEETS, SHIPPED, SOURCE, TRANSLATED, UNCHECKED, language_note, wording

OTHERS = [language for language in LANGUAGES if language != SOURCE]
WORDS = {SHEETS: words_of_sheets(), SHIPPED: words_of_shipped()}
EACH = [(language, domain) for language in OTHERS for domain in WORDS]
every_catalogue = pytest.mark.parametrize(("language", "domain"), EACH)


def catalogue(language, domain):
    return read_po(BytesIO(catalogue_path(language, domain).read_bytes()), locale=language, domain=domain)


def messages(catalogue):
    return {message.id: message for message in catalogue if message.id}


@every_catalogue
def test_a_catalogue_has_every_word_and_no_other(language, domain):
    """Run `make words` where this fails, and translate what is new."""
    found = messages(catalogue(language, domain))
    assert set(found) == set(messages(WORDS[domain]))
    for message in found.values():
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(form.strip() for form in forms), message.id
        assert not message.fuzzy


@every_catalogue
def test_a_translation_keeps_its_places_and_its_lines(language, domain):
    for message in messages(catalogue(language, domain)).values():
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        for form in forms:
            assert set(re.findall(r"\{\w*\}", form)) <= set(re.findall(r"\{\w*\}", ids[0]))
            if not isinstance(message.id, tuple):
                assert sorted(re.findall(r"\{\w*\}", form)) == sorted(re.findall(r"\{\w*\}", message.id))
            assert form.count("\n") == ids[0].count("\n")
            assert form == form.strip()


@every_catalogue
def test_what_the_kit_reads_is_what_people_read(language, domain):
    compiled = GNUTranslations(BytesIO(catalogue_path(language, domain).with_suffix(".mo").read_bytes()))
    for message in messages(catalogue(language, domain)).values():
        if isinstance(message.id, tuple):
            assert {compiled.ngettext(*message.id, number) for number in range(120)} <= set(message.string)
        else:
            assert compiled.gettext(message.id) == message.string


@every_catalogue
def test_a_catalogue_says_who_has_checked_it(language, domain):
    said = catalogue(language, domain).last_translator
    assert said == UNCHECKED or "@" not in said
    assert wording(language).checked is (UNCHECKED not in said)


@pytest.mark.parametrize("language", OTHERS)
def test_whoever_chooses_a_language_is_told_what_is_translated_and_that_it_is_unchecked(language):
    note = language_note(language, ("agenda", "run-sheet"))
    assert LANGUAGES[language] in note
    assert "check them" in note
    assert "The other sheets are in English." in note
    assert "English" not in language_note(language, TRANSLATED)
    assert language_note(SOURCE, ("agenda",)) == ""


def test_a_sheet_in_four_sizes_is_named_once_in_what_is_translated():
    assert language_note("ar", ("agenda",) * 4).startswith("In Arabic: agenda. ")
    assert "English" not in language_note("ar", ("agenda",) * 4)


def test_words_are_counted_as_each_language_counts():
    counted = {language: {wording(language).say_counted("Space to write, {number} line", "Space to write, {number} lines", number)
                          .replace(str(number), "n") for number in (1, 2, 3, 5, 11)} for language in LANGUAGES}
    assert len(counted["pl"]) == 3
    assert len(counted["ar"]) == 4
    assert len(counted["en-GB"]) == 2


def test_a_value_is_never_taken_for_a_place():
    assert wording("cy").say("Agenda: {plan}", plan="{start} {0} %s") == "Agenda: {start} {0} %s"
    assert wording("cy").say_runs("We start at {start} and end at {end}.", start="{end}", end="x")[1] == "{end}"


def test_what_a_person_writes_is_never_translated():
    for language in OTHERS:
        assert wording(language).shipped("Our own title") == "Our own title"
        assert wording(language).shipped("") == ""
