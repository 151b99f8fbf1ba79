"""Each node of the tree as what reportlab lays out: one small builder for each kind of node."""

from collections.abc import Callable, Iterable
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable

from printables import tree
from printables.pdf.cards import cut_grid
from printables.pdf.chart import ChartMark
from printables.pdf.definitions import definitions
from printables.pdf.elements import Element, listing
from printables.pdf.layout import DataTable
from printables.pdf.marks import Frame, WritingLine, WritingLines
from printables.pdf.photo import photo
from printables.pdf.pictured import pictured
from printables.pdf.setting import Setting
from printables.pdf.tables import table
from printables.pdf.texts import Barred, HeadingText, Text, item, paragraph
from printables.pdf.ticks import ticks
from printables.sentences import by_line


def build(nodes: Iterable[tree.Node], setting: Setting) -> list[Flowable]:
    """The nodes in their order. A heading goes to the next page with the first row of its table, and not with all of it."""
    flowables = [flowable for node in nodes for flowable in _BUILDERS[type(node)](node, setting)]
    for number in range(len(flowables) - 1, 0, -1):
        heading, below = flowables[number - 1], flowables[number]
        if isinstance(heading, HeadingText) and isinstance(below, DataTable):
            heading.keepWithNext = 0
            needs = heading.wrap(setting.width, setting.height)[1] + heading.getSpaceAfter() + below.head_height()
            flowables.insert(number - 1, CondPageBreak(needs))
    return flowables


def _heading(node: tree.Heading, setting: Setting) -> list[Flowable]:
    if not node.words.strip():
        return []
    style = setting.heading(node.level)
    heading = HeadingText.of((node.words,), setting, style, node.language)
    heading.words, heading.level = setting.letters.line(node.words), node.level
    return [heading.tagged(Element(f"H{node.level}", language=node.language))]


def _paragraph(node: tree.Paragraph, setting: Setting) -> list[Flowable]:
    def plain(inner: Setting) -> list[Flowable]:
        text = Text.of(by_line(node.words, inner.profile), inner, inner.body, node.language)
        return [text.tagged(Element("P", language=node.language))]

    return pictured(node.picture, plain, setting)


def _note(node: tree.Note, setting: Setting) -> list[Flowable]:
    def barred(inner: Setting) -> list[Flowable]:
        style = inner.styled(leftIndent=inner.profile.body)
        text = Barred.of(by_line(node.words, inner.profile), inner, style, node.language)
        return [text.tagged(Element("P", language=node.language))]

    return pictured(node.picture, barred, setting)


def _list(node: tree.List, setting: Setting) -> list[Flowable]:
    labels = [f"{n}." if node.numbered else "•" for n in range(1, len(node.items) + 1)]
    size = setting.profile.body
    indent = max((setting.letters.width(label, size, bold=True) for label in labels), default=0.0) + size * 0.6
    style = setting.styled(leftIndent=indent, spaceAfter=setting.profile.gap * 0.5)
    whole = listing(numbered=node.numbered)
    items: list[Flowable] = [item(label, words, setting, style, whole, Element("LI"))
                             for label, words in zip(labels, node.items, strict=True)]
    for last in items[-1:]:
        last.spaceAfter = setting.profile.gap
    return items


def _writing_space(node: tree.WritingSpace, setting: Setting) -> list[Flowable]:
    label = paragraph(node.label, setting, setting.styled(fontName=setting.letters.bold, keepWithNext=1, spaceAfter=0))
    short = WritingLine(setting, node.label, node.known_as)
    if node.lines == 1 and short.fits():
        short.spaceAfter = setting.profile.gap * 0.5
        return [short]
    return setting.kept([label] * bool(node.label) + [WritingLines(setting, node.lines, node.label, node.known_as)])


def _chart(node: tree.Chart, setting: Setting) -> list[Flowable]:
    return [ChartMark(node, setting)] if node.rows else []


_BUILDERS: dict[type, Callable[[Any, Setting], list[Flowable]]] = {
    tree.Heading: _heading,
    tree.Paragraph: _paragraph,
    tree.Note: _note,
    tree.List: _list,
    tree.Definitions: lambda node, setting: definitions(node.entries, setting, node.run_in),
    tree.Table: table,
    tree.Ticks: ticks,
    tree.WritingSpace: _writing_space,
    tree.Photo: photo,
    **dict.fromkeys((tree.Bars, tree.Heat, tree.Branches), _chart),
    tree.DrawingFrame: lambda node, setting: [Frame(setting, node.label)],
    tree.CutGrid: lambda node, setting: cut_grid(node, setting, build),
}
