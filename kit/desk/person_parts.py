"""What can be written down of a person: one table for the form, the commands and the columns of a table. All is optional.

Only the name has to be there, and it is the one they chose.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kit.desk.wishes import CALLED, profile_called
from kit.engine.opening import not_a_name
from kit.model.needs import MEETS, SHARES, met_of, met_text, needs_of
from kit.model.text import clean, clean_line, listed
from kit.store import NoSuchThing, StoreProblem

LONGEST = 500
"""Characters of one part."""

WAYS = ("speak", "write", "draw", "listen")
"""How people like to take part; other words are theirs to choose."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that can be written down."""

    name: str
    label: str
    question: str
    columns: tuple[str, ...]
    """What a column of a table may be called."""
    choices: tuple[str, ...] = ()
    """What it can be, where it is one of a few."""


PARTS = (
    Part("name", "Chosen name", "What do they want to be called?", ("name", "chosen name", "known as", "first name")),
    Part("pronouns", "Pronouns", "Which pronouns, in their own words?", ("pronouns", "pronoun")),
    Part("role", "Roles", "Which roles, in their own words? As many as they like, with commas between. Never a diagnosis.",
         ("role", "roles")),
    Part("part", "Likes to", f"How do they like to take part? Such as: {', '.join(WAYS)}.",
         ("taking part", "how i like to take part", "likes to", "part")),
    Part("needs", "Access needs", "What do they need, to take part? With commas between.",
         ("access needs", "needs", "access", "support needs")),
    Part("flag", "See at once", "Must the team see these needs at once?", ("flag", "see at once"), ("yes", "no")),
    Part("share", "Who may know", "Who may know of these needs? Ask them.", ("who may know", "share"), SHARES),
    Part("met", "Met by", "What meets each need? Such as: ramp: seat; sign language: other, Sam books it.", ("met by", "met")),
    Part("reviewed", "Looked at", "When did you last look at these needs together? A day such as 2027-03-31, or: today.",
         ("looked at", "reviewed")),
    Part("print", "Print", "Which print do they like?", ("print", "size of print", "print size", "format", "reading format"),
         tuple(CALLED)),
    Part("languages", "Languages", "Which languages do they like, with commas between?", ("languages", "language")),
    Part("together", "Keep with", "Who do they sit with, such as a supporter? Names, with commas between.",
         ("keep with", "together with", "supporter")),
    Part("apart", "Keep apart", "Who do they never sit with? Names, with commas between.",
         ("keep apart", "not next to", "apart from")),
    Part("present", "Coming", "Are they coming?", ("present", "coming", "attending"), ("yes", "no")),
)
"""In the order in which they are asked."""

BY_NAME: Mapping[str, Part] = {part.name: part for part in PARTS}


def part_called(words: str) -> Part:
    """The part that a name or a column's title means. Raises NoSuchThing."""
    wanted = " ".join(words.casefold().replace("_", " ").replace("-", " ").split())
    for part in PARTS:
        if wanted in (part.name, part.label.casefold(), *part.columns):
            return part
    raise NoSuchThing(f"Nothing of a person is called {clean_line(words)[:40]!r}. There are: {', '.join(BY_NAME)}.")


def checked(content: Mapping[str, str], today: str) -> dict[str, str]:
    """A person's row as it can be kept. `today` is an ISO date. Raises StoreProblem with a sentence."""
    row = {part.name: _one_line(content.get(part.name, "")) for part in PARTS}
    for part in PARTS:
        if len(row[part.name]) > LONGEST:
            raise StoreProblem(f"{part.label}: that has more than {LONGEST} characters. Please say it shorter.")
    if not row["name"] or (why := not_a_name(row["name"], [])):
        raise StoreProblem(why if row["name"] else "Somebody needs a name, so that you can find them again. Any name will do.")
    if row["name"].isdecimal():
        raise StoreProblem("A name of digits alone would be taken for a number. Please add a letter.")
    for name in ("flag", "share", "present"):
        row[name] = _one_of(BY_NAME[name], row[name])
    row["print"] = _print(row["print"])
    row["reviewed"] = _day(row["reviewed"], today)
    row["met"] = _met(row)
    return row


def _one_line(text: str) -> str:
    """A text on one line, with a space after each comma."""
    return re.sub(r"\s*,\s*(?=\S)", ", ", clean_line(clean(text).replace("\n", "; ")))


def _one_of(part: Part, text: str) -> str:
    fits = [choice for choice in part.choices if text and choice.startswith(text.casefold())]
    if text and len(fits) != 1:
        raise StoreProblem(f"{part.label}: say one of these: {listed(list(part.choices), 'or')}.")
    return fits[0] if fits else ""


def _print(text: str) -> str:
    profile = profile_called(text)
    if profile is None:
        raise StoreProblem(f"The kit has no print called {text[:40]!r}. It has: {', '.join(CALLED)}. "
                           "Write any other wish under access needs.")
    return profile


def _day(text: str, today: str) -> str:
    if text.casefold() == "today":
        return today
    if text and not (re.fullmatch(r"\d{4}-\d\d-\d\d", text) and _is_day(text)):
        raise StoreProblem(f"{text[:40]!r} is not a date. Write it as year, month and day, such as 2027-03-31.")
    return text


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _met(row: Mapping[str, str]) -> str:
    """What meets each need, without what is said of a need that is there no more."""
    needs = {need.words.casefold() for need in needs_of(row)}
    said = met_of(row["met"])
    for need in said:
        if need.by not in MEETS:
            raise StoreProblem(f"{need.words[:40]!r} is met by one of these: {listed(list(MEETS), 'or')}. "
                               "Such as: ramp: seat; sign language: other, Sam books it.")
    return met_text(tuple(need for need in said if need.words.casefold() in needs))
