"""People from a table: CSV or XLSX, headers in any order. Each becomes a record that only the facilitator sees.

A formula is a text here, never a sum. A row that cannot be read is told with its number, and hides no other.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from kit.desk.person_parts import LONGEST, PARTS, part_called
from kit.desk.wishes import CALLED, profile_called
from kit.desk.world import World
from kit.model import Origin, Record, Visible
from kit.model.gate import SMALL, counts_out_loud
from kit.model.member import member_of
from kit.model.text import clean_line, listed
from kit.store import NoSuchThing, Programme, Store, StoreProblem
from kit.store.keeping import open_for_reading

MOST_BYTES = 5_000_000
MOST_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in, and a sentence for all that was not."""

    people: tuple[Record, ...]
    troubles: tuple[str, ...]


def take_in(programme: Programme, file: Path, world: World) -> Taken:
    """Keep the people of a table. Somebody of the same name takes the place of the one before. Raises StoreProblem.

    What the table has no column for stays as it was.
    """
    rows, troubles = read_people(file)
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        there = {record.content["name"].casefold(): record for record in store.records() if record.kind == "person"}
        now = world.clock().astimezone(UTC).isoformat(timespec="seconds")
        people = [_person(world.draw(14).lower(), now, programme, row, there.get(row["name"].casefold())) for row in rows]
        for person in people:
            store.keep_record(person)
        return Taken(tuple(people), (*troubles, *unknown(rows, {*there, *(row["name"].casefold() for row in rows)})))
    finally:
        store.close()


def _person(name: str, now: str, programme: Programme, row: Mapping[str, str], before: Record | None) -> Record:
    whole = {**{part.name: "" for part in PARTS}, **(before.content if before and not before.withdrawn else {}), **row}
    return Record(name, "person", now, Origin(programme=programme.id), whole, Visible.ME, replaces=before.id if before else "")


def roles(programme: Programme) -> dict[str, int | None]:
    """How many people there are of each role, most first; None for a group so small that it is not counted out loud."""
    people = (r for r in open_for_reading(programme).records() if r.kind == "person" and not r.withdrawn)
    counts = Counter(role for person in people for role in dict.fromkeys(member_of(person.content).roles))
    return counts_out_loud(dict(counts.most_common()))


def roles_said(counts: Mapping[str, int | None]) -> str:
    """The same as a sentence; empty where nobody has a role."""
    parts = [f"{role} {f'fewer than {SMALL}' if count is None else count}" for role, count in counts.items()]
    return f"People by role: {listed(parts)}." if parts else ""


def read_people(file: Path) -> tuple[list[dict[str, str]], list[str]]:
    """The people of a table, and a sentence for each row or column that was passed over. Raises StoreProblem."""
    rows = iter(_rows(file))
    header = next(rows, [])
    columns = {place: part for place, title in enumerate(header) if (part := _part(title))}
    if "name" not in columns.values():
        raise StoreProblem(f"{file.name} has no column called Name. Its first row says: {', '.join(header)[:200] or 'nothing'}.")
    troubles = [f"The column {title!r} was passed over." for place, title in enumerate(header) if title and place not in columns]
    people: list[dict[str, str]] = []
    for number, cells in enumerate(rows, 2):
        person = {part: cells[place] for place, part in columns.items() if place < len(cells)}
        if why := _why_not(person, cells, people):
            troubles.append(f"{file.name}, row {number}: {why} It was left out.")
        elif any(cells):
            people.append({part: person.get(part, "") for part in columns.values()})
            troubles += _print_wish(people[-1], f"{file.name}, row {number}")
    return people, troubles


def _why_not(person: dict[str, str], cells: list[str], people: list[dict[str, str]]) -> str:
    if not any(cells):
        return ""
    if not person.get("name"):
        return "it has no name."
    if any(len(cell) > LONGEST for cell in cells):
        return f"a cell has more than {LONGEST} characters."
    if person["name"].casefold() in (other["name"].casefold() for other in people):
        return "that name is there already. Add a letter, so that people can tell them apart."
    return ""


def _print_wish(person: dict[str, str], where: str) -> list[str]:
    """Put the profile's name into the person's row. A wish the kit cannot print stays with their access needs, and is told."""
    asked = person.get("print", "")
    profile = profile_called(asked)
    if "print" in person:
        person["print"] = profile or ""
    if profile is not None:
        return []
    person["needs"] = ". ".join(filter(None, (person.get("needs", "").rstrip("."), f"Print: {asked}")))
    return [f"{where}: the kit has no print called {asked!r}. It has: {', '.join(CALLED)}. It is kept with their access needs."]


def unknown(rows: Iterable[Mapping[str, str]], names: set[str]) -> Iterator[str]:
    """A sentence for each wish about somebody whom the programme does not know: a name spelt another way keeps nobody apart."""
    for who in map(member_of, rows):
        for title, wish in (("Keep with", who.together), ("Keep apart", who.apart)):
            for other in wish:
                if other.casefold() not in names:
                    yield (f"{title}, {who.name}: nobody here is called {other!r}. "
                           "Check how it is spelt: the seats cannot keep this wish.")


def _part(title: str) -> str:
    try:
        return part_called(title).name
    except NoSuchThing:
        return ""


def _rows(file: Path) -> Iterator[list[str]]:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise StoreProblem(f"{file.name} is larger than {MOST_BYTES // 1_000_000} MB. A list of people is a few pages.")
        data = file.read_bytes()
    except OSError as error:
        raise StoreProblem(f"{file.name} cannot be read: {(error.strerror or 'the disk refused it').lower()}.") from None
    rows = _from_xlsx(data, file.name) if data[:2] == b"PK" else _from_csv(data, file.name)
    for number, row in enumerate(rows, 1):
        if number > MOST_ROWS:
            raise StoreProblem(f"{file.name} has more than {MOST_ROWS:,} rows. Nothing was taken in.")
        yield [clean_line(str(cell)) for cell in row]


def _from_csv(data: bytes, name: str) -> Iterable[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if "\0" in text:
        raise StoreProblem(f"{name} is no table that we can read. Save it as CSV (UTF-8) or XLSX.")
    first = text.split("\n", 1)[0]
    between = max(",;\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=between))
    except csv.Error:
        raise StoreProblem(f"{name} is no table that we can read. Save it as CSV (UTF-8) or XLSX.") from None


def _from_xlsx(data: bytes, name: str) -> Iterable[list[str]]:
    from kit.store.archive import fits

    fits(data, name)
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        sheet = book.worksheets[0]
        return [["" if cell is None else str(cell) for cell in row]
                for row in sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=50, values_only=True)]
    except Exception:  # openpyxl raises whatever it meets in a broken file
        raise StoreProblem(f"{name} is no table that we can read. Save it as CSV (UTF-8) or XLSX.") from None
