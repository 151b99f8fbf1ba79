"""What a document says, in the order of its tree: what a screen reader must say of its PDF."""

from dataclasses import replace

from printables import tree
from printables.tree import plain
from printables.wording import code_words, picture_words, wording


def reading(document, pictures=False):
    """Every text of a document, in order, with the words for pictures where a profile has them."""
    return Reader(document, pictures).document()


class Reader:
    def __init__(self, document, pictures):
        self.read, self.pictures, self.wording = document, pictures, wording(document.language)

    def document(self):
        document = self.read
        yield document.title
        for node in document.children:
            yield from self._node(node)
        if document.code:
            if not document.leafed:
                yield code_words(document.code, self.wording)
            yield self.wording.say("Sheet {code}", code=document.code.text)

    def _node(self, node):
        name = getattr(node, "picture", "")
        yield from self._picture(name)
        yield from READERS[type(node)](self, node)

    def _picture(self, name):
        return [picture_words(name, self.wording)[0]] if name and self.pictures else []

    def _space(self, label, lines=0):
        space = self.wording.say_counted("Space to write, {number} line", "Space to write, {number} lines", lines) if lines else (
            self.wording.say("Space to write"))
        return f"{space}: {label}" if label else space

    def _list(self, node):
        for number, item in enumerate(node.items, 1):
            yield from (f"{number}." if node.numbered else "•", plain(item))

    def _definitions(self, node):
        for entry in node.entries:
            yield from (entry.term, plain(entry.meaning))

    def _ticks(self, node):
        yield node.question
        for answer, name in zip(node.answers, node.pictures or ("",) * len(node.answers), strict=True):
            yield from (*self._picture(name), self.wording.say("Box to tick"), answer)

    def _cards(self, node):
        for card in node.cards:
            if card.code:
                yield code_words(card.code, self.wording)
                yield card.code.label or card.code.text
            for child in card.children:
                yield from self._node(child)

    def _table(self, node):
        """As a grid: the header once, then the rows."""
        yield from node.header
        for row in node.rows:
            yield from map(plain, row)
        for _ in range(node.blank_rows):
            yield from map(self._space, node.header)


READERS = {
    tree.Heading: lambda reader, node: [node.words],
    tree.Paragraph: lambda reader, node: [plain(node.words)],
    tree.Note: lambda reader, node: [plain(node.words)],
    tree.List: Reader._list,
    tree.Definitions: Reader._definitions,
    tree.Ticks: Reader._ticks,
    tree.Table: Reader._table,
    tree.WritingSpace: lambda reader, node: [node.label, reader._space(node.label, node.lines)],
    **dict.fromkeys((tree.Bars, tree.Heat, tree.Branches), lambda reader, node: [node.alt] if node.rows else []),
    tree.DrawingFrame: lambda reader, node: [reader.wording.say("{label}: an empty frame", label=node.label)],
    tree.CutGrid: Reader._cards,
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
