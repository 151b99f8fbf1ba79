"""Writes the catalogues anew from the code and the shipped activities: `make words`. Translations that still fit are kept.

English words that are new come in untranslated, and a test says so. Only this module needs babel.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from kit.content.library import load
from kit.content.vocabulary import RATINGS
from kit.paths import builtin_activities
from printables.drawings import DRAWINGS
from printables.products.pictured import BREAK, BY_RATING, BY_STEP
from printables.wording import LANGUAGES, LOCALE, SHEETS, SHIPPED, SOURCE, UNCHECKED

CODE = Path(__file__).parents[1]
CALLS = {"say": None, "say_runs": None, "say_counted": (1, 2)}
"""Calls whose texts are sheet furniture, for babel."""
DRAWN = (*dict.fromkeys((*BY_STEP.values(), BREAK, *BY_RATING, "people", "time", "door", "question", "secret")),)
"""Drawings on sheets that are translated."""
WHEN = datetime(2026, 1, 1, tzinfo=UTC)
"""No catalogue says when it was made, so that the same words are the same bytes."""


def words_of_sheets() -> Catalog:
    """All furniture, from the code, and the words for drawings."""
    found = _empty()
    for file, _, text, comments, _ in extract_from_dir(CODE, [("products/**.py", "python"), ("**.py", "python")], keywords=CALLS):
        found.add(text, locations=[(file, 0)], auto_comments=comments)
    for name in DRAWN:
        found.add(DRAWINGS[name].alt, locations=[("drawings.py", 0)])
    return found


def words_of_shipped() -> Catalog:
    """The words of shipped plans and activities that can stand on a translated sheet."""
    found = _empty()
    for file, text in _shipped():
        if text:
            found.add(text, locations=[(file, 0)])
    return found


def _shipped() -> Iterator[tuple[str, str]]:
    yield from (("vocabulary.py", rating) for rating in RATINGS)
    shelf = load([builtin_activities()])
    for plan in shelf.plans.values():
        yield from ((plan.id, text) for text in (plan.title, plan.question, plan.approach))
        yield from ((plan.id, text) for block in plan.blocks for text in (block.title, block.aim))
    for activity in shelf.activities.values():
        yield activity.id, activity.title
        for step in activity.steps:
            if step.kind == "feedback":
                yield from ((activity.id, text) for name in ("questions", "words") for text in step.settings.get(name, ()))


def _empty(language: str | None = None) -> Catalog:
    return Catalog(
        language, project="Workshop Kit", version="1", creation_date=WHEN, revision_date=WHEN, last_translator=UNCHECKED,
        charset="utf-8", fuzzy=False, language_team=LANGUAGES.get(language or "", ""), msgid_bugs_address="the project",
        header_comment=f"# The words of Workshop Kit on paper. Last-Translator says who checked them; until then: {UNCHECKED}.")


def updated(language: str, domain: str) -> Catalog:
    """A catalogue with the words there are now, and the translations that it had for them."""
    path = catalogue_path(language, domain)
    words = words_of_sheets() if domain == SHEETS else words_of_shipped()
    catalogue = _empty(language)
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language, domain=domain)
    catalogue.update(words, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def catalogue_path(language: str, domain: str) -> Path:
    """Where a catalogue stands."""
    return LOCALE / language / "LC_MESSAGES" / f"{domain}.po"


def as_po(catalogue: Catalog) -> bytes:
    """The catalogue as people read it."""
    out = BytesIO()
    write_po(out, catalogue, width=100, sort_output=True, include_lineno=False)
    return out.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """The catalogue as Python's own gettext reads it."""
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def main() -> None:
    """Write every catalogue."""
    for language in LANGUAGES:
        for domain in (SHEETS, SHIPPED) if language != SOURCE else ():
            catalogue, path = updated(language, domain), catalogue_path(language, domain)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(as_po(catalogue))
            path.with_suffix(".mo").write_bytes(as_mo(catalogue))


if __name__ == "__main__":
    main()
