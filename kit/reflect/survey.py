"""Records as a survey that QualCoder takes in: a header, a first column with an id that comes once, then facts and free text."""

from collections.abc import Iterable

from kit.model import Record
from kit.model import text_of as record_text

COLUMNS = ("case", "kind", "when", "workshop", "activity", "question", "text")
"""QualCoder asks for each column whether it is a fact or free text: only the last is text."""


def survey_rows(records: Iterable[Record]) -> list[tuple[str, ...]]:
    """A row for each record that holds words: captions, feedback, thoughts, accounts, other views, decisions."""
    rows: list[tuple[str, ...]] = [COLUMNS]
    for record in records:
        words = text_of(record)
        if words.strip():
            about = str(record.content.get("question") or record.content.get("label") or record.content.get("prompt") or "")
            rows.append((record.id, record.kind, record.when, record.origin.workshop, record.origin.activity, about, words))
    return rows


def text_of(record: Record) -> str:
    """The words of a record that somebody could code; empty where it holds none."""
    content = record.content
    if record.kind in ("name", "attendance", "seating", "groups"):
        return ""
    if record.kind == "term":
        return f"{content.get('term', '')}: {content.get('meaning', '')}"
    if record.kind == "decision":
        return "\n".join(str(content[part]) for part in ("decided", "reasons") if content.get(part))
    return record_text(record)
