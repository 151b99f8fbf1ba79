"""Where everything that is read back stands on a printed page: the schema `omr-boxes/1`, in millimetres from the top left."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kit.model.sheetcode import on_page
from printables.profile import MM

SCHEMA = "omr-boxes/1"
CUT = 4 * MM
"""Points above its code that a card to cut out begins: its own white is a little more."""
NEAR = 0.6
"""Lines of print are told of that stand nearer to a box than this share of its side: a reader of ink looks that far."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place on a page."""

    kind: str
    """box, text, code, mark, or words: print that is no ink of anybody's."""
    page: int
    """From 0."""
    sheet: str
    """The text in the code of the sheet it stands on."""
    group: str
    """What is asked there; of a code, its own text where it is not the sheet's: a card to cut out."""
    value: str
    """What a tick in it says."""
    several: bool
    """True where more than one box of the group may be ticked."""
    rect: tuple[float, float, float, float]
    """Left, bottom, width and height in points, from the page's lower left."""


def layout(places: Sequence[Place], sizes: Sequence[tuple[float, float]]) -> list[dict[str, Any]]:
    """One page each, in order; a page on which nothing is read back has no cards. Sizes of pages are in points."""
    before: Counter[str] = Counter()
    return [_page([place for place in places if place.page == page], size, before) for page, size in enumerate(sizes)]


def _page(places: Sequence[Place], size: tuple[float, float], before: Counter[str]) -> dict[str, Any]:
    """`before`: how many pages with corner marks each sheet has had; those of this page are added."""
    whole = [place for place in places if not (place.kind == "code" and place.group not in ("", place.sheet))]
    sheets = dict.fromkeys(place.sheet for place in whole if place.kind == "code")
    before.update({place.sheet for place in places if place.kind == "mark"})
    cards = [_card(on_page(sheet, max(1, before[sheet])), [place for place in whole if place.sheet == sheet], size)
             for sheet in sheets]
    cards = cards or list(_slips(places, size))
    return {"schema": SCHEMA, "page_mm": [_mm(side) for side in size], "origin": "top-left", "relative": True, "cards": cards}


def _slips(places: Sequence[Place], size: tuple[float, float]) -> Iterator[dict[str, Any]]:
    """Cards to cut out, one below the other: each reaches from a little above its code to a little above the next."""
    codes = sorted((place for place in places if place.kind == "code"), key=_top, reverse=True)
    tops = [_top(code) + CUT for code in codes]
    for code, top, below in zip(codes, tops, [*tops[1:], 0.0][:len(tops)], strict=True):
        own = [replace(place, rect=(place.rect[0], place.rect[1] - below, *place.rect[2:])) for place in places
               if place is code or (place.kind != "code" and below < _top(place) <= top)]
        card = _card(code.group, own, (size[0], top - below))
        yield {**card, "rect": [0.0, _mm(size[1] - top), _mm(size[0]), _mm(top - below)]}


def _top(place: Place) -> float:
    return place.rect[1] + place.rect[3]


def _card(sheet: str, places: Sequence[Place], size: tuple[float, float]) -> dict[str, Any]:
    groups: dict[str, list[Place]] = {}
    for place in places:
        if place.kind == "box":
            groups.setdefault(place.group, []).append(place)
    boxes = [{"id": f"q{number}.{n}", "group": f"q{number}", "question": question, "mode": "multi" if place.several else "single",
              "value": place.value, "rect": _rect(place, size)}
             for number, (question, found) in enumerate(groups.items(), 1) for n, place in enumerate(found, 1)]
    text = [{"id": f"t{n}", "question": place.group, "rect": _rect(place, size)}
            for n, place in enumerate((place for place in places if place.kind == "text"), 1)]
    marks = [{"role": _role(place, sheet), "rect": _rect(place, size)} for place in places if place.kind in ("code", "mark")]
    words = [{"rect": _rect(place, size)} for place in places if place.kind == "words" and _near_a_box(place, places)]
    return {"id": sheet, "rect": [0.0, 0.0, *(_mm(side) for side in size)], "boxes": boxes, "text": text, "codes": marks,
            "print": words}


def _role(place: Place, sheet: str) -> str:
    if place.kind == "mark":
        return "corner"
    return "second" if place.group == sheet else "main"


def _near_a_box(words: Place, places: Sequence[Place]) -> bool:
    left, bottom, wide, high = words.rect
    for box in (place for place in places if place.kind == "box"):
        x, y, side, _ = box.rect
        about = NEAR * side
        if left < x + side + about and left + wide > x - about and bottom < y + side + about and bottom + high > y - about:
            return True
    return False


def _rect(place: Place, size: tuple[float, float]) -> list[float]:
    left, bottom, width, height = place.rect
    return [_mm(left), _mm(size[1] - bottom - height), _mm(width), _mm(height)]


def _mm(points: float) -> float:
    return round(points / MM, 2)
