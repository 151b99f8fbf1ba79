"""The line on which each key of a TOML text stands. The standard reader gives values without their lines.

The text is cut into tokens once, from start to end, and brackets are kept on a list of our own: the time grows with the length
of the text and nothing else. Text that is no TOML gives lines that mean little, never an error.
"""

import re
import tomllib
from dataclasses import dataclass

DEEPEST = 8
"""Most brackets inside brackets, and most parts of one dotted key. Our files need two; a thousand would choke a reader."""

KeyPath = tuple[str | int, ...]
"""Keys and places in lists, from the outside in: `("steps", 1, "kind")`."""

_TOKEN = re.compile(r'''
    (?P<newline> \n )
  | (?P<passed> [ \t]++ | \#[^\n]*+ )
  | (?P<quoted> """ (?: [^"\\]++ | \\. | "{1,2}(?!") )*+ (?: "{3,5} | \Z )
              | \'\'\' .*? (?: '{3,5} | \Z )
              | " (?: [^"\\\n]++ | \\[^\n] )*+ "?
              | ' [^'\n]*+ '? )
  | (?P<sign> [][{}=,.] )
  | (?P<bare> [^][{}=,."'\#\s]++ | . )
''', re.VERBOSE | re.DOTALL)


@dataclass(slots=True)
class _Bracket:
    """A list (with the place of its item) or an inline table (with none) that has not closed yet."""

    path: KeyPath
    item: int | None


class Lines:
    """Where the keys of one TOML text stand."""

    def __init__(self, text: str) -> None:
        self.too_deep = 0
        """The first line that goes deeper than `DEEPEST`; 0 where none does."""
        self.last_text = 0
        """The line where the last text in quote marks starts: where that text has no end, this is the one."""
        self._found: dict[KeyPath, int] = {(): 1}
        self._line = 1
        self._table: KeyPath = ()
        self._tables: dict[KeyPath, int] = {}
        self._open: list[_Bracket] = []
        self._value: KeyPath = ()
        self._start()
        for token in _TOKEN.finditer(text):
            if self.too_deep:
                break
            if token.lastgroup != "passed":
                self._take(token.lastgroup or "", token.group())

    def line(self, path: KeyPath) -> int:
        """The line of a key, from 1, or of the nearest thing around it that has one."""
        while path not in self._found:
            path = path[:-1]
        return self._found[path]

    def _start(self) -> None:
        self._key: list[str] = []
        self._reads = self._in_key
        self._many = False

    def _take(self, kind: str, word: str) -> None:
        if kind == "quoted":
            self.last_text = self._line
        if kind != "newline":
            self._reads(kind, word)
        elif not self._open:
            self._start()
        self._line += word.count("\n")

    def _in_key(self, kind: str, word: str) -> None:
        if word == "=":
            base = self._open[-1].path if self._open else self._table
            self._value = self._note(base, self._key)
            self._reads = self._in_value
        elif word == "[" and not self._key and not self._open:
            self._reads = self._in_header
        elif word == "}":
            self._close()
        elif kind != "sign":
            self._add_part(word)

    def _in_header(self, kind: str, word: str) -> None:
        if word == "[":
            self._many = True
        elif word == "]" and self._key:
            self._enter_table()
        elif kind != "sign":
            self._add_part(word)

    def _enter_table(self) -> None:
        path: KeyPath = ()
        for part in self._key[:-1]:
            path = self._last(self._note(path, [part]))
        path = self._note(path, self._key[-1:])
        if self._many:
            self._tables[path] = self._tables.get(path, 0) + 1
            path = self._last(path)
        self._table = self._note(path, ())
        self._key = []

    def _last(self, path: KeyPath) -> KeyPath:
        return (*path, self._tables[path] - 1) if path in self._tables else path

    def _in_value(self, kind: str, word: str) -> None:
        bracket = self._open[-1] if self._open else None
        if word in ("]", "}"):
            self._close()
        elif word == "," and bracket:
            self._next(bracket)
        else:
            path = self._value if bracket is None or bracket.item is None else self._note(bracket.path, (bracket.item,))
            if word in ("[", "{"):
                self._enter_bracket(path, word)

    def _enter_bracket(self, path: KeyPath, word: str) -> None:
        if len(self._open) >= DEEPEST:
            self.too_deep = self.too_deep or self._line
            path = self._open[-1].path
        self._open.append(_Bracket(path, 0 if word == "[" else None))
        if word == "{":
            self._start()

    def _next(self, bracket: _Bracket) -> None:
        if bracket.item is None:
            self._start()
        else:
            bracket.item += 1

    def _close(self) -> None:
        if self._open:
            self._open.pop()
        self._reads = self._in_value

    def _add_part(self, word: str) -> None:
        if len(self._key) >= DEEPEST:
            self.too_deep = self.too_deep or self._line
        else:
            self._key.append(_unquoted(word))

    def _note(self, base: KeyPath, parts: "list[str] | tuple[int, ...]") -> KeyPath:
        """Remember the line of a path and of everything on the way to it."""
        self._found.setdefault(base, self._line)
        for part in parts:
            base = (*base, part)
            self._found.setdefault(base, self._line)
        return base


def _unquoted(word: str) -> str:
    """A key as the reader knows it, from how it is written."""
    if not word.startswith(('"', "'")):
        return word
    if "\\" in word and word[0] == '"':
        try:
            return str(tomllib.loads(f"key = {word}")["key"])
        except tomllib.TOMLDecodeError:
            return word
    return word[1:-1]
