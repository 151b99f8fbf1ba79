"""Why a text is no TOML, in plain words. The standard reader says it in a programmer's words; this says what to do."""

import re
import unicodedata

from kit.content.toml_lines import Lines

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_CURLY = "“”„‟"
_SINGLE_CURLY = ("‘", "’", "‚")

_NO_NAME = ('this line has no name with an = after it. Write it as title = "Our day". '
            'Text over several lines needs """ at both ends.')
_NO_QUOTES = 'the value after the = cannot be read. Words and times need quote marks at both ends, such as title = "Our day".'
_NOT_CLOSED = 'a text has no quote mark at its end. Put " there, or """ at both ends of a long text.'
_ABOVE = 'a text ends in an odd place. Look here and in the text above for a missing """.'
_CLASH = "this clashes with something above it. Each step stands under its own [[steps]], with two brackets."
_CURLY_MARKS = 'there are curly quote marks on this line. Type straight ones: ".'
_TWICE = "this stands in the file twice. Keep one of them."
_BACKSLASH = r"a backslash in a text needs a second one beside it: \\."
_LIST = "a list has no ] at its end, or there is no comma between two of its lines."
_HIDDEN = "there is a hidden control character on this line. Delete the line and type it again."

_IN_PLAIN_WORDS = (
    ("Illegal character '\\n'", _NOT_CLOSED),
    ("Found invalid character '\\n'", _NOT_CLOSED),
    ("Unterminated string", _NOT_CLOSED),
    ("Expected '\"", _NOT_CLOSED),
    ("Expected \"'", _NOT_CLOSED),
    ("Illegal character", _HIDDEN),
    ("Found invalid character", _HIDDEN),
    ("Invalid value", _NO_QUOTES),
    ("Expected newline or end of document", _NO_QUOTES),
    ("Invalid date or datetime", _NO_QUOTES),
    ("Expected '='", _NO_NAME),
    ("Invalid initial character", _NO_NAME),
    ("Invalid statement", _NO_NAME),
    ("Cannot overwrite", _TWICE),
    ("Cannot ", _CLASH),
    ("Duplicate", _TWICE),
    ("Unclosed array", _LIST),
    ("Unclosed inline table", "a group in curly brackets has no } at its end, or a comma is missing in it."),
    ("Expected ']", "a heading needs its brackets at both ends, such as [[steps]]."),
    ("Unescaped", _BACKSLASH),
    ("Invalid hex", _BACKSLASH),
    ("Escaped character", _BACKSLASH),
    ("Exceeds the limit", "a number in this file is far too long."),
)


def why_unreadable(text: str, lines: Lines, error: Exception) -> tuple[int, str]:
    """The line where reading stopped (0 where the reader does not say) and a sentence, from the standard reader's error."""
    message = str(error)
    sentence = next((plain for start, plain in _IN_PLAIN_WORDS if message.startswith(start)), "this cannot be read.")
    if found := _PLACE.search(message):
        line, column = int(found[1]), int(found[2])
        return line, _closer(sentence, text.split("\n")[line - 1], column)
    if sentence == _NOT_CLOSED:
        return lines.last_text, sentence
    return text.rstrip().count("\n") + 1 if "end of document" in message else 0, sentence


def _closer(sentence: str, words: str, column: int) -> str:
    """What the line itself says about the error, where that is more."""
    there = words[column - 1:column]
    if there and unicodedata.category(there) == "Cc":
        return _HIDDEN
    if sentence in (_NO_QUOTES, _NOT_CLOSED, _NO_NAME) and (there in _SINGLE_CURLY or any(sign in words for sign in _CURLY)):
        return _CURLY_MARKS
    if sentence == _NO_QUOTES and '"""' in words:
        return _ABOVE
    return _CLASH if sentence == _TWICE and words.lstrip().startswith("[") else sentence
