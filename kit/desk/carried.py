"""What a programme's workshops have left open, to be asked about in the next one."""

from collections.abc import Iterable, Iterator

from kit.content.vocabulary import CARRIED
from kit.engine.scene import Carried
from kit.model import Record, origins
from kit.model.gate import Way, let_out
from kit.model.promise import LISTED
from kit.model.text import counted
from kit.store import History

ALWAYS = ("agreement", "drawing")
"""Kinds that are asked about every time: an answer settles them for that day alone."""


def carried_to(history: History, session: str = "", today: str = "") -> tuple[Carried, ...]:
    """Everything open from other workshops than this session, that may be told to the room, kind by kind.

    `today` is an ISO date; empty where nothing is past its day.
    """
    standing = let_out(history.records(), Way.ROOM, today)
    first = origins({record.id: record for record in history.every_record()})
    settled = {(r.content["what"], first.get(id, id)) for r in history.records() if r.kind == "carried"
               and r.content["what"] not in ALWAYS and r.content["came"] != "on" for id in r.content["of"]}
    found = _items(record for record in standing if not session or record.origin.workshop != session)
    open_still = [item for item in found if not {(item.what, first.get(id, id)) for id in item.of} & settled]
    return tuple(sorted(open_still, key=lambda item: CARRIED.index(item.what)))


def _items(records: Iterable[Record]) -> Iterator[Carried]:
    records = tuple(records)
    promised = [str(record.content["text"]) for record in records if record.kind == "promise"]
    agreement, drawings = "", []
    agreed: Record | None = None
    for record in records:
        if record.kind == "agreement":
            agreed = record
        elif record.kind == "drawing":
            drawings += [record] if record.content["shown"] else []
        else:
            yield from left_open_by(record, promised)
    if agreed and (agreement := LISTED.join(agreed.content["lines"])):
        yield Carried("agreement", (agreed.id,), agreement)
    if drawings:
        yield Carried("drawing", tuple(record.id for record in drawings), counted(len(drawings), "drawing"))


def left_open_by(record: Record, promised: Iterable[str]) -> Iterator[Carried]:
    """What one record leaves open. A decision can leave two things: something to do, and a day to look at it again.

    Who acts is not told again where each of them promised it.
    """
    content, ids = record.content, (record.id,)
    if record.kind == "decision":
        said = {name: str(content.get(name) or "") for name in ("question", "decided", "review", "who_acts")}
        if said["who_acts"] and not content.get("open") and not any(text and text in said["who_acts"] for text in promised):
            yield Carried("promise", ids, f"{said['who_acts']} ({said['question']})")
        if content.get("open") or said["review"]:
            again = f" To be looked at again: {said['review']}." if said["review"] else ""
            decided = f" Decided: {said['decided'].rstrip('.')}." if said["decided"] else ""
            yield Carried("decision", ids, f"{said['question']}{decided}{again}")
    elif record.kind == "feedback-words":
        if "change" in content["question"].casefold():
            yield Carried("change", ids, content["text"])
    elif record.kind in CARRIED and content.get("text") and content.get("state", "open") == "open":
        yield Carried(record.kind, ids, content["text"])
