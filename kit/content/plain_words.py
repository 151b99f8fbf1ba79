"""How easy a text is to read: long sentences and words, a guess at the passive, letters nobody explained, and a school grade.

The grade is Flesch-Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59. Syllables are counted from the letters, with
no dictionary, so it works offline; tests measure the counter against one. All of it is a flag for a person to judge, never a
verdict: easier words did not always make a text easier for its readers (FIELD.md, 2.5), and short texts have no sound grade.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

LONGEST_SENTENCE = 20
"""Words in a sentence, at most; in easy words 15."""
EASY_SENTENCE = 15
HIGHEST_GRADE = 7.0
LEAST_WORDS = 100
"""A grade for fewer words than this means nothing."""
LONG_WORD = 4
"""Syllables from which on a word is flagged."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = re.compile(r"(?<=[.!?:…])[\"”’)]*\s+|\n+")
_ACRONYM = re.compile(r"\b[A-Z][A-Z&]+[A-Z]?s?\b")
_PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(\w+ed|made|given|taken|shown|held|kept|done|seen|told|said|sent|written|chosen"
    r"|known|paid|found|left|put|read|heard|met)\b(?:\s+by\b)?", re.IGNORECASE)
_NOT_PASSIVE = frozenset((
    "tired", "worried", "interested", "involved", "need", "excited", "bored", "scared", "pleased", "used", "supposed", "married"))
_KNOWN_LETTERS = frozenset({"OK", "UK", "NHS", "A&E", "TV", "QR", "PDF", "A4", "AM", "PM", "DIY"})
_PLAIN_LONG = frozenset(("everybody", "everybody's", "anybody", "activity", "facilitator", "facilitators", "information",
                         "contributor", "contributors", "co-facilitator"))
_GROUP = re.compile(r"[aeiouy]+")
_APART = re.compile(
    r"(?<![tscg])i[aou]|ia(?:t|s)|(?<!p)eo|(?<!g)ua(?!r)|uou|uiet|[aeou]ing|yi|eate|eatio|reac|deas?$|iest?$|ier$")
"""Vowels beside each other that are two syllables."""
_SILENT = re.compile(r"[^aeiouyl]e(?:ly|ment|ful|less|ness|body|thing|where|one|times|ty|work|holder)")
"""An e within a word that nobody says."""
_SAID_ES = ("ses", "zes", "ches", "shes", "xes", "ges", "ces", "ies", "oes", "ees", "les", "ues")


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing to look at again."""

    kind: str
    """sentence, word, passive, letters or grade."""
    seen: str
    """The words it is about; empty where it is about the whole text."""
    sentence: str
    """What was seen and what may help, in a sentence."""


def syllables(word: str) -> int:
    """How many syllables an English word has, counted from its letters; at least 1."""
    return sum(_part_syllables(part) for part in re.split(r"[-’']", word.casefold()) if len(part) > 1 or part in "aio") or 1


def _part_syllables(part: str) -> int:
    count = len(_GROUP.findall(part)) + len(_APART.findall(part)) - len(_SILENT.findall(part))
    return max(count - _silent_end(part) + part.endswith(("sm", "thm")), 1)


def _silent_end(part: str) -> bool:
    """True where the e of the last syllable is not said."""
    if part.endswith("le"):
        return len(part) > 2 and part[-3] in "aeiouy"
    if part.endswith("e"):
        return not part.endswith(("ee", "ye", "oe", "ie", "ue"))
    if part.endswith("ed"):
        return len(part) > 3 and part[-3] not in "tdeiaou"
    return part.endswith("es") and not part.endswith(_SAID_ES)


def sentences(text: str) -> list[str]:
    """The sentences of a text. A line end parts them too."""
    return [found for part in _END.split(text) if (found := part.strip()) and _WORD.search(found)]


def words(text: str) -> list[str]:
    """The words of a text, without numbers."""
    return _WORD.findall(text)


def grade(text: str) -> float:
    """Flesch-Kincaid grade: years of school, about. 0 for a text without words."""
    found, parts = words(text), sentences(text)
    if not found or not parts:
        return 0.0
    return 0.39 * len(found) / len(parts) + 11.8 * sum(map(syllables, found)) / len(found) - 15.59


def flags(text: str, explained: Collection[str] = (), longest: int = LONGEST_SENTENCE) -> Iterator[Flag]:
    """What a person may want to say in plainer words. `explained` are the terms of the glossary."""
    known = {term.casefold() for term in explained} | _PLAIN_LONG
    for sentence in sentences(text):
        yield from _sentence_flags(sentence, longest)
    for word in dict.fromkeys(words(text)):
        if syllables(word) >= LONG_WORD and word.casefold() not in known:
            yield Flag("word", word, f"A long word: “{_short(word)}” Is there a shorter one, or should the glossary have it?")
    yield from letters_alone(text, explained)
    if len(words(text)) >= LEAST_WORDS and (year := grade(text)) > HIGHEST_GRADE:
        yield Flag("grade", "", f"The text reads like school year {year:.0f}. Shorter sentences and words would help.")


def letters_alone(text: str, explained: Collection[str] = ()) -> Iterator[Flag]:
    """The letters in a text that stand for something nobody explained."""
    found = dict.fromkeys(_ACRONYM.findall(text))
    known = {term.casefold() for term in explained} if found else set()
    for letters in found:
        if letters not in _KNOWN_LETTERS and letters.casefold() not in known:
            yield Flag("letters", letters, f"“{_short(letters)}” stands for something. Add it to the glossary, or write it out.")


def _sentence_flags(sentence: str, longest: int) -> Iterator[Flag]:
    count = len(words(sentence))
    if count > longest:
        yield Flag("sentence", sentence, f"A sentence has {count} words: “{_short(sentence)}” Try two sentences.")
    for found in _PASSIVE.finditer(sentence):
        if found[1].casefold() not in _NOT_PASSIVE:
            yield Flag("passive", found[0], f"Who does it? “{_short(found[0])}” Say who, if you know.")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:60].rsplit(" ", 1)[0] + " …"
