"""For the wall, after the day: what was counted, what was decided and who saw it another way, who promised what."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kit.model import Record
from kit.model.promise import OPEN
from kit.model.register import NO_DISSENT, ROLES, Entry, entries, spread_of_roles
from kit.model.results import dissent_of, ranking_lines, rating_lines, vote_lines
from kit.model.sheetcode import SERIES
from printables.products.saying import of_kind, said
from printables.products.simple import one
from printables.sheet import Sheet, Source
from printables.tree import Bars, Heading, List, Node, Table, labelled, paragraph, words

FORM = "what-we-made"
_REGISTER, _PROMISES, _RESULTS = 1, 2, 3
"""Series of these sheets, which have the form letter of what the room made."""
ROWS = 6
"""Empty rows to fill in by hand."""
MOST_BARS = 15
"""A chart of more bars than this is left to its table."""


def register(source: Source) -> tuple[Sheet, ...]:
    """Every decision of the programme with its dissent, how roles were spread, and what was learned."""
    found = entries(_allowed(source.programme_records))
    nodes: list[Node] = [node for entry in found for node in decision(entry)]
    nodes += [*roles(found), *_lessons(source.programme_records)]
    if not nodes:
        return ()
    opening = paragraph("This is what we decided, and how. Every other view stays beside it.", picture="agree")
    return one(source, "decision-register", "Our decisions", (opening, *nodes), "Hang it up, or give one to each person.",
               form=FORM, series=_REGISTER)


def promises(source: Source) -> tuple[Sheet, ...]:
    """Who will do what by when, and what came of it; with room for more."""
    kept = of_kind(source.programme_records, "promise")
    if not kept and not source.asked:
        return ()
    rows = tuple((words(said(r)), words(said(r, "by")), words(_at(r)), words(said(r, "told"))) for r in kept)
    nodes: list[Node] = [
        paragraph("Only people who offered are on this list. Not all can be done, and that is fine.", picture="tick"),
        Table(("Who will do what", "By when", "What it is at", "Told to"), rows, 0 if rows else ROWS)]
    return one(source, "promise-list", "What we said we would do", nodes, "Hang it up. Bring it to the next workshop.",
               form=FORM, series=_PROMISES)


def results(source: Source) -> tuple[Sheet, ...]:
    """What was counted in the workshop: votes, ratings with their spread in each round, orders; all with other views."""
    nodes: list[Node] = []
    for record in of_kind(source.records, "vote"):
        nodes += [Heading(2, said(record, "question") or "A vote"), *_listed(vote_lines(record.content)),
                  *_views(record, source.records)]
    for record in of_kind(source.records, "ranking"):
        nodes += [Heading(2, said(record, "question") or "An order"), *_listed(ranking_lines(record.content)),
                  *_views(record, source.records)]
    nodes += _ratings(of_kind(source.records, "rating"), source.records)
    if not nodes:
        return ()
    opening = paragraph("These are the counts. Nothing here has won.", picture="look")
    return one(source, "results", "What we counted", (opening, *nodes), "Hang it up, or give one to each person.",
               form=FORM, series=_RESULTS)


def spread(content: Mapping[str, Any]) -> list[Node]:
    """How one statement was rated in one round, as a chart and as a table of the same numbers."""
    counts = [(score, int(count)) for score, count in content["counts"].items()]
    alt = f"Bars for each score: {', '.join(f'{score}: {count}' for score, count in counts)}."
    beside = (("Can't say", content["cant_say"]), ("Left empty", content["blank"]))
    rows = tuple((words(score), words(str(count))) for score, count in (*counts, *beside))
    return [Bars(tuple(counts), alt), Table(("Score", "How many"), rows)]


def _ratings(ratings: Sequence[Record], records: Sequence[Record]) -> list[Node]:
    nodes: list[Node] = []
    for number, record in enumerate(ratings):
        content = record.content
        nodes += [Heading(2, f"{content['label']}: {content['statement']}"),
                  paragraph(f"Round {content['round']} of {content['rounds']}. The rule: {content['rule']}."),
                  *_listed(rating_lines(content)), *spread(content)]
        if number == len(ratings) - 1:
            nodes += _views(record, records)
    return nodes


def decision(entry: Entry) -> list[Node]:
    """One decision whole, with every other view."""
    state = "Made somewhere else, and brought back to us." if entry.elsewhere else "Still open." if entry.open else ""
    facts = [(label, ("\n".join(lines),)) for label, lines in entry.facts]
    roles = [f"{did}: {text}" for did, text in entry.roles.items()]
    return [Heading(2, entry.question), *([paragraph(state)] if state else []),
            *labelled(*facts, ("Who had a part", roles), ("Another view", entry.dissent or (NO_DISSENT,)))]


def roles(register: Iterable[Entry]) -> list[Node]:
    """How parts in decisions were spread over roles: charts by letter, and a table with the words for each letter."""
    spread_ = spread_of_roles(register)
    if not spread_:
        return []
    marked = dict(zip(spread_, SERIES, strict=False))
    nodes: list[Node] = [Heading(2, "Who had a part in our decisions"),
                         paragraph("It counts decisions in which a role had a part. It ranks nobody.")]
    for did, word in ROLES if len(marked) <= MOST_BARS else ():
        bars = tuple((mark, spread_[role][did]) for role, mark in marked.items())
        if not any(number for _, number in bars):
            continue
        alt = f"Bars for who {word}: {', '.join(f'{role}: {spread_[role][did]}' for role in marked)}."
        nodes += [Heading(3, f"Who {word}"), Bars(bars, alt)]
    rows = tuple((words(f"{marked.get(role, '')}: {role}"), *(words(str(counts[did])) for did, _ in ROLES))
                 for role, counts in spread_.items())
    return [*nodes, Table(("Role", *(word.capitalize() for _, word in ROLES)), rows)]


def _lessons(records: Sequence[Record]) -> list[Node]:
    lessons = of_kind(records, "lesson")
    rows = tuple((words(said(r)), words(said(r, "changed") or "Nothing yet")) for r in lessons)
    return [Heading(2, "What went wrong, what we changed"), Table(("What went wrong", "What we changed"), rows)] if rows else []


def _views(record: Record, records: Sequence[Record]) -> list[Node]:
    return labelled(("Another view", dissent_of(record, _allowed(records)) or (NO_DISSENT,)))


def _allowed(records: Sequence[Record]) -> list[Record]:
    """The records that count and that the group may see."""
    kinds = dict.fromkeys(record.kind for record in records)
    return [record for kind in kinds for record in of_kind(records, kind)]


def _at(record: Record) -> str:
    why = said(record, "why")
    return f"{said(record, 'state') or OPEN}{f': {why}' if why else ''}"


def _listed(lines: Sequence[str]) -> list[Node]:
    return [List(tuple(words(line) for line in lines))]
