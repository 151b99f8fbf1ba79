"""The kit's own words on paper, in the language of the sheet. English is the source, and stands where a catalogue has no word.

Two catalogues for each language, in `printables/locale`: `sheets`, the furniture, taken from the code; and `shipped`, the words
of the activities and plans that come with the kit. What a person writes is never translated.
"""

import re
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

from kit.model.text import listed
from printables.drawings import DRAWINGS
from printables.tree import Code, Run, Words, words

LOCALE = Path(__file__).parent / "locale"
SOURCE = "en-GB"
LANGUAGES = {SOURCE: "English", "cy": "Welsh", "pl": "Polish", "ar": "Arabic", "ur": "Urdu", "hi": "Hindi", "bn": "Bengali"}
"""Languages with catalogues, by their BCP 47 tags."""
SHEETS, SHIPPED = "sheets", "shipped"
UNCHECKED = "needs a native reader's check"
"""What a catalogue says in its header under Last-Translator, until a person has read it; then the person stands there."""
TRANSLATED = ("agenda", "glossary", "feedback-card")
"""Sheets whose words are all in the catalogues. The others are printed in English, whatever the language."""

_PLACE = re.compile(r"\{(\w+)\}")


class Wording:
    """The words of one language. `say`, `say_counted` and `say_runs` are what the catalogue of sheets is made from."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._sheets, self._shipped = (_catalogue(domain, language) for domain in (SHEETS, SHIPPED))

    @property
    def checked(self) -> bool:
        """True where a native reader has read every word, or where the words are the source."""
        return not any(UNCHECKED in catalogue.info().get("last-translator", "") for catalogue in (self._sheets, self._shipped))

    def say(self, text: str, /, **values: str) -> str:
        """A text with values in its places, such as `{page}`."""
        return _PLACE.sub(lambda place: values[place[1]], self._sheets.gettext(text))

    def say_counted(self, one: str, many: str, number: int) -> str:
        """A text that depends on a number, which stands in its place `{number}`."""
        return self._sheets.ngettext(one, many, number).replace("{number}", str(number))

    def say_runs(self, text: str, /, **runs: Run) -> Words:
        """A text with runs in its places."""
        parts = _PLACE.split(self._sheets.gettext(text))
        return words(*(runs[part] if n % 2 else part for n, part in enumerate(parts)))

    def shipped(self, text: str) -> str:
        """A text that came with the kit, translated; any other text as it is."""
        return self._shipped.gettext(text) if text else ""

    def tells(self, text: str) -> bool:
        """True where the catalogue of sheets has a text, or where the language is the source."""
        return self.language == SOURCE or self._sheets.gettext(text) != text


@cache
def wording(language: str) -> Wording:
    """The words of a language (BCP 47)."""
    return Wording(language)


def code_words(code: Code, wording: Wording) -> str:
    """A code as somebody hears it who does not see it."""
    return wording.say("QR code that holds: {text}. {does}", text=code.label or code.text, does=code.does)


def picture_words(name: str, wording: Wording) -> tuple[str, str]:
    """A drawing as somebody hears it who does not see it; and the language of that, where it is not the sheet's."""
    alt = DRAWINGS[name].alt
    if wording.tells(alt):
        return wording.say("Picture: {alt}", alt=wording.say(alt)), ""
    return f"Picture: {alt}", SOURCE


def language_note(language: str, sheets: tuple[str, ...]) -> str:
    """What whoever chooses a language is told about its words; nothing for English."""
    if language == SOURCE:
        return ""
    name = LANGUAGES[language]
    ours = list(dict.fromkeys(sheet for sheet in sheets if sheet in TRANSLATED))
    said = [f"In {name}: {listed(ours) or 'none of these sheets'}."]
    if ours and not wording(language).checked:
        said.append(f"A computer made the {name} words: let somebody who reads {name} well check them before you hand them out.")
    if len(ours) < len(set(sheets)):
        said.append("The other sheets are in English.")
    return " ".join(said)


def _catalogue(domain: str, language: str) -> NullTranslations:
    return translation(domain, LOCALE, [language.replace("-", "_")], fallback=True)
