"""Terms with their meanings: side by side where the terms are short, else one under the other."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Paragraph

from printables.pdf.setting import Setting
from printables.tree import Definition

WIDEST = 0.34
"""Terms that need a greater share of the width than this stand above their meanings."""

LEAST = 7.0
"""Least width of the terms' column, in em, so that short lists of labels line up with each other down the page."""


def definitions(entries: Sequence[Definition], setting: Setting) -> list[Flowable]:
    """One paragraph for each meaning, its term hanging at the left, or above it."""
    terms = [setting.letters.line(entry.term) for entry in entries]
    column = max((setting.letters.width(term, setting.profile.body, bold=True) for term in terms), default=0.0)
    column = max(column + setting.profile.body, LEAST * setting.profile.body)
    return _beside(entries, setting, column) if column <= setting.width * WIDEST else _above(entries, setting)


def _beside(entries: Sequence[Definition], setting: Setting, column: float) -> list[Flowable]:
    style = setting.styled(leftIndent=column, spaceAfter=setting.profile.gap * 0.6,
                           rightIndent=max(0.0, setting.body.rightIndent - column))
    last = setting.styled(style, spaceAfter=setting.profile.gap)
    return [Paragraph("", last if n == len(entries) else style, bulletText=setting.letters.line(entry.term) or None,
                      frags=setting.frags(entry.meaning or (" ",), style)) for n, entry in enumerate(entries, 1)]


def _above(entries: Sequence[Definition], setting: Setting) -> list[Flowable]:
    term = setting.styled(fontName=setting.letters.bold, spaceAfter=0, keepWithNext=1)
    return [setting.text(text, style) for entry in entries
            for text, style in ((entry.term, term), (entry.meaning, setting.body)) if text]
