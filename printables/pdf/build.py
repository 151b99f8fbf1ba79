"""Each node of the tree as what reportlab lays out: one small builder for each kind of node."""

from collections.abc import Callable, Iterable
from typing import Any

from reportlab.platypus import Flowable
from reportlab.platypus import Paragraph as Text

from printables import tree
from printables.pdf.cards import cut_grid
from printables.pdf.definitions import definitions
from printables.pdf.marks import Barred, Frame, WritingLine, WritingLines
from printables.pdf.setting import Setting
from printables.pdf.tables import table
from printables.pdf.ticks import ticks


def build(nodes: Iterable[tree.Node], setting: Setting) -> list[Flowable]:
    """The nodes in their order."""
    return [flowable for node in nodes for flowable in _BUILDERS[type(node)](node, setting)]


def _heading(node: tree.Heading, setting: Setting) -> list[Flowable]:
    return [setting.text(node.words, setting.heading(node.level))]


def _paragraph(node: tree.Paragraph, setting: Setting) -> list[Flowable]:
    return [setting.text(node.words)]


def _note(node: tree.Note, setting: Setting) -> list[Flowable]:
    style = setting.styled(leftIndent=setting.profile.body)
    return [Barred("", style, frags=setting.frags(node.words, style))]


def _list(node: tree.List, setting: Setting) -> list[Flowable]:
    size = setting.profile.body
    style = setting.styled(leftIndent=size * (1.6 if node.numbered else 1.1), spaceAfter=setting.profile.gap * 0.5)
    last = setting.styled(style, spaceAfter=setting.profile.gap)
    return [Text("", last if n == len(node.items) else style, bulletText=f"{n}." if node.numbered else "•",
                 frags=setting.frags(item or (" ",), style)) for n, item in enumerate(node.items, 1)]


def _writing_space(node: tree.WritingSpace, setting: Setting) -> list[Flowable]:
    label = setting.text(node.label, setting.styled(fontName=setting.letters.bold, keepWithNext=1, spaceAfter=0))
    short = WritingLine(setting, node.label)
    if node.lines == 1 and short.fits():
        return [short]
    return setting.kept([label] * bool(node.label) + [WritingLines(setting, node.lines)])


_BUILDERS: dict[type, Callable[[Any, Setting], list[Flowable]]] = {
    tree.Heading: _heading,
    tree.Paragraph: _paragraph,
    tree.Note: _note,
    tree.List: _list,
    tree.Definitions: lambda node, setting: definitions(node.entries, setting),
    tree.Table: table,
    tree.Ticks: ticks,
    tree.WritingSpace: _writing_space,
    tree.DrawingFrame: lambda node, setting: [Frame()],
    tree.CutGrid: lambda node, setting: cut_grid(node, setting, build),
}
