"""What a document says, in the order of its tree: what a screen reader must say of its PDF."""

from dataclasses import replace

from printables import tree
from printables.drawings import DRAWINGS
from printables.tree import plain


def reading(document, pictures=False):
    """Every text of a document, in order, with the words for pictures where a profile has them."""
    yield document.title
    for node in document.children:
        yield from _node(node, pictures)
    if document.code:
        yield from () if document.leafed else _code(document.code)
        yield f"Sheet {document.code.text}"


def _code(code):
    yield f"QR code that holds: {code.label or code.text}. {code.does}"


def _node(node, pictures=False):
    if pictures and isinstance(node, tree.Ticks) and node.pictures:
        return _pictured_ticks(node)
    if isinstance(node, tree.CutGrid):
        return _cards(node, pictures)
    name = getattr(node, "picture", "") if pictures else ""
    return [*_picture(name), *READERS[type(node)](node)]


def _picture(name):
    return [f"Picture: {DRAWINGS[name].alt}"] if name else []


def _pictured_ticks(node):
    yield node.question
    for answer, name in zip(node.answers, node.pictures, strict=True):
        yield from (*_picture(name), "Box to tick", answer)


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


def _cards(node, pictures=False):
    for card in node.cards:
        if card.code:
            yield from _code(card.code)
            yield card.code.label or card.code.text
        for child in card.children:
            yield from _node(child, pictures)


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
    tree.Table: _table,
    tree.WritingSpace: _writing_space,
    tree.DrawingFrame: lambda node: [f"{node.label}: an empty frame"],
}


def reading_in_blocks(document, pictures=False):
    """The same where a table was too wide for the page: each cell after its header."""
    children = []
    for node in document.children:
        if isinstance(node, tree.Table) and (node.rows or len(node.header) > 2):
            for number, row in enumerate(node.rows):
                if pictures and node.pictures:
                    children.append(tree.Paragraph((), node.pictures[number]))
                children.append(tree.Definitions(tuple(
                    tree.Definition(head, cell) for head, cell in zip(node.header, row, strict=True) if plain(cell))))
            children += [tree.WritingSpace(1, head) for _ in range(node.blank_rows) for head in node.header]
        else:
            children.append(node)
    return reading(replace(document, children=tuple(children)), pictures)
