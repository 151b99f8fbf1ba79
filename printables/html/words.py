"""Texts as HTML: escaped, each stretch in another language with its language, each text that runs the other way with its way."""

from html import escape

from kit.model.text import clean
from printables.shaping.bidi import base_level
from printables.shaping.scripts import runs_right_to_left, stretches
from printables.tree import Link, Run, Strong, letters
from printables.tree import Words as Runs
from printables.tree import plain as letters_of


def plain(text: str) -> str:
    """Words alone, as an attribute takes them."""
    return escape(clean(text), quote=True)


def way(language: str) -> str:
    """The attributes of an element in this language."""
    return f' lang="{escape(language)}" dir="{"rtl" if runs_right_to_left(language) else "ltr"}"'


class Say:
    """The words of one document in its language."""

    def __init__(self, language: str) -> None:
        self.language, self.rtl = language, runs_right_to_left(language)

    def text(self, text: str) -> str:
        """A text that is one run."""
        return self._parts(clean(text))

    def words(self, runs: Runs) -> str:
        """Runs as they stand in a paragraph."""
        return "".join(map(self._run, runs))

    def element(self, tag: str, words: str | Runs, more: str = "", before: str = "", language: str = "") -> str:
        """An element with these words: in a language of its own, or else with its way, where that is not the document's."""
        said = self.text(words) if isinstance(words, str) else self.words(words)
        turned = way(language) if language else self._turned(words if isinstance(words, str) else letters_of(words))
        return f"<{tag}{more}{turned}>{before}{said}</{tag.partition(' ')[0]}>"

    def _turned(self, text: str) -> str:
        if text.isascii() and not self.rtl:
            return ""
        runs = bool(base_level(text, int(self.rtl)))
        return "" if runs == self.rtl else f' dir="{"rtl" if runs else "ltr"}"'

    def _run(self, run: Run) -> str:
        if isinstance(run, Link) and run.leads:
            return f'<a href="{plain(run.address)}">{self.text(run.shown)}</a>'
        return f"<strong>{self._whole(run.words)}</strong>" if isinstance(run, Strong) else self._whole(letters(run))

    def _whole(self, text: str) -> str:
        """A run with the white space at its ends, which belongs between it and its neighbours."""
        inner = clean(text)
        before = text[:len(text) - len(text.lstrip())]
        return self._parts((before + inner + text[len(text.rstrip()):]) if inner else before)

    def _parts(self, text: str) -> str:
        return "".join(escape(part) if language == self.language else f"<span{way(language)}>{escape(part)}</span>"
                       for part, language in stretches(text, self.language))
