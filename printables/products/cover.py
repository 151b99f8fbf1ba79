"""The cover sheet: what is in the pack, how many, which paper goes into the printer for it, what to cut, and what to bring."""

from collections.abc import Sequence

from kit.model import Block
from kit.model.plan import every
from kit.model.text import counted, listed
from printables.products.simple import one
from printables.profile import PROFILES
from printables.sharing import Part
from printables.sheet import OWN, Sheet, Source
from printables.tree import Heading, Node, Strong, Table, Ticks, Words, paragraph, words

COLUMNS = ("Sheet", "How many", "What to do with it")


def sheets(source: Source, parts: Sequence[Part]) -> tuple[Sheet, ...]:
    """One cover for all that is printed, put together by the paper it goes on."""
    by_paper: dict[str, list[Part]] = {}
    for part in sorted(parts, key=lambda part: part.sheet.thick):
        by_paper.setdefault(_paper(part, source), []).append(part)
    materials = tuple(dict.fromkeys(filter(None, (_to_bring(block, source) for block in every(source.script.plan.blocks)))))
    nodes: list[Node] = [
        paragraph(f"For {counted(source.people, 'person', 'people')}. Load each paper once, and print all that stands below it."),
        *(node for paper, group in by_paper.items() for node in (Heading(2, paper), Table(COLUMNS, _rows(group))))]
    if materials:
        nodes += [Heading(2, "To bring"), Ticks("", materials)]
    return one(source, "cover-sheet", f"Pack: {source.script.plan.title}", nodes, "Print one. It stays with you.", team=True)


def _to_bring(block: Block, source: Source) -> str:
    """What a part of the day needs on its table; where its plan says nothing, the sheets of its activity."""
    activity = source.script.activity(block)
    if block.materials or activity is None or not activity.prints:
        return block.materials
    return f"{block.title}: {listed([name.replace('-', ' ') for name in activity.prints])}, from this pack"


def _paper(part: Part, source: Source) -> str:
    load = " ".join(text for text in (PROFILES[part.profile].load, f"{source.paper}." if source.paper else "") if text)
    return f"Thick paper. {load}" if part.sheet.thick else load


def _rows(group: Sequence[Part]) -> tuple[tuple[Words, ...], ...]:
    """A row for each sheet, which says how many in each size of print."""
    by_sheet: dict[tuple[str, str], list[Part]] = {}
    for part in group:
        by_sheet.setdefault((part.sheet.title, part.sheet.note), []).append(part)
    return tuple((words(Strong(title)), words("\n".join(map(_count, parts))), words(note))
                 for (title, note), parts in by_sheet.items())


def _count(part: Part) -> str:
    many = part.sheet.count if part.sheet.share == OWN else counted(part.sheet.copies, "copy", "copies")
    return f"{part.profile}: {many}" + (f", {counted(part.pages, 'page')}" if part.pages else "")
