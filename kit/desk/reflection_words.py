"""What reflection finds, in plain sentences: one list of views, for the app, plain mode and the command alike."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kit.desk.outputs import HEADINGS, said
from kit.model import Record
from kit.model.text import clean_line, counted, listed
from kit.reflect import Holdings
from kit.reflect.agreement import agreement
from kit.reflect.coding import Coded, codes, codings
from kit.reflect.feedback import Came, free_words, tallies, what_came
from kit.reflect.holdings import Meeting
from kit.reflect.looking import Stop, by_site, gallery, questions, then_and_now, timeline
from kit.reflect.matrix import Row, matrix
from kit.reflect.themes import Theme, themes

Lines = list[str]

_LONGEST = 200
"""Characters of one text in a list. The whole stands where one text is looked at."""
_MOST = 200
"""Rows of one list. More words find fewer."""


@dataclass(frozen=True, slots=True)
class View:
    """One way of looking at what a programme holds."""

    name: str
    title: str
    lines: Callable[[Holdings, str], Lines]
    """The lines for what somebody typed: words to search for, or ids of frameworks."""
    typed: str = ""
    """What can be typed, in words; empty for nothing."""
    asks_first: bool = False
    """Whether words are asked for before anything is listed."""


def called(record: Record) -> str:
    """A text in a few words: its letter and role, or what kind it is."""
    content = record.content
    if content.get("letter"):
        role = f" ({content['role']})" if content.get("role") else ""
        return f"{content['letter']}{role}, {content.get('title', '')}" if content.get("title") else f"{content['letter']}{role}"
    label = f" {content['label']}" if content.get("label") else ""
    return f"{HEADINGS.get(record.kind, record.kind.capitalize())}{label}"


def shortened(text: str) -> str:
    """A text on one line, with its end left out where it is long."""
    text = clean_line(text)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def where(held: Holdings, record: Record) -> str:
    """Where and when a record was made."""
    return f"{record.when[:10]}, {meeting_called(held.meeting(record))}"


def meeting_called(meeting: Meeting | None) -> str:
    """A workshop by its number, its title and its site."""
    if meeting is None:
        return "outside a workshop"
    return f"workshop {meeting.number}, {meeting.title}{f', {meeting.site}' if meeting.site else ''}"


def about(held: Holdings, record: Record) -> Lines:
    """One record whole: where it came from, its earlier forms, and what came of it."""
    *before, now = held.forms(record)
    lines = [f"{HEADINGS.get(record.kind, record.kind.capitalize())}, {where(held, record)}.", said(now)]
    lines += [f"Earlier, {form.when[:10]}: {shortened(said(form))}" for form in before]
    lines += [f"It came from: {shortened(said(one))}" for one in held.came_from(record)]
    lines += [f"What came of it: {HEADINGS.get(one.kind, one.kind)}: {shortened(said(one))}" for one in held.came_of(record)]
    return lines


def search_lines(held: Holdings, typed: str, *, ids: bool = False) -> Lines:
    """What was found, a line each; one alone is told whole. Ids only for a command: a screen reader would read them out."""
    found = held.index.search(typed)
    if len(found) == 1:
        return about(held, found[0]) + ([f"Id: {found[0].id}"] if ids else [])
    rows = [f"{HEADINGS.get(record.kind, record.kind)}: {shortened(said(record))}" + (f" Id: {record.id}" if ids else "")
            for record in found[:_MOST]]
    more = [f"There are {len(found) - _MOST:,} more. Type more words."] if len(found) > _MOST else []
    return [f"{counted(len(found), 'record')} found.", *rows, *more]


def _timeline(held: Holdings, typed: str) -> Lines:
    return [line for stop in timeline(held) for line in _stop(stop)]


def _stop(stop: Stop) -> Lines:
    kinds = listed([f"{HEADINGS.get(kind, kind)} {count}" for kind, count in stop.kinds.items()])
    return [f"{stop.when[:10]}, {meeting_called(stop.meeting)}: {counted(len(stop.records), 'record')}.", f"- {kinds}."]


def _gallery(held: Holdings, typed: str) -> Lines:
    lines = []
    for picture in gallery(held):
        marks = "" if picture.marks is None else f" {counted(picture.marks, 'resonance mark')}."
        words = picture.drawing.content["text"] or "no words from its maker"
        lines.append(f"{picture.drawing.content['label']}. {picture.drawing.content['prompt']} What it shows: {words}.{marks}")
        lines += [f"- Caption: {caption.content['text']}" for caption in picture.captions]
    return lines


def _then_and_now(held: Holdings, typed: str) -> Lines:
    lines = []
    for change in then_and_now(held):
        lines += [f"Then, {form.when[:10]}: {shortened(said(form))}" for form in change.then]
        lines.append(f"Now, {change.now.when[:10]}: {shortened(said(change.now))}")
    return lines


def _questions(held: Holdings, typed: str) -> Lines:
    lines = []
    for asked in questions(held):
        if typed.casefold() in asked.question.casefold():
            lines.append(f"{asked.question} Asked {counted(len(asked.times), 'time')}.")
            lines += [f"- {time.when[:10]}: {shortened(said(record))}" for time in asked.times for record in time.records]
    return lines


def coded_line(one: Coded) -> str:
    """One coding in a sentence, with its passage."""
    passage = f" “{shortened(one.passage.quote)}”" if one.passage else ""
    lost = f" The passage “{shortened(one.lost)}” is not in the text any more." if one.lost else ""
    by = {"self": "by its author", "other": "by somebody else", "together": "together"}.get(one.by, one.by)
    coder = f" ({one.coder})" if one.coder else ""
    note = f" {shortened(one.note)}" if one.note else ""
    return f"{called(one.text)}: {one.code.name}, {one.level}, read {by}{coder}.{passage}{lost}{note}"


def _coding(held: Holdings, typed: str) -> Lines:
    wanted = typed.casefold()
    return [line for one in codings(held) if wanted in (line := coded_line(one)).casefold()]


def _matrix(held: Holdings, typed: str) -> Lines:
    table = matrix(held, typed.split())
    if not table.texts:
        return []
    signs = {"evident": "E", "partly": "P", "not yet": "N", "worked against": "W", "not applicable": "x", "": "."}
    letters = [str(text.content.get("letter") or number) for number, text in enumerate(table.texts, 1)]
    rows = list(zip(letters, table.texts, strict=True))
    lines = ["Texts: " + "; ".join(f"{letter}: {shortened(called(text))}" for letter, text in rows),
             "E evident, P partly, N not yet, W worked against, x not applicable, a dot: not ticked."]
    for row in table.rows:
        cells = " ".join(f"{letter}{signs[table.level(text, row.code)]}" for letter, text in rows)
        lines.append(f"{row.code.name}: {cells}. {_share(row)}")
    return lines


def _share(row: Row) -> str:
    return f"In {row.shown} of {row.read}."


def _thin(held: Holdings, typed: str) -> Lines:
    table = matrix(held, typed.split())
    if not table.texts:
        return []
    lines = [f"Rich: {row.code.name}. {_share(row)}" for row in table.rich]
    lines += [f"Thin: {row.code.name}. {_share(row)}" for row in table.thin]
    lines += [f"No framework caught: {coded_line(one)}" for one in table.uncaught]
    return [*lines, "Thin does not mean bad. It may be what nobody was asked about."]


def _agreement(held: Holdings, typed: str) -> Lines:
    found = agreement(held, typed.split())
    lines = [found.sentence]
    for one in found.differences:
        lines.append(f"{called(one.text)}, {one.code.name}:")
        lines += [f"- {coded_line(reading)}" for reading in one.readings]
    return lines


def _themes(held: Holdings, typed: str) -> Lines:
    found = themes(held)
    lines = [line for depth, theme in found.walk() for line in _theme(depth, theme)]
    lines += [f"Not used: {theme.name}.{f' {theme.why}' if theme.why else ''}{_took_in(theme)}" for theme in found.rejected]
    return [*lines, *(f"Under no theme: {shortened(said(card))}" for card in found.unsorted)]


def _theme(depth: int, theme: Theme) -> Lines:
    state = f"confirmed by {theme.confirmed_by or 'somebody'} on {theme.confirmed[:10]}" if theme.confirmed else theme.status
    cross = ", cuts across the others" if theme.cross else ""
    head = f"{'- ' * depth}{theme.name}: {state}{cross}, {counted(len(theme.cards), 'card')}.{_took_in(theme)}"
    return [head, *(f"{'- ' * (depth + 1)}{shortened(said(card))}" for card in theme.cards)]


def _took_in(theme: Theme) -> str:
    return f" It took in {listed([one.name for one in theme.merged])}." if theme.merged else ""


def _codebook(held: Holdings, typed: str) -> Lines:
    return [f"{f'{code.framework}: ' if code.framework else ''}{code.name}" for code in codes(held, typed.split())]


def _sites(held: Holdings, typed: str) -> Lines:
    return [f"{site or 'No site'}: {listed([f'{HEADINGS.get(kind, kind)} {count}' for kind, count in kinds.items()])}."
            for site, kinds in by_site(held).items()]


def _feedback(held: Holdings, typed: str) -> Lines:
    lines = []
    for question in tallies(held):
        lines.append(question.words)
        for tally in question.tallies:
            where = meeting_called(tally.meeting)
            told = "fewer than five people answered" if tally.counts is None else listed(
                [f"{answer} {tally.counts[answer]}" for answer in question.answers])
            lines.append(f"- {where}: {told}.")
    for asked, records in free_words(held).items():
        lines += [asked or "In people’s own words", *(f"- {shortened(str(one.content['text']))}" for one in records[:_MOST])]
    return [*lines, *(line for came in what_came(held) for line in _came(came))]


def _came(came: Came) -> Lines:
    nothing = not (came.did or came.could_not)
    parts = [f"You said: {shortened(came.said)}", f"We did: {shortened(came.did)}" if came.did else "",
             f"We could not, because: {shortened(came.could_not)}" if came.could_not else "",
             "Not yet." if nothing else "", f"You will see it: {came.next}." if came.next else ""]
    return [" ".join(filter(None, parts))]


_FRAMEWORKS = "ids of frameworks, or nothing for all that were used"

VIEWS = {view.name: view for view in (
    View("timeline", "Time line", _timeline),
    View("search", "Search", search_lines, "words, or kind:caption, letter:A, workshop:2, since:2026-03, code:governance",
         asks_first=True),
    View("gallery", "Gallery of drawings", _gallery),
    View("changes", "What we thought then, and now", _then_and_now),
    View("questions", "The same question over time", _questions, "a part of the question"),
    View("coding", "How texts were read", _coding, "a word of the text, the code or the note"),
    View("matrix", "Texts beside principles", _matrix, _FRAMEWORKS),
    View("thin", "What is rich, what is thin, what no framework caught", _thin, _FRAMEWORKS),
    View("agreement", "Where two people read the same", _agreement, _FRAMEWORKS),
    View("themes", "Themes", _themes),
    View("codebook", "Codebook", _codebook, _FRAMEWORKS),
    View("sites", "Site by site", _sites),
    View("feedback", "Feedback, and what came of it", _feedback),
)}
"""Every view, in the order in which they are offered."""

NOTHING = "There is nothing here yet."


def view_lines(held: Holdings, name: str, typed: str = "") -> tuple[str, ...]:
    """The lines of a view."""
    lines: Iterable[str] = VIEWS[name].lines(held, clean_line(typed))
    return tuple(lines) or (NOTHING,)
