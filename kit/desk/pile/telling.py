"""What a reading brought, for programs: file by file, each answer or doubt with its reason, and where its crop is."""

from typing import Any

from kit.desk.pile.cards import Answer, Card, Corners, Missed, Writing
from kit.desk.pile.filing import Filed

Image = dict[str, list[dict[str, Any]]]


def by_image(filed: Filed) -> dict[str, Image]:
    """Under each file's name: its cards, and what was not read or not counted.

    A crop is a picture of the programme, by its name in the folder `att`, and four corners in that picture's pixels.
    """
    found: dict[str, Image] = {}
    for card in filed.cards:
        _image(found, card.file)["cards"].append(_card(card))
    for missed in filed.missed:
        _image(found, missed.file)["unread"].append(_missed(missed))
    return found


def _image(found: dict[str, Image], file: str) -> Image:
    return found.setdefault(file, {"cards": [], "unread": []})


def _card(card: Card) -> dict[str, Any]:
    return {"id": card.code, "form": card.form, "page": card.page, "place": card.place, "seconds": card.seconds,
            "picture": card.picture,
            "answers": {one.question: _answer(card, one) for one in card.answers},
            "writing": {one.question: _writing(card, one) for one in card.writing}}


def _answer(card: Card, answer: Answer) -> dict[str, Any]:
    return {"value": answer.value, "doubt": bool(answer.doubt), "why": answer.doubt, "crop": _crop(card, answer.polygon)}


def _writing(card: Card, writing: Writing) -> dict[str, Any]:
    return {"to_type": writing.open, "text": writing.text, "crop": _crop(card, writing.polygon)}


def _crop(card: Card, polygon: Corners) -> dict[str, Any]:
    return {"picture": card.picture, "polygon": polygon}


def _missed(missed: Missed) -> dict[str, Any]:
    return {"why": missed.why, "page": missed.page, "id": missed.code, "picture": missed.picture}
