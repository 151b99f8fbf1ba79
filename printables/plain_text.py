"""The document tree as plain text: for a screen reader, a terminal, an e-mail. Blocks are parted by one empty line."""

from collections.abc import Callable, Iterable
from typing import Any

from printables import tree
from printables.grid import grid, said
from printables.tree import plain
from printables.wording import SOURCE, Wording, wording


def plain_text(document: tree.Document) -> str:
    """One document as text that ends with a newline. Which way a line runs is told by its first letter (UAX 9, P2)."""
    blocks = [document.title, *_blocks(document.children)]
    if document.code:
        blocks.append(_code(document.code, wording(document.language)))
    return "\n\n".join(blocks) + "\n"


def _blocks(nodes: Iterable[tree.Node]) -> list[str]:
    return [text for node in nodes if (text := _RENDERERS[type(node)](node))]


def _code(code: tree.Code, wording: Wording) -> str:
    return wording.say("Code {code}. {does}", code=code.label or code.text, does=code.does).rstrip()


def _list(node: tree.List) -> str:
    marks = (f"{n}." if node.numbered else "-" for n in range(1, len(node.items) + 1))
    return "\n".join(f"{mark} {plain(item)}" for mark, item in zip(marks, node.items, strict=True))


def _definitions(node: tree.Definitions) -> str:
    return "\n".join(f"{entry.term}: {plain(entry.meaning)}".removeprefix(": ") for entry in node.entries)


def _table(node: tree.Table) -> str:
    rows = ["\n".join(f"{head}: {plain(cell)}" for head, cell in said(node.header, row)) for row in grid(node)]
    blank = "\n".join(f"{head}: ____" for head in node.header)
    return "\n\n".join(rows + [blank] * node.blank_rows)


def _ticks(node: tree.Ticks) -> str:
    return "\n".join([node.question, *(f"[ ] {answer}" for answer in node.answers)])


def _writing_space(node: tree.WritingSpace) -> str:
    return "\n".join([node.label] * bool(node.label) + ["____"] * node.lines)


def _cut_grid(node: tree.CutGrid) -> str:
    return "\n\n".join("\n\n".join(
        [*_blocks(card.children), *([_code(card.code, wording(SOURCE))] if card.code else [])]) for card in node.cards)


_RENDERERS: dict[type, Callable[[Any], str]] = {
    tree.Heading: lambda node: node.words,
    tree.Paragraph: lambda node: plain(node.words),
    tree.Note: lambda node: plain(node.words),
    tree.List: _list,
    tree.Definitions: _definitions,
    tree.Table: _table,
    tree.Ticks: _ticks,
    tree.WritingSpace: _writing_space,
    tree.Photo: lambda node: f"[Picture: {node.alt}]",
    **dict.fromkeys((tree.Bars, tree.Heat, tree.Branches), lambda node: f"[Chart: {node.alt}]"),
    tree.DrawingFrame: lambda node: f"[{node.label}]",
    tree.CutGrid: _cut_grid,
}
