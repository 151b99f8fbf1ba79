"""What a document says, in the order of its tree: what a screen reader must say of its PDF."""

from dataclasses import replace

from printables import tree
from printables.tree import plain


def reading(document):
    """Every text of a document, in order."""
    yield document.title
    for node in document.children:
        yield from _node(node)
    if document.code:
        yield from _code(document.code)
        yield f"Sheet {document.code.text}"


def _code(code):
    yield f"QR code that holds: {code.text}. {code.does}"


def _node(node):
    return READERS[type(node)](node)


def _list(node):
    for number, item in enumerate(node.items, 1):
        yield from (f"{number}." if node.numbered else "•", plain(item))


def _definitions(node):
    for entry in node.entries:
        yield from (entry.term, plain(entry.meaning))


def _ticks(node):
    yield node.question
    for answer in node.answers:
        yield from ("Box to tick", answer)


def _cards(node):
    for card in node.cards:
        yield from _code(card.code)
        yield card.code.text
        for child in card.children:
            yield from _node(child)


def _writing_space(node):
    lines = f"{node.lines} line{'s' * (node.lines != 1)}"
    yield from (node.label, f"Space to write, {lines}" + (f": {node.label}" if node.label else ""))


def _table(node):
    """As a grid: the header once, then the rows."""
    yield from node.header
    for row in node.rows:
        yield from map(plain, row)
    for _ in range(node.blank_rows):
        yield from (f"Space to write: {head}" for head in node.header)


READERS = {
    tree.Heading: lambda node: [node.words],
    tree.Paragraph: lambda node: [plain(node.words)],
    tree.Note: lambda node: [plain(node.words)],
    tree.List: _list,
    tree.Definitions: _definitions,
    tree.Ticks: _ticks,
    tree.CutGrid: _cards,
    tree.Table: _table,
    tree.WritingSpace: _writing_space,
    tree.DrawingFrame: lambda node: [f"{node.label}: an empty frame"],
}


def reading_in_blocks(document):
    """The same where a table was too wide for the page: each cell after its header."""
    children = []
    for node in document.children:
        if isinstance(node, tree.Table) and node.rows:
            for row in node.rows:
                children.append(tree.Definitions(tuple(
                    tree.Definition(head, cell) for head, cell in zip(node.header, row, strict=True) if plain(cell))))
        else:
            children.append(node)
    return reading(replace(document, children=tuple(children)))
