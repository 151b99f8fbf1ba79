"""The glossary: words and what they mean in plain words, and room to write down new ones."""

from kit.model.onpaper import EXPLAIN, MEANING, PLEASE, WORD
from kit.model.sheetcode import GLOSSARY_SLIPS
from printables.products.saying import of_kind, said, tables
from printables.sheet import CARDS, EVERYONE, SAME, Sheet, Source
from printables.tree import (
    Card,
    CutGrid,
    Definition,
    Definitions,
    Document,
    Heading,
    Node,
    Table,
    Ticks,
    WritingSpace,
    paragraph,
    words,
)

BLANK_ROWS = 6
SLIP_LINES = 2


def sheets(source: Source) -> tuple[Sheet, ...]:
    """One glossary: the terms of the programme, and what the room has explained, which wins."""
    explained = [(said(r, "term"), said(r, "meaning")) for r in of_kind(source.records, "term")]
    terms = {term.casefold(): (term, meaning) for term, meaning in (*source.terms, *explained) if term and meaning}
    known = [terms[key] for key in sorted(terms)]
    say = source.wording.say
    children: list[Node] = [
        paragraph(say("Does a word here need plain words? Ask, or write it down. Somebody else may wonder too."),
                  picture="question")]
    if known:
        children += [Heading(2, say("Words and what they mean")),
                     Definitions(tuple(Definition(term, words(meaning)) for term, meaning in known))]
    children += [Heading(2, say("New words")), Table((say("Word"), say("What it means in plain words")), (), BLANK_ROWS)]
    code = source.sheet_code("glossary", say("This code says which sheet this is."))
    title = say("Words we use")
    note = "Lay out one on each table."
    if any(step.kind == "draw" for activity in source.script.activities for step in activity.steps):
        note += " Hand it out after the drawing, so that nobody draws from a definition."
    document = Document(title, tuple(children), code, source.language)
    return (Sheet("glossary", title, EVERYONE, (document,), note, share=SAME, copies=tables(source)),)


def slips(source: Source) -> tuple[Sheet, ...]:
    """Slips to cut: a word that somebody did not know, and what it means. Nobody has to ask aloud."""
    asked = (WritingSpace(1, WORD), WritingSpace(SLIP_LINES, MEANING), Ticks("", (EXPLAIN,), known_as=(PLEASE, EXPLAIN)))
    does = "This code says which slip this is, not whose it is."
    cards = tuple(Card(source.sheet_code("glossary", does, GLOSSARY_SLIPS, copy), asked)
                  for copy in source.copies("glossary", GLOSSARY_SLIPS))
    document = Document("Slips for hard words", (CutGrid(cards),), language=source.language, headed=False)
    return (Sheet("glossary-slip", "Slips for hard words", EVERYONE, (document,), "Print on one side and cut along the dashed "
                  "lines. Lay out a few on each table.", share=CARDS),) if cards else ()
