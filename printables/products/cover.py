"""The cover sheet: what is in the pack, how many, on which paper, what to cut, and what to bring."""

from collections.abc import Sequence

from kit.model.text import counted
from printables.products.simple import one
from printables.sheet import Sheet, Source
from printables.tree import Heading, Node, Strong, Table, Ticks, paragraph, words


def sheets(source: Source, others: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """One cover for all the other sheets."""
    rows = tuple((words(Strong(sheet.title)), words(_copies(sheet)), words(sheet.note)) for sheet in others)
    materials = tuple(dict.fromkeys(block.materials for block in source.script.plan.blocks if block.materials))
    nodes: list[Node] = [
        paragraph(f"For {counted(source.people, 'person', 'people')}."),
        *([paragraph(Strong("Paper: "), source.load)] if source.load else []),
        Table(("Sheet", "Copies", "What to do with it"), rows)]
    if materials:
        nodes += [Heading(2, "To bring"), Ticks("", materials)]
    return one(source, "cover-sheet", f"Pack: {source.script.plan.title}", nodes, "Print one. It stays with you.", team=True)


def _copies(sheet: Sheet) -> str:
    return str(len(sheet.documents)) if len(sheet.documents) > 1 else "1 or more"
