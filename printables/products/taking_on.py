"""Sheets on which people take something on, and on which two people pair up: boxes to tick, and a name or a sign by hand."""

from kit.model.onpaper import ABOUT, BOTH, BY_WHEN, NAME, OTHER, SAID_YES, TAKES
from printables.products.choosing import lettered, own_sheets
from printables.products.saying import of_kind, said
from printables.products.simple import NOT_WHOSE
from printables.sheet import CARDS, EVERYONE, Sheet, Source
from printables.tree import Card, CutGrid, Document, Ticks, WritingSpace, paragraph


def sign_up_slips(source: Source) -> tuple[Sheet, ...]:
    """A sheet for each person: a box for each topic of the room, who they are, and by when."""
    topics = lettered(said(r) for r in of_kind(source.records, "topic") if said(r))
    nodes = (paragraph("Take on what you like, or nothing. You can change your mind.", picture="write"),
             Ticks(TAKES, topics, several=True), WritingSpace(1, NAME), WritingSpace(1, BY_WHEN))
    documents = [Document("I would like to do this", nodes, source.sheet_code("sign-up", NOT_WHOSE, 0, copy), source.language,
                          read_back=True) for copy in source.copies("sign-up")]
    return own_sheets("sign-up-slip", "I would like to do this", documents,
                      "Give out one each. Keep them safe: they hold names.", "")


def pairing_slips(source: Source) -> tuple[Sheet, ...]:
    """Slips to cut, one for two people. A pair counts only where both say yes."""
    asked = (WritingSpace(1, NAME), WritingSpace(1, OTHER), WritingSpace(1, ABOUT), Ticks(BOTH, (SAID_YES,)))
    does = "This code says which slip this is, not whose it is."
    cards = tuple(Card(source.sheet_code("pairing", does, 0, copy), asked)
                  for copy in source.copies("pairing", 0, -(-source.people // 2)))
    document = Document("Two people, one thing", (CutGrid(cards),), language=source.language, headed=False)
    return (Sheet("pairing-slip", "Two people, one thing", EVERYONE, (document,), "Print on one side and cut along the dashed "
                  "lines. Lay out slips and pens. Keep them safe: they hold names.", share=CARDS),) if cards else ()
