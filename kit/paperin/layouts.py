"""What was printed: the schema `omr-boxes/1`, read as a stranger's. Millimetres, y downwards, from the card's upper left."""

import fnmatch
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from kit.model.text import clean_line

SCHEMA = "omr-boxes/1"
Rect = tuple[float, float, float, float]
"""Left, top, width, height."""
LEAST_BOX, MOST_BOX = 2.0, 40.0
MOST_CARDS, MOST_BOXES = 20_000, 600
"""In one reading, and on one card."""
FAR = 3000.0
"""Millimetres: no paper is wider."""


class BadLayout(Exception):
    """A layout file that cannot be used. The message is for the person, as it stands."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place to mark."""

    id: str
    group: str
    several: bool
    """True where more than one box of the group may be marked."""
    rect: Rect
    """Its frame, middle of the line to middle of the line."""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A place for handwriting or a drawing."""

    id: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class Card:
    """One card or sheet, as it was printed. Where it is a page of many, the page is not part of its id."""

    id: str
    """The text in its code; with `*` for a stretch that differs from copy to copy."""
    size: tuple[float, float]
    boxes: tuple[Box, ...]
    fields: tuple[Field, ...]
    codes: tuple[Rect, ...]
    """The dark part of each QR code; the main one first. Some printers count the white around it too."""
    marks: tuple[Rect, ...]
    """Solid black squares."""
    sheet: int = 0
    """Which printed page it is on."""
    corner: tuple[float, float] = (0.0, 0.0)
    """Where its upper left corner is on that page."""
    words: tuple[Rect, ...] | None = None
    """Lines of print near its boxes, which are no ink of anybody's; None where the layout does not say where they are."""

    @property
    def groups(self) -> dict[str, tuple[Box, ...]]:
        """The boxes of each question, in their order."""
        found: dict[str, tuple[Box, ...]] = {}
        for box in self.boxes:
            found[box.group] = (*found.get(box.group, ()), box)
        return found


@dataclass(frozen=True, slots=True)
class Layouts:
    """All that may come back."""

    exact: dict[str, tuple[Card, ...]]
    patterns: tuple[Card, ...] = ()

    def beside(self, card: Card) -> tuple[Card, ...]:
        """The other cards of the same printed page."""
        return tuple(one for cards in self.exact.values() for one in cards if one.sheet == card.sheet and one.id != card.id)

    def of(self, text: str) -> tuple[Card, ...]:
        """The cards that this text in a code may stand on; more than one where a sheet has several pages."""
        return self.exact.get(text) or tuple(card for card in self.patterns if fnmatch.fnmatchcase(text, _literal(card.id)))


def _alike(one: Card, other: Card) -> bool:
    """Whether two cards are printed alike, wherever they are on their pages."""
    return one == replace(other, sheet=one.sheet, corner=one.corner)


def _literal(pattern: str) -> str:
    """Only the star stands for anything."""
    return pattern.replace("[", "[[]").replace("?", "[?]")


def layouts_from(values: Iterable[Any]) -> Layouts:
    """Layouts of pages as JSON has them: one page, a list of pages, or {"pages": […]}. Raises BadLayout."""
    exact: dict[str, tuple[Card, ...]] = {}
    patterns: list[Card] = []
    count = 0
    for sheet, page in enumerate(_pages(values)):
        for card in _cards(page, sheet):
            count += 1
            if count > MOST_CARDS:
                raise BadLayout(f"These layouts hold more than {MOST_CARDS:,} cards. Give those of the pile alone.")
            if "*" in card.id:
                patterns.append(card)
            elif not any(_alike(card, one) for one in exact.get(card.id, ())):
                exact[card.id] = (*exact.get(card.id, ()), card)
    if not count:
        raise BadLayout("The layouts hold no card to read. Use a file that `kit print --layout` wrote.")
    return Layouts(exact, tuple(patterns))


def _pages(values: Iterable[Any]) -> Iterator[dict[str, Any]]:
    for value in values:
        if isinstance(value, dict) and isinstance(value.get("pages"), list):
            value = value["pages"]
        for page in value if isinstance(value, list) else [value]:
            if not isinstance(page, dict) or page.get("schema") != SCHEMA:
                raise BadLayout(f"This is no layout: it does not say “schema”: “{SCHEMA}”.")
            yield page


def _cards(page: dict[str, Any], sheet: int) -> Iterator[Card]:
    relative = page.get("relative", True) is not False
    for card in _list(page, "cards"):
        left, top, wide, high = _rect(card.get("rect") or [0, 0, *page.get("page_mm", [])], "a card")
        by = (0.0, 0.0) if relative else (left, top)
        codes = [(str(code.get("role", "main")), _moved(_rect(code.get("rect"), "a code"), by)) for code in _list(card, "codes")]
        squares = tuple(rect for role, rect in codes if role in ("corner", "mark", "square"))
        qr = sorted((role != "main", n) for n, (role, _) in enumerate(codes) if role not in ("corner", "mark", "square"))
        boxes = tuple(_box(box, by) for box in _list(card, "boxes"))
        if len(boxes) > MOST_BOXES or len({box.id for box in boxes}) < len(boxes):
            raise BadLayout("A card in the layout has two boxes of one id, or too many boxes. Print its layout again.")
        yield Card(_text(card.get("id")), (wide, high), boxes, tuple(_field(one, by) for one in _list(card, "text")),
                   tuple(codes[n][1] for _, n in qr), squares, sheet, (left, top),
                   tuple(_moved(_rect(one.get("rect"), "a line of print"), by) for one in _list(card, "print"))
                   if "print" in card else None)


def _box(box: dict[str, Any], by: tuple[float, float]) -> Box:
    rect = _moved(_rect(box.get("rect"), "a box"), by)
    if not LEAST_BOX <= min(rect[2:]) <= max(rect[2:]) <= MOST_BOX:
        raise BadLayout(f"A box in the layout is {rect[2]} by {rect[3]} mm. Boxes have {LEAST_BOX:.0f} to {MOST_BOX:.0f} mm.")
    name = _text(box.get("id"))
    return Box(name, _text(box.get("group", name)), box.get("mode") == "multi", rect, clean_line(str(box.get("value", "")))[:500])


def _field(field: dict[str, Any], by: tuple[float, float]) -> Field:
    return Field(_text(field.get("id")), _moved(_rect(field.get("rect"), "a field"), by))


def _list(holder: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = holder.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise BadLayout(f"In the layout, “{name}” is no list. Use a file that `kit print --layout` wrote.")
    return found


def _text(value: Any) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= 4000:
        raise BadLayout("A card, box or field in the layout has no id. Use a file that `kit print --layout` wrote.")
    return value


def _rect(value: Any, of: str) -> Rect:
    numbers = [float(one) for one in value if isinstance(one, int | float) and abs(one) < FAR] if isinstance(value, list) else []
    if len(numbers) != 4 or min(numbers[2:]) <= 0:
        raise BadLayout(f"In the layout, {of} has no place. A rect is left, top, width and height in millimetres.")
    return numbers[0], numbers[1], numbers[2], numbers[3]


def _moved(rect: Rect, by: tuple[float, float]) -> Rect:
    return rect[0] - by[0], rect[1] - by[1], rect[2], rect[3]
