"""Layouts kept with the programme: what was printed is what is read, however old, in a locked programme too.

Copies of a sheet that differ in their codes alone share one row. Boxes and fields are known by the row and their own id, so
that two pages under one code are never mixed.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.desk.world import World
from kit.model.sheetcode import read_code
from kit.store import Programme, Store, StoreProblem, read_rows, write_safely

if TYPE_CHECKING:
    from kit.desk.paper import Printed as PrintedFile
    from kit.paperin.layouts import Layouts

TABLE = "layouts"
"""Rows `{"row": number, "page": a page of omr-boxes/1 whose cards have no ids, "ids": [the ids of its cards, a list a copy]}`."""

NOT_KEPT = ("The programme is open in another window, so where the boxes stand was not kept: these sheets could not be read "
            "when they come back. Close the other window and print them again.")
"""What is said where the layouts of a print could not be kept."""

AGAIN = "These carry codes that were printed before. Throw the old ones away, so that no two people hold the same code."
"""What is said where one person's sheet is printed a second time under its code."""

Keep = Callable[[Sequence[Mapping[str, Any]]], None]
"""Keeps the layouts of some pages in a programme that is open. Raises NotSaved."""

ALIKE = 1.0
"""Millimetres up to which two boxes stand in one place."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question with boxes, on one printed page."""

    words: str
    several: bool
    options: Mapping[str, str]
    """What each box says, by its id."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Everything that was printed and may come back."""

    layouts: "Layouts"
    questions: Mapping[str, Question]
    """By `row/group`."""
    fields: Mapping[str, str]
    """What is asked at each place for handwriting, by `row/id`."""
    unsure: frozenset[str]
    """Texts of squares that were printed twice with other words in the same places, so that nobody can see which it is."""
    pages: Mapping[str, Sequence[str]]
    """The rows of each sheet's code, in the order they were printed."""


def keep_layouts(programme: Programme, pages: Sequence[Mapping[str, Any]], world: World) -> bool:
    """Keep where everything stands on some pages. False where the programme cannot be written to just now."""
    if not any(page["cards"] for page in pages):
        return True
    try:
        store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    except StoreProblem:
        return False
    try:
        put_layouts(store, pages)
    finally:
        store.close()
    return True


def remembered(programme: Programme, files: "tuple[PrintedFile, ...]", world: World,
               keep: Keep | None = None) -> "tuple[PrintedFile, ...]":
    """The same files, their layouts kept; with a warning on each that could not be read back. `keep`: as in `print_pack`."""
    known = {id for row in read_rows(programme.folder, TABLE, programme.keys) for ids in row["ids"] for id in ids}
    files = tuple(replace(one, warning=f"{one.warning} {AGAIN}".strip() if known & set(_own_codes(one)) else one.warning)
                  for one in files)
    pages = [page for one in files for page in one.layout]
    if keep is not None:
        keep(pages)
    elif not keep_layouts(programme, pages, world):
        return tuple(replace(one, warning=f"{one.warning} {NOT_KEPT}".strip() if any(page["cards"] for page in one.layout)
                             else one.warning) for one in files)
    return files


def _own_codes(file: "PrintedFile") -> Iterable[str]:
    """The codes of sheets that are one person's."""
    return (card["id"] for page in file.layout for card in page["cards"]
            if (code := read_code(card["id"])) and code.copy and (card["boxes"] or card["text"]))


def write_layout(printed: "Sequence[PrintedFile]", file: Path) -> None:
    """Write where everything stands that is read back, for each printed page. Raises StoreProblem."""
    pages = [{"file": one.path.name, "page": number, **page} for one in printed for number, page in enumerate(one.layout, 1)]
    try:
        write_safely(file, json.dumps(pages, ensure_ascii=False, indent=1).encode())
    except OSError as error:
        raise StoreProblem(f"The layout cannot be written to {file}: {error.strerror}. Choose another file.") from None


def put_layouts(store: Store, pages: Iterable[Mapping[str, Any]]) -> None:
    """The same in a programme that is open. Raises NotSaved."""
    rows = store.rows(TABLE)
    known = {_shape(row["page"]): row for row in rows}
    changed: dict[int, dict[str, Any]] = {}
    for page in pages:
        if not page["cards"]:
            continue
        ids, bare = [card["id"] for card in page["cards"]], _without_ids(page)
        row = known.setdefault(_shape(bare), {"row": len(known) + 1, "page": bare, "ids": []})
        if ids not in row["ids"]:
            row["ids"].append(ids)
            changed[row["row"]] = row
    if changed:
        with store.database.transaction():
            for row in changed.values():
                store.put_row(TABLE, "row", row)


def printed(store: Store) -> Printed:
    """What may come back. Raises StoreProblem where nothing was printed that is read back."""
    rows = store.rows(TABLE)
    if not rows:
        raise StoreProblem("No sheet of this programme that is read back was printed yet. Print it first: kit print.")
    return printed_of(rows)


def printed_of(rows: Sequence[Mapping[str, Any]]) -> Printed:
    """The same of some rows. Raises StoreProblem where they cannot be used."""
    from kit.paperin.layouts import BadLayout, layouts_from

    pages = [_with_ids(row["page"], ids, row["row"]) for row in rows for ids in row["ids"]]
    try:
        layouts = layouts_from(pages)
    except BadLayout as bad:
        raise StoreProblem(f"What was printed cannot be used: {bad}") from None
    questions: dict[str, Question] = {}
    fields: dict[str, str] = {}
    of: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        questions |= dict(_questions(row))
        fields |= {f"{row['row']}/{field['id']}": str(field.get("question", ""))
                   for card in row["page"]["cards"] for field in card["text"]}
        for ids in row["ids"]:
            for id in ids:
                of.setdefault(id, []).append(row)
    unsure = frozenset(id for id, found in of.items() if len(found) > 1 and _look_alike(found))
    sheets: dict[str, list[str]] = {}
    for id, found in of.items():
        sheets.setdefault(str(read_code(id) or id), []).extend(str(row["row"]) for row in found)
    return Printed(layouts, questions, fields, unsure, sheets)


def printed_before(programme: Programme, workshop: int) -> dict[tuple[str, int], int]:
    """The highest copy that was printed of each form and series for a workshop of this number."""
    highest: dict[tuple[str, int], int] = {}
    for row in read_rows(programme.folder, TABLE, programme.keys):
        for code in map(read_code, (id for ids in row["ids"] for id in ids)):
            if code and code.workshop == workshop:
                highest[code.form, code.series] = max(code.copy, highest.get((code.form, code.series), 0))
    return highest


def codes_alone(page: Mapping[str, Any]) -> dict[str, Any]:
    """A page of which nothing is known any more but how many cards were on it. It can be read by nobody."""
    cards = [{"id": "", "rect": card["rect"], "boxes": [], "text": [], "codes": [], "print": []} for card in page["cards"]]
    shape = hashlib.blake2b(_shape(page).encode(), digest_size=10).hexdigest()
    return {**{name: page[name] for name in ("schema", "page_mm", "origin", "relative") if name in page},
            "cards": cards, "was": shape}


def _without_ids(page: Mapping[str, Any]) -> dict[str, Any]:
    return {**page, "cards": [{**card, "id": ""} for card in page["cards"]]}


def _shape(page: Mapping[str, Any]) -> str:
    return json.dumps(page, sort_keys=True)


def _with_ids(page: Mapping[str, Any], ids: Sequence[str], row: int) -> dict[str, Any]:
    return {**page, "cards": [_with_id(card, id, row) for card, id in zip(page["cards"], ids, strict=True)]}


def _with_id(card: Mapping[str, Any], id: str, row: int) -> dict[str, Any]:
    boxes = [{**box, "id": f"{row}/{box['id']}", "group": f"{row}/{box['group']}"} for box in card["boxes"]]
    return {**card, "id": id, "boxes": boxes, "text": [{**field, "id": f"{row}/{field['id']}"} for field in card["text"]]}


def _questions(row: Mapping[str, Any]) -> Iterable[tuple[str, Question]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for card in row["page"]["cards"]:
        for box in card["boxes"]:
            groups.setdefault(box["group"], []).append(box)
    for group, boxes in groups.items():
        options = {f"{row['row']}/{box['id']}": str(box["value"]) for box in boxes}
        yield f"{row['row']}/{group}", Question(str(boxes[0].get("question", "")), boxes[0]["mode"] == "multi", options)


def _look_alike(rows: Sequence[Mapping[str, Any]]) -> bool:
    """Whether two pages have their boxes in the same places, and ask something else there."""
    boxes = [[box for card in row["page"]["cards"] for box in card["boxes"]] for row in rows]
    return any(_same_places(one, other) for n, one in enumerate(boxes) for other in boxes[n + 1:] if one)


def _same_places(one: Sequence[Mapping[str, Any]], other: Sequence[Mapping[str, Any]]) -> bool:
    return len(one) == len(other) and all(
        abs(a - b) < ALIKE for box, twin in zip(one, other, strict=True) for a, b in zip(box["rect"], twin["rect"], strict=True))
