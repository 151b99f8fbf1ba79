"""The history of a text: every edit as the lines that went and the lines that came. Undo and redo are exact, and have no limit.

An edit knows nothing of plans. So what a person changed by hand, with any editor, is undone just as well.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a text: from line `at` on, `old` lines became `new` ones. Lines keep their ends."""

    did: str
    """What was done, in a few words."""
    at: int
    old: tuple[str, ...]
    new: tuple[str, ...]


def edit_between(before: str, after: str, did: str) -> Edit:
    """The edit that makes one text another, as short as it can be told in one piece."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return Edit(did, start, tuple(old[start:len(old) - end]), tuple(new[start:len(new) - end]))


def applied(text: str, edit: Edit) -> str:
    """A text after an edit. Raises ValueError where the edit is of another text."""
    return _swapped(text, edit.at, edit.old, edit.new)


def taken_back(text: str, edit: Edit) -> str:
    """A text before an edit. Raises ValueError where the edit is of another text."""
    return _swapped(text, edit.at, edit.new, edit.old)


def _swapped(text: str, at: int, old: tuple[str, ...], new: tuple[str, ...]) -> str:
    lines = text.splitlines(keepends=True)
    if tuple(lines[at:at + len(old)]) != old:
        raise ValueError("the edit is of another text")
    return "".join([*lines[:at], *new, *lines[at + len(old):]])


@dataclass(frozen=True, slots=True)
class History:
    """A text with its edits. Those up to `place` are in it; the rest were undone and can be done again."""

    text: str
    edits: tuple[Edit, ...] = ()
    place: int = 0

    def after(self, text: str, did: str) -> "History":
        """With one more edit. What was undone before it is gone for good."""
        edits = (*self.edits[:self.place], edit_between(self.text, text, did))
        return History(text, edits, len(edits))

    @property
    def to_undo(self) -> str:
        """What undo would take back, in words; empty where there is nothing."""
        return self.edits[self.place - 1].did if self.place else ""

    @property
    def to_redo(self) -> str:
        """What redo would do again; empty where there is nothing."""
        return self.edits[self.place].did if self.place < len(self.edits) else ""

    def undone(self) -> "History":
        """With the last edit taken back; the same where there is none."""
        if not self.place:
            return self
        return replace(self, text=taken_back(self.text, self.edits[self.place - 1]), place=self.place - 1)

    def redone(self) -> "History":
        """With the next edit done again; the same where there is none."""
        if self.place == len(self.edits):
            return self
        return replace(self, text=applied(self.text, self.edits[self.place]), place=self.place + 1)


def row_of(kind: str, history: History) -> dict[str, Any]:
    """What is kept of the last thing that happened: "edited" with its lines, "undone", "redone", or "begun" with the text."""
    if kind == "begun":
        return {"kind": kind, "text": history.text}
    if kind != "edited":
        return {"kind": kind}
    edit = history.edits[-1]
    return {"kind": kind, "did": edit.did, "at": edit.at, "old": list(edit.old), "new": list(edit.new)}


def history_of(rows: Iterable[Mapping[str, Any]]) -> History | None:
    """The history that rows tell; None where none was begun. Raises ValueError or KeyError where they make no sense."""
    history: History | None = None
    for row in rows:
        if row["kind"] == "begun" or history is None:
            history = History(str(row["text"]))
        elif row["kind"] == "edited":
            edit = Edit(str(row["did"]), int(row["at"]), tuple(row["old"]), tuple(row["new"]))
            history = History(applied(history.text, edit), (*history.edits[:history.place], edit), history.place + 1)
        else:
            history = history.undone() if row["kind"] == "undone" else history.redone()
    return history
