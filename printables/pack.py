"""The pack: every sheet a workshop needs, in the order it is needed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kit.model.text import clean_line
from printables.products import (
    agenda,
    agreement,
    badges,
    between,
    caption_slips,
    cards,
    choosing,
    coding_sheet,
    consent,
    cover,
    drawing_sheet,
    feedback_card,
    glossary,
    joining,
    line,
    load_map,
    marks,
    ordering,
    reference,
    registers,
    roles,
    run_sheet,
    seating,
    support,
    survey,
    taking_on,
    taking_part,
    team,
    welcome,
    what_we_made,
    you_said,
)
from printables.profile import Paper, Profile
from printables.sharing import Part
from printables.sheet import Sheet, Source
from printables.wording import SOURCE, TRANSLATED

if TYPE_CHECKING:
    from printables.pdf import Rendered

__all__ = ["ON_REQUEST", "PRODUCTS", "Sheet", "Source", "file_name", "missing_sentence", "pack", "print_sheet"]

PRODUCTS: dict[str, Callable[[Source], tuple[Sheet, ...]]] = {
    "run-sheet": run_sheet.sheets,
    "agenda": agenda.sheets,
    "glossary": glossary.sheets,
    "support-card": support.sheets,
    "taking-part": taking_part.sheets,
    "badges": badges.badges,
    "table-cards": seating.table_cards,
    "path-cards": seating.path_cards,
    "wall-list": seating.wall_list,
    "room-plan": seating.setting_up,
    "agreement": agreement.handout,
    "agreement-poster": agreement.poster,
    "drawing-sheet": drawing_sheet.sheets,
    "gallery-labels": marks.gallery_labels,
    "resonance-marks": marks.resonance,
    "caption-slips": caption_slips.sheets,
    "ballot": choosing.ballot,
    "dot-sheet": choosing.dot_sheet,
    "five-cards": choosing.five_cards,
    "rating-sheet": choosing.rating,
    "ranking-sheet": ordering.sheets,
    "feedback-card": feedback_card.sheets,
    "what-we-made": what_we_made.sheets,
    "wall-headings": team.wall_headings,
    "venue-checklist": team.venue_checklist,
    "observer-sheet": team.observer_sheet,
    "chair-script": team.chair_script,
    "results": registers.results,
    "decision-register": registers.register,
    "promise-list": registers.promises,
    "ranking-cards": cards.ranking,
    "conversation-cards": reference.conversation,
    "reflection-cards": reference.reflection,
    "question-cards": reference.question_cards,
    "jargon-buster": reference.jargon_buster,
    "resource-map": reference.resource_map,
    "glossary-cards": cards.glossary,
    "consent-slip": consent.sheets,
    "survey": survey.sheets,
    "sign-up": joining.sign_up,
    "pairing": joining.pairing,
    "sign-up-slip": taking_on.sign_up_slips,
    "pairing-slip": taking_on.pairing_slips,
    "coding-sheet": coding_sheet.sheets,
    "glossary-slip": glossary.slips,
    "wall-code": agreement.wall_codes,
    "table-tents": badges.tents,
    "you-said": you_said.sheets,
    "joiner-pack": welcome.joiner_pack,
    "catch-up": between.catch_up,
    "bulletin": between.bulletin,
    "programme-line": line.programme_line,
    "due-before": line.due_before,
    "drawings-again": welcome.drawings_again,
    "survey-summary": survey.summary,
    "load-map": load_map.sheets,
    "role-cards": roles.role_cards,
    "involvement-map": roles.involvement_map,
    "involvement-plan": roles.involvement_plan,
    "attendance": roles.attendance,
    "cover-sheet": lambda source: cover.sheets(source, _usual(_needed(replace(source, asked=False)))),
}
"""Every product by its name. Each makes no sheet, one, or one for each step of the plan that asks for one."""

ON_REQUEST = frozenset(list(PRODUCTS)[list(PRODUCTS).index("observer-sheet"):])
"""Products that no pack holds unless they are asked for. The cover sheet stands before all others."""


def pack(source: Source, what: Sequence[str] = ()) -> tuple[Sheet, ...]:
    """The sheets of these products; or all that the plan needs, under a cover sheet.

    Raises ValueError, with a sentence, for a product there is none of, or more copies than codes can count.
    """
    for name in what:
        if name not in PRODUCTS:
            raise ValueError(f"There is no sheet called “{name}”. Choose from: {', '.join(PRODUCTS)}.")
    if what:
        asked = replace(source, asked=True)
        return tuple(sheet for name, sheets in PRODUCTS.items() if name in what
                     for sheet in sheets(_in_its_language(name, asked)) if sheet.documents)
    needed = _needed(source)
    return (*cover.sheets(source, _usual(needed)), *needed)


def _usual(sheets: Sequence[Sheet]) -> list[Part]:
    return [Part(sheet, "clear") for sheet in sheets]


def _needed(source: Source) -> tuple[Sheet, ...]:
    return tuple(sheet for name, sheets in PRODUCTS.items() if name not in ON_REQUEST
                 for sheet in sheets(_in_its_language(name, source)) if sheet.documents)


def _in_its_language(name: str, source: Source) -> Source:
    """A sheet whose words are not in the catalogues is in English, and says so to whoever hears it."""
    return source if name in TRANSLATED else replace(source, language=SOURCE)


def print_sheet(sheet: Sheet, profile: Profile, paper: Paper) -> "Rendered":
    """All copies of a sheet as one PDF."""
    from printables.pdf import render

    return render(sheet.documents, profile, paper, title=sheet.title)


def file_name(sheet: Sheet, profile: Profile, paper: Paper) -> str:
    """A name that is safe on every disk: `drawing-sheet-A-clear-A4.pdf`, or `agenda-cy-clear-A4.pdf` for another language."""
    language = sheet.documents[0].language
    parts = sheet.name, sheet.mark, language if language != SOURCE else "", profile.name, paper.name
    return "-".join(part for part in parts if part) + ".pdf"


def missing_sentence(sheet: Sheet, missing: Sequence[str]) -> str:
    """What to tell a person about characters that a sheet could not draw; empty where there are none."""
    if not missing:
        return ""
    shown = ", ".join(f"{char if char.isprintable() else '?'} (U+{ord(char):04X})" for char in missing[:12])
    more = f" and {len(missing) - 12} more" if len(missing) > 12 else ""
    return f"{clean_line(sheet.title)}: the print typeface has no shape for {shown}{more}. Each one is drawn as a box."
