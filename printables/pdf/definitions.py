"""Terms with their meanings: side by side where the terms are short, else one under the other."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from printables.pdf.elements import Element, listing
from printables.pdf.setting import Setting
from printables.pdf.texts import item, text
from printables.tree import Definition

WIDEST = 0.34
"""Terms that need a greater share of the width than this stand above their meanings."""

LEAST = 7.0
"""Least width of the terms' column, in em, so that short lists of labels line up with each other down the page."""


def definitions(entries: Sequence[Definition], setting: Setting, run_in: bool = False) -> list[Flowable]:
    """One paragraph for each meaning: its term hanging at the left, or above it, or in the same line."""
    if run_in:
        return _in_line(entries, setting)
    terms = [setting.letters.line(entry.term) for entry in entries]
    column = max((setting.letters.width(term, setting.profile.body, bold=True) for term in terms), default=0.0)
    column = max(column + setting.profile.body, min(LEAST * setting.profile.body, setting.width * WIDEST))
    return _beside(entries, setting, column) if column <= setting.width * WIDEST else _above(entries, setting)


def _beside(entries: Sequence[Definition], setting: Setting, column: float) -> list[Flowable]:
    style = setting.styled(leftIndent=column, spaceAfter=setting.profile.gap * 0.6,
                           rightIndent=max(0.0, setting.body.rightIndent - column))
    items: list[Flowable] = [item(setting.letters.line(entry.term), entry.meaning, setting, style, *path)
                             for entry, path in zip(entries, _paths(entries), strict=True)]
    for last in items[-1:]:
        last.spaceAfter = setting.profile.gap
    return items


def _in_line(entries: Sequence[Definition], setting: Setting) -> list[Flowable]:
    gap = setting.profile.gap * 0.3
    items: list[Flowable] = []
    for entry, path in zip(entries, _paths(entries), strict=True):
        term = setting.letters.line(entry.term)
        start = setting.letters.width(term, setting.profile.body, bold=True) + setting.profile.body * 0.6 if term else 0
        if start > setting.width * WIDEST:
            return _above(entries, setting)
        style = setting.styled(firstLineIndent=start, spaceAfter=gap, rightIndent=0)
        items.append(item(term, entry.meaning, setting, style, *path))
    for last in items[-1:]:
        last.spaceAfter = 2 * gap
    return items


def _above(entries: Sequence[Definition], setting: Setting) -> list[Flowable]:
    style = setting.styled(fontName=setting.letters.bold, spaceAfter=0, keepWithNext=1)
    flowables: list[Flowable] = []
    for entry, path in zip(entries, _paths(entries), strict=True):
        if entry.term:
            flowables.append(text(entry.term, setting, style).tagged(*path, Element("Lbl")))
        if entry.meaning:
            flowables.append(text(entry.meaning, setting).tagged(*path, Element("LBody")))
    return flowables


def _paths(entries: Sequence[Definition]) -> list[tuple[Element, Element]]:
    """The list, and the item of each entry: one more meaning stands in the item of its term."""
    whole = listing(marked=False)
    paths: list[tuple[Element, Element]] = []
    for entry in entries:
        paths.append((whole, Element("LI") if entry.term or not paths else paths[-1][1]))
    return paths
