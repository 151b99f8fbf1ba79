"""Pictures of drawings: a photograph's path as a terminal gives it, its file made safe, and the drawing that it is of.

Where a file came from, and what else was in it, is kept nowhere.
"""

import re
import shlex
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from urllib.parse import unquote, urlparse

from kit.desk.begun import session_of
from kit.desk.world import World
from kit.engine import Session
from kit.engine.notes import drawing_of
from kit.model import Record, Refusal
from kit.model.text import LONGEST, clean, clean_line
from kit.store import NoSuchThing, Programme, Store, StoreProblem
from kit.store.keeping import open_for_reading

ALT = "What does it show? In a few words, for who does not see it. You can leave it empty."
"""The question for a picture's words."""

WITH_PICTURES = ("drawing", "poster")
"""Kinds of record that can have a picture."""

ENDINGS = (".jpg", ".jpeg", ".png", ".webp")

_LABELLED = re.compile(r"\s*([A-Za-z]\d{1,3})[\s:]+(.+)", re.DOTALL)

_WINDOWS = re.compile(r"[A-Za-z]:\\|\\\\")
"""Paths in which a backslash stands between folders."""


def path_of(words: str) -> Path | None:
    """The file that was dragged into a terminal, or typed: in quotes, with backslashes, or as a file address. None where none."""
    words = words.strip()
    if words.casefold().startswith("file:"):
        words = unquote(urlparse(words).path)
    elif not _WINDOWS.match(words.strip("\"'")):
        with suppress(ValueError):
            words = " ".join(shlex.split(words))
    words = words.strip("\"'")
    return Path(words).expanduser() if words and words.isprintable() else None


def dropped(words: str) -> tuple[str, str] | None:
    """A drawing's label and a picture's path, where a line is just that, and there is such a file; else None."""
    found = _LABELLED.fullmatch(words)
    path = path_of(found[2]) if found else None
    with suppress(OSError):
        if found and path and path.suffix.casefold() in ENDINGS and path.is_file():
            return found[1].upper(), found[2]
    return None


def safe_picture(words: str) -> tuple[bytes, str]:
    """The pixels of the picture at a path, as we keep them, and the ending of its name. Raises StoreProblem."""
    from kit.paperin.pictures import MOST_BYTES, cleaned

    path = path_of(words)
    try:
        if path is None or not path.is_file():
            raise StoreProblem(f"There is no file {clean_line(words)[:80]!r}. Drag it in here, or type its path.")
        if path.stat().st_size > MOST_BYTES:
            raise StoreProblem(f"This picture has more than {MOST_BYTES // 1_000_000} MB. Make it smaller, then try again.")
        return cleaned(path.read_bytes())
    except (OSError, ValueError) as error:
        raise StoreProblem(f"The picture cannot be read: {getattr(error, 'strerror', '') or 'its path is none'}.") from None


def ready_picture(store: Store, session: Session, label: str, words: str,
                  alt: str) -> tuple[dict[str, str], Record | None]:
    """What a drawing of a session gets, with its picture kept. Raises StoreProblem.

    Also the record that it has to be kept beside: the drawing as it stands, where it was changed beside the session since, such
    as by its maker's choice; else None.
    """
    label = clean_line(label).upper()
    standing = drawing_of(label, (r for r in store.records() if r.origin.workshop == session.id))
    if standing is None:
        raise _no_drawing(label)
    if len(clean(alt)) > LONGEST:
        raise StoreProblem(f"The most that can be kept in one note is {LONGEST:,} characters.")
    data, ending = safe_picture(words)
    content = {"label": label, "picture": store.attachments.keep(data, ending), "alt": clean(alt),
               "thumb": kept_small(store, data)}
    return content, None if any(record.id == standing.id for record in session.records) else standing


def _no_drawing(label: str) -> NoSuchThing:
    return NoSuchThing(f"There is no drawing {label[:20]!r}. It has a number, such as A3, once it was counted as made.")


def keep_beside(store: Store, standing: Record, content: Mapping[str, str], world: World) -> Record:
    """Keep a drawing with its picture in the place of the one that stands. Raises NotSaved."""
    now = world.clock().astimezone(UTC).isoformat(timespec="seconds")
    record = replace(standing, id=world.draw(14).lower(), when=now, replaces=standing.id, content={**standing.content, **content})
    store.keep_record(record)
    return record


def add_picture(programme: Programme, label: str, words: str, alt: str, world: World) -> str:
    """Give a drawing its picture; of several workshops that have one by this label, the last's. Gives its label.

    Raises StoreProblem.
    """
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        wanted = clean_line(label).upper()
        there = [r.origin.workshop for r in store.records() if r.kind == "drawing" and r.content["label"] == wanted]
        if not there:
            raise _no_drawing(wanted)
        session = session_of(store, there[-1], world.clock)
        content, beside = ready_picture(store, session, wanted, words, alt)
        if beside:
            keep_beside(store, beside, content, world)
            return wanted
        outcome = session.note("picture", content)
        if isinstance(outcome, Refusal):
            raise StoreProblem(str(outcome))
        store.keep(session.id, outcome)
        return wanted
    finally:
        store.close()


def pictures_of(records: Iterable[Record]) -> tuple[Record, ...]:
    """The drawings and walls that have a picture, of records that the gate let out."""
    return tuple(record for record in records if record.kind in WITH_PICTURES and record.content.get("picture"))


def called(record: Record) -> str:
    """What a picture is of, in a few words."""
    label = clean_line(str(record.content["label"]))
    return f"Drawing {label}" if record.kind == "drawing" else label


def picture_data(programme: Programme, record: Record, *, small: bool = False) -> bytes:
    """The picture of a drawing or a wall; its small copy where that will do and there is one. Raises StoreProblem."""
    name = (record.content.get("thumb") if small else "") or record.content["picture"]
    return open_for_reading(programme).attachments.read(str(name))


def kept_small(store: Store, picture: bytes) -> str:
    """Keep a small copy of a picture that was made safe, for lists and half blocks. Gives its name. Raises StoreProblem."""
    from kit.paperin.thumbnails import thumbnail

    return store.attachments.keep(thumbnail(picture), ".jpg")


def readable_pictures(programme: Programme, records: Iterable[Record]) -> dict[str, bytes]:
    """The pictures of some drawings that can be read, by their names."""
    found: dict[str, bytes] = {}
    for drawing in pictures_of(records):
        with suppress(StoreProblem):
            found[str(drawing.content["picture"])] = picture_data(programme, drawing)
    return found


def picture_path(programme: Programme, record: Record) -> Path:
    """The file with the picture of a drawing, for a viewer. Raises StoreProblem where it is locked away or damaged."""
    if programme.sealed:
        raise StoreProblem("This programme is locked, so a picture is shown here alone. Opened elsewhere, it would lie open.")
    picture_data(programme, record)
    return programme.folder / "att" / str(record.content["picture"])
