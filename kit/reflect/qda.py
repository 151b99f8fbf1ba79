"""What a programme holds as qualitative data software takes it: codes, sources, passages and who coded them.

Ids are GUIDs that follow from the records' own ids (UUID version 5), so the same thing has the same GUID in every export.
"""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from kit.model import Record
from kit.reflect.coding import FITS_NONE, Code, Coded, codes, codings
from kit.reflect.holdings import Holdings
from kit.reflect.survey import text_of
from kit.reflect.themes import Theme, themes

_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:workshop-kit")


@dataclass(frozen=True, slots=True)
class Entry:
    """One code of the codebook, with those under it."""

    guid: str
    name: str
    about: str
    codable: bool
    """False for a heading that only holds others: the name of a framework."""
    under: "tuple[Entry, ...]" = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """One code on a source: on a passage, or on the whole where there is no passage."""

    guid: str
    code: str
    """GUID of the code."""
    by: str
    """GUID of whoever coded."""
    when: str
    """ISO 8601, UTC."""
    note: str
    start: int | None = None
    """Characters (Unicode code points) from the beginning of the text."""
    end: int | None = None


@dataclass(frozen=True, slots=True)
class TextFile:
    """One text with its marks."""

    guid: str
    name: str
    text: str
    when: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One picture with its words."""

    guid: str
    name: str
    data: bytes
    when: str
    alt: str


@dataclass(frozen=True, slots=True)
class Qda:
    """A whole project."""

    name: str
    codes: tuple[Entry, ...]
    texts: tuple[TextFile, ...]
    pictures: tuple[PictureFile, ...]
    coders: Mapping[str, str] = field(default_factory=dict)
    """Names of those who coded, by their GUIDs: self, other or together, with a letter or a number."""


def guid(*parts: str) -> str:
    """The GUID of a thing, in the one form that the schema knows: capitals or not, with dashes and no braces."""
    return str(uuid.uuid5(_SPACE, "\x1f".join(parts)))


def qda(held: Holdings, name: str, pictures: Mapping[str, bytes]) -> Qda:
    """Codes from frameworks, people's own codes and themes; every text that holds words; drawings with a picture."""
    readings: dict[str, list[Mark]] = {}
    coders: dict[str, str] = {}
    for one in codings(held):
        who = guid("coder", one.reader)
        coders[who] = one.reader
        readings.setdefault(one.text.id, []).append(_mark(one, who))
    kit = guid("coder", "themes")
    for _, theme in themes(held).walk():
        for card in theme.cards:
            coders[kit] = "sorted by the group"
            mark = Mark(guid("card", theme.record.id, card.id), guid("theme", held.root(theme.record.id)), kit,
                        theme.record.when, "")
            readings.setdefault(card.id, []).append(mark)
    texts = tuple(_text(record, readings.get(record.id, [])) for record in held.records if _is_text(record))
    return Qda(name, _told_apart([*_frameworks(held), *_own(held), *_themes(held)]), texts, _pictures(held, pictures), coders)


def _told_apart(entries: Iterable[Entry], taken: set[str] | None = None) -> tuple[Entry, ...]:
    """The same with a number after a name that came before: QualCoder takes each name once."""
    taken, found = set() if taken is None else taken, []
    for entry in entries:
        name, number = entry.name, 2
        while name.casefold() in taken:
            name, number = f"{entry.name} ({number})", number + 1
        taken.add(name.casefold())
        found.append(replace(entry, name=name, under=_told_apart(entry.under, taken)))
    return tuple(found)


def _is_text(record: Record) -> bool:
    return record.kind not in ("coding", "theme") and bool(text_of(record))


def _text(record: Record, marks: list[Mark]) -> TextFile:
    content = record.content
    known = content.get("letter") or content.get("label") or content.get("title") or record.id
    name = f"{record.kind} {known} {record.id}" if known != record.id else f"{record.kind} {record.id}"
    once = {(mark.code, mark.by, mark.start, mark.end): mark for mark in reversed(marks)}
    return TextFile(guid("text", record.id), name, text_of(record), record.when, tuple(reversed(once.values())))


def _mark(one: Coded, who: str) -> Mark:
    note = ". ".join(filter(None, (one.level, one.note)))
    place = (one.passage.start, one.passage.end) if one.passage else (None, None)
    return Mark(guid("coding", one.record.id), code_guid(one.code), who, one.record.when, note, *place)


def code_guid(code: Code) -> str:
    """The GUID of a code: of its framework and id, or of its name where it is somebody's own."""
    return guid("code", code.framework, code.id or code.name)


def _frameworks(held: Holdings) -> list[Entry]:
    every = [code for code in codes(held) if code.framework]
    found = []
    for name in dict.fromkeys(code.framework for code in every):
        framework = held.frameworks.get(name)
        own = [code for code in every if code.framework == name]
        ids = {code.id for code in own}
        tops = [code for code in own if code.parent not in ids]
        about = f"{framework.owner}. {framework.source}" if framework else ""
        found.append(Entry(guid("framework", name), framework.title if framework else name, about, False,
                           tuple(_entry(code, own) for code in tops)))
    return found


def _entry(code: Code, every: list[Code]) -> Entry:
    under = tuple(_entry(one, every) for one in every if one.parent == code.id)
    return Entry(code_guid(code), code.name, f"{code.framework}: {code.id}", True, under)


def _own(held: Holdings) -> list[Entry]:
    return [Entry(code_guid(code), code.name, "What no framework has a name for." if code == FITS_NONE else "A code of our own.",
                  True) for code in codes(held) if not code.framework]


def _themes(held: Holdings) -> list[Entry]:
    def entry(theme: Theme) -> Entry:
        return Entry(guid("theme", held.root(theme.record.id)), theme.name, f"A theme: {theme.status}.", True,
                     tuple(map(entry, theme.children)))

    return [entry(theme) for theme in themes(held).tree]


def _pictures(held: Holdings, pictures: Mapping[str, bytes]) -> tuple[PictureFile, ...]:
    found = []
    for record in held.of_kind("drawing"):
        data = pictures.get(str(record.content.get("picture", "")))
        if data and record.content.get("shown"):
            label = str(record.content.get("label", ""))
            alt = str(record.content.get("alt") or record.content.get("text") or f"Drawing {label}")
            found.append(PictureFile(guid("picture", record.id), f"drawing {label} {record.id}", data, record.when, alt))
    return tuple(found)
