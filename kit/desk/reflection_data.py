"""What reflection finds, as plain data for `--json`: the same views as in words."""

from collections.abc import Callable, Mapping
from typing import Any

from kit.model import Record
from kit.model.data import to_data
from kit.reflect import Holdings
from kit.reflect.agreement import agreement
from kit.reflect.coding import Code, Coded, codes, codings
from kit.reflect.feedback import free_words, tallies, what_came
from kit.reflect.looking import by_site, gallery, questions, then_and_now, timeline
from kit.reflect.matrix import Row, matrix
from kit.reflect.themes import Theme, themes


def view_data(held: Holdings, name: str, typed: str = "") -> Any:
    """A view (`kit.desk.reflection_words.VIEWS`) as JSON values."""
    return _DATA[name](held, typed)


def code_data(code: Code) -> dict[str, str]:
    """A code as JSON values."""
    return {"framework": code.framework, "code": code.id, "name": code.name, "parent": code.parent}


def coded_data(one: Coded) -> dict[str, Any]:
    """A coding as JSON values, with the place of its passage in the text as it is now."""
    return {"id": one.record.id, "text": one.text.id, "letter": one.text.content.get("letter", ""), **code_data(one.code),
            "level": one.level, "note": one.note, "by": one.by, "coder": one.coder,
            "passage": to_data(one.passage) if one.passage else None, "lost": one.lost}


def row_data(row: Row) -> dict[str, Any]:
    """A code's row of the matrix as JSON values."""
    return {**code_data(row.code), "shown": row.shown, "looked": row.looked, "read": row.read, "levels": dict(row.levels)}


def theme_data(theme: Theme) -> dict[str, Any]:
    """A theme with what lies under it, as JSON values."""
    return {"id": theme.record.id, "name": theme.name, "status": theme.status, "cross": theme.cross,
            "confirmed": theme.confirmed, "confirmed_by": theme.confirmed_by, "why": theme.why, "into": theme.into,
            "cards": _ids(theme.cards), "merged": [theme_data(one) for one in theme.merged],
            "children": [theme_data(one) for one in theme.children]}


def _ids(records: tuple[Record, ...]) -> list[str]:
    return [record.id for record in records]


def _matrix(held: Holdings, typed: str) -> dict[str, Any]:
    table = matrix(held, typed.split())
    cells = [{"text": id, **code_data(code), "readings": [coded_data(one) for one in readings]}
             for (id, code), readings in table.cells.items()]
    return {"texts": [{"id": text.id, "letter": text.content.get("letter", "")} for text in table.texts],
            "codes": [row_data(row) for row in table.rows], "cells": cells}


def _thin(held: Holdings, typed: str) -> dict[str, Any]:
    table = matrix(held, typed.split())
    return {"texts": len(table.texts), "rich": [row_data(row) for row in table.rich],
            "thin": [row_data(row) for row in table.thin], "uncaught": [coded_data(one) for one in table.uncaught]}


def _agreement(held: Holdings, typed: str) -> dict[str, Any]:
    found = agreement(held, typed.split())
    return {"pairs": found.pairs, "same": found.same, "alpha": found.alpha, "sentence": found.sentence,
            "differences": [{"text": one.text.id, **code_data(one.code), "readings": [coded_data(r) for r in one.readings]}
                            for one in found.differences]}


def _themes(held: Holdings, typed: str) -> dict[str, Any]:
    found = themes(held)
    return {"themes": [theme_data(theme) for theme in found.tree], "rejected": [theme_data(theme) for theme in found.rejected],
            "unsorted": _ids(found.unsorted)}


_DATA: Mapping[str, Callable[[Holdings, str], Any]] = {
    "timeline": lambda held, typed: [{"when": stop.when, "workshop": stop.meeting, "kinds": stop.kinds,
                                      "records": _ids(stop.records)} for stop in timeline(held)],
    "search": lambda held, typed: held.index.search(typed),
    "gallery": lambda held, typed: gallery(held),
    "changes": lambda held, typed: then_and_now(held),
    "questions": lambda held, typed: [{"question": one.question, "times": one.times} for one in questions(held)
                                      if typed.casefold() in one.question.casefold()],
    "coding": lambda held, typed: [coded_data(one) for one in codings(held)],
    "matrix": _matrix,
    "thin": _thin,
    "agreement": _agreement,
    "themes": _themes,
    "codebook": lambda held, typed: [code_data(code) for code in codes(held, typed.split())],
    "sites": lambda held, typed: by_site(held),
    "feedback": lambda held, typed: {"questions": tallies(held), "words": free_words(held), "changes": what_came(held)},
}
