"""From a layout's sections to those of a changed plan: each is used again where its part stayed or moved to, notes and all."""

from collections.abc import Iterator, Sequence

from kit.content.key_lines import Rows, rows_of, with_values
from kit.content.plan_sections import Part, Section
from kit.content.plan_text import changed_values, values_text
from kit.content.vocabulary import BLOCK, STRAND, Field
from kit.model import Block, Plan, Strand


class Rebuilding:
    """The sections there were, and which of them are used already. Parts are the very same objects where nothing changed."""

    def __init__(self, sections: Sequence[Section], plan: Plan | None) -> None:
        self._there: dict[int, list[Section]] = {}
        for section in sections:
            self._note(section)
        self._stay = {id(part) for block in (*plan.blocks, *plan.parked) for part in _every(block)} if plan else set[int]()
        self._used: set[int] = set()

    def _note(self, section: Section) -> None:
        if section.part is not None:
            self._there.setdefault(id(section.part), []).append(section)
        for inside in section.inside:
            self._note(inside)

    def sections(self, path: str, old: Sequence[Section], parts: Sequence[Part]) -> list[Section]:
        """The sections of one list: those of its parts that stayed, then those that came, changed or are new."""
        found = {place: section for place, part in enumerate(parts) if (section := self._take(old, part))}
        for place, part in enumerate(parts):
            if place not in found and (section := self._take(self._there.get(id(part), ()), part)):
                found[place] = section.at(path)
        changed = [section for section in old if id(section) not in self._used and id(section.part) not in self._stay]
        new = [place for place in range(len(parts)) if place not in found]
        if len(changed) == len(new):
            for place, section in zip(new, changed, strict=True):
                found[place] = self._saying(section, parts[place], path)
        return [found.get(place) or self.written(part, path) for place, part in enumerate(parts)]

    def _take(self, sections: Sequence[Section], part: Part) -> Section | None:
        for section in sections:
            if section.part is part and id(section) not in self._used:
                self._used.add(id(section))
                return section
        return None

    def _saying(self, section: Section, part: Part, path: str) -> Section:
        """A section in which only the lines of what changed are others."""
        self._used.add(id(section))
        fields = _fields(part)
        try:
            if section.part is None:
                raise ValueError("it is not known what it says")
            rows = with_values(section.rows, changed_values(section.part, part, fields), [field.name for field in fields])
        except ValueError:
            return self.written(part, path, section.above)
        return Section(path, section.above, rows, tuple(self.sections(*_within(part, path, section.inside))))

    def written(self, part: Part, path: str, above: Rows = ("\n",)) -> Section:
        """A section as the kit writes it."""
        rows = rows_of("\n".join([f"[[{path}]]", *values_text(part, _fields(part))]) + "\n")
        return Section(path, above, rows, tuple(self.sections(*_within(part, path, ()))))


def _fields(part: Part) -> tuple[Field, ...]:
    return BLOCK if isinstance(part, Block) else STRAND


def _within(part: Part, path: str, inside: Sequence[Section]) -> tuple[str, Sequence[Section], Sequence[Part]]:
    if isinstance(part, Strand):
        return f"{path}.blocks", inside, part.blocks
    return f"{path}.strands", inside, part.strands


def _every(part: Part) -> Iterator[Part]:
    yield part
    for each in part.strands if isinstance(part, Block) else part.blocks:
        yield from _every(each)
