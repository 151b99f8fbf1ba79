"""Cards to cut out: each as wide as the page, as many to a page as fit, with dashed lines to cut along."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from reportlab.platypus import Flowable
from reportlab.platypus import PageBreak as NewPage

from printables.pdf.code import CodeMark
from printables.pdf.layout import Layout
from printables.pdf.setting import HAIR, SOFT, Setting
from printables.pdf.texts import paragraph
from printables.profile import MM
from printables.tree import Card, CutGrid, Node

Build = Callable[[Iterable[Node], Setting], list[Flowable]]

PAD = 6 * MM
"""White within a card, enough for the quiet zone of any code up to 43 mm."""


def cut_grid(node: CutGrid, setting: Setting, build: Build) -> list[Flowable]:
    """The cards in slots of one height, so that a pile of pages can be cut at once."""
    column = max((_code_width(card, setting) for card in node.cards), default=0.0)
    inner = replace(setting, taken=setting.taken + column)
    tall = [_slot(card, setting, inner, build).wrap(setting.width, setting.height)[1] for card in node.cards]
    each = int(setting.height / max(tall, default=setting.height))
    if not each:
        return [flowable for card in node.cards for flowable in (*_code(card, setting), *build(card.children, setting))]
    height = (setting.height - 1) / each
    slots: list[Flowable] = []
    for number, (card, natural) in enumerate(zip(node.cards, tall, strict=True)):
        slots += [NewPage()] if number and number % each == 0 else []
        slots.append(_slot(card, setting, inner, build, height, spare=height - natural))
    return slots


def _slot(card: Card, setting: Setting, inner: Setting, build: Build, height: float | None = None,
          spare: float = 0) -> Layout:
    """One card: its code at the left, its words at the right, a line to cut along at its foot."""
    row = [_code(card, setting), build(card.children, inner)]
    return Layout([row], colWidths=[setting.width - inner.width, inner.width], rowHeights=[height], style=[
        ("VALIGN", (0, 0), (-1, -1), "TOP"), ("FONT", (0, 0), (-1, -1), setting.letters.regular, setting.profile.body),
        ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), PAD + spare / 2), ("BOTTOMPADDING", (0, 0), (-1, -1), PAD),
        ("LINEBELOW", (0, 0), (-1, -1), HAIR, SOFT, "butt", (4, 3))])


def _code(card: Card, setting: Setting) -> list[Flowable]:
    return [CodeMark(card.code, setting.profile.code_mm), paragraph(card.code.text, setting)]


def _code_width(card: Card, setting: Setting) -> float:
    mark = CodeMark(card.code, setting.profile.code_mm)
    return max(mark.width, setting.letters.width(card.code.text, setting.profile.body)) + PAD
