"""The second screen's pages, made from the room's view and from the records that may go to the room; here and nowhere else."""

from collections.abc import Iterable

from kit.engine.notes import PICTURE
from kit.model import Record, RoomView
from kit.model.text import listed
from kit.model.wall import AGREEMENT, NOW, SEATS, Page, Wall

WELCOME = Wall((Page(NOW, "Welcome", "We start soon."),))
"""Before the first workshop has begun."""


def wall_of(view: RoomView, out: Iterable[Record], workshop: str) -> Wall:
    """The pages of a workshop. `out` are the programme's records as the gate lets them out to the room, oldest first."""
    out = tuple(out)
    ours = [record for record in out if record.origin.workshop == workshop]
    pages = [Page(NOW, view.title, view.words, view.lines, view.question)]
    pages += [page for page in (_agreement(out), _seats(ours)) if page]
    return Wall((*pages, *_drawings(ours)))


def _agreement(records: Iterable[Record]) -> Page | None:
    """The programme's last agreement: a group keeps its agreement from one workshop to the next."""
    last = [record for record in records if record.kind == "agreement" and record.content["lines"]][-1:]
    for record in last:
        heading = "Our agreement" if record.content["signed"] else "Our agreement so far"
        return Page(AGREEMENT, heading, lines=tuple(record.content["lines"]))
    return None


def _seats(ours: Iterable[Record]) -> Page | None:
    for record in [record for record in ours if record.kind == "seating"][-1:]:
        tables = enumerate(record.content["tables"], 1)
        return Page(SEATS, "Where to sit", lines=tuple(f"Table {number}: {listed(table)}." for number, table in tables))
    return None


def _drawings(ours: list[Record]) -> Iterable[Page]:
    """A page for each drawing that its maker lets be shown, by its label, with its captions in the order they came."""
    shown = [record for record in ours if record.kind == "drawing" and record.content.get("shown")]
    for drawing in sorted(shown, key=lambda record: _order(str(record.content["label"]))):
        label = str(drawing.content["label"])
        captions = (str(r.content["text"]) for r in ours if r.kind == "caption" and r.content["label"] == label)
        yield Page(label, f"Drawing {label}", str(drawing.content.get("text", "")), tuple(captions),
                   picture=_picture(drawing), alt=str(drawing.content.get("alt", "")))


def _picture(drawing: Record) -> str:
    """The name of its picture, where it is such a name as the kit gives: it becomes part of an address."""
    name = str(drawing.content.get("picture", ""))
    return name if PICTURE.fullmatch(name) else ""


def _order(label: str) -> tuple[str, int]:
    """A3 before A12, and both before B1."""
    return label[:1], int(label[1:]) if label[1:].isdecimal() else 0
