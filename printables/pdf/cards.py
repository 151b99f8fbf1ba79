"""Cards to cut out, as many to a page as fit, with dashed lines to cut along.

Cards with a code are as wide as the page, cards without one stand in two columns where words have room in them.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from reportlab.platypus import Flowable
from reportlab.platypus import PageBreak as NewPage

from printables.pdf.code import CodeMark
from printables.pdf.layout import Layout, bare
from printables.pdf.setting import HAIR, SOFT, Setting
from printables.pdf.texts import paragraph
from printables.profile import MM, Profile
from printables.tree import Card, CutGrid, Node

Build = Callable[[Iterable[Node], Setting], list[Flowable]]

PAD = 6 * MM
"""White within a card, enough for the quiet zone of any code up to 43 mm."""
NARROWEST = 14
"""A column of cards is at least so wide, in em."""
FROM_AFAR = 1.7
"""How much larger headings are that are read from across a table."""
LOWEST = 30 * MM
"""A card is at least so high, to be held."""


def cut_grid(node: CutGrid, setting: Setting, build: Build) -> list[Flowable]:
    """The cards in slots of one height, so that a pile of pages can be cut at once."""
    coded = any(card.code for card in node.cards)
    columns = 2 if not coded and setting.width / 2 - 2 * PAD >= NARROWEST * setting.profile.body else 1
    beside = max((_code_width(card, setting) for card in node.cards), default=0.0)
    inner = replace(setting, taken=setting.taken + setting.width * (columns - 1) / columns + (beside or 2 * PAD),
                    profile=_seen_from_afar(setting.profile) if node.large else setting.profile)
    rows = [list(node.cards[n:n + columns]) for n in range(0, len(node.cards), columns)]
    tall = [max(_row(row, setting, inner, build).wrap(setting.width, setting.height)[1], LOWEST) for row in rows]
    each = int(setting.height / max(tall, default=setting.height))
    if not each:
        return [flowable for card in node.cards for flowable in (*_code(card, setting), *build(card.children, setting))]
    height = (setting.height - 1) / each
    slots: list[Flowable] = []
    for number, (row, natural) in enumerate(zip(rows, tall, strict=True)):
        slots += [NewPage()] if number and number % each == 0 else []
        slots.append(_row(row, setting, inner, build, height, spare=height - natural, first=number % each == 0))
    for first in slots[:1]:
        first.spaceBefore = setting.profile.gap * 1.5
    return slots


def _seen_from_afar(profile: Profile) -> Profile:
    return replace(profile, headings=tuple(size * FROM_AFAR for size in profile.headings))


def _row(row: list[Card], setting: Setting, inner: Setting, build: Build, height: float | None = None,
         spare: float = 0, first: bool = False) -> Layout:
    """Cards beside each other: a code at the left of each that has one, its words, and lines to cut along."""
    cells: list[object] = []
    widths: list[float] = []
    for card in row:
        cells += [_code(card, setting)] * bool(card.code) + [build(card.children, inner)]
        widths += [setting.width - inner.width] * bool(card.code) + [inner.width + (0 if card.code else 2 * PAD)]
    coded = bool(row[0].code)
    return Layout([cells], colWidths=widths, rowHeights=[height], style=[
        *bare(setting), ("LEFTPADDING", (0, 0), (-1, -1), 0 if coded else PAD),
        ("TOPPADDING", (0, 0), (-1, -1), PAD + spare / 2), ("BOTTOMPADDING", (0, 0), (-1, -1), PAD),
        ("LINEBELOW", (0, 0), (-1, -1), HAIR, SOFT, "butt", (4, 3)),
        *([("LINEABOVE", (0, 0), (-1, -1), HAIR, SOFT, "butt", (4, 3))] * first),
        *([] if coded else [("LINEAFTER", (0, 0), (-1, -1), HAIR, SOFT, "butt", (4, 3))])]).mirror(setting.mirrored)


def _code(card: Card, setting: Setting) -> list[Flowable]:
    if not card.code:
        return []
    beside = paragraph(card.code.label or card.code.text, setting, setting.styled(rightIndent=0))
    return [CodeMark(card.code, setting), beside]


def _code_width(card: Card, setting: Setting) -> float:
    if not card.code:
        return 0
    mark = CodeMark(card.code, setting)
    return max(mark.width, setting.letters.width(card.code.label or card.code.text, setting.profile.body) + 1) + PAD
