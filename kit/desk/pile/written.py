"""What hands wrote and drew, as records: typed words of cards and slips, and drawings with their pictures."""

from collections.abc import Iterable
from dataclasses import replace

from kit.desk.pile.cards import SECRET, Card
from kit.desk.pile.filing import DRAWING
from kit.desk.world import World
from kit.engine import setting_of
from kit.engine.notes import drawing_of
from kit.model import Origin, Record, Visible
from kit.model.sheetcode import SERIES, read_code
from kit.model.text import clean, clean_line
from kit.store import Store

SLIP = "caption-slips"


def words(store: Store, cards: Iterable[Card], world: World, when: str) -> tuple[list[Record], list[str]]:
    """A record for each text that was typed, and what could not become one."""
    made: list[Record] = []
    told: list[str] = []
    for card in cards:
        if card.form == SLIP:
            made_of, problem = _caption(store, card, world, when)
            made += made_of
            told += problem
            continue
        for writing in card.writing:
            if text := clean(writing.text):
                made.append(_said(origin_of(store, card), card.form in SECRET, writing.question, text, world, when))
    return made, told


def drawings(store: Store, cards: Iterable[Card], world: World, when: str) -> list[Record]:
    """Each drawing with its picture; private, as it was, until its maker shows it."""
    return [_drawing(store, card, world, when) for card in cards if card.form == DRAWING and card.picture]


def origin_of(store: Store, card: Card) -> Origin:
    """Where the words of a card come from. Those of a secret sheet stand under no code."""
    return Origin(programme=store.programme().id, workshop=card.workshop, sheet="" if card.form in SECRET else card.code)


def _said(origin: Origin, secret: bool, question: str, text: str, world: World, when: str) -> Record:
    kind = "dissent" if secret else "feedback-words"
    return Record(world.draw(14).lower(), kind, when, origin, {"question": question, "text": text})


def _caption(store: Store, card: Card, world: World, when: str) -> tuple[list[Record], list[str]]:
    label, *texts = (clean_line(writing.text) for writing in card.writing)
    text = " ".join(filter(None, texts))
    if not text:
        return [], []
    here = [record for record in store.records() if record.origin.workshop == card.workshop]
    drawing = drawing_of(label.upper().replace(" ", ""), here)
    if drawing is None or not drawing.content.get("shown"):
        return [], [f"The caption of {card.code} is for no drawing that is on show, so it waits in the pile."]
    content = {"label": drawing.content["label"], "text": text, "drawing": drawing.id}
    return [Record(world.draw(14).lower(), "caption", when, origin_of(store, card), content)], []


def _drawing(store: Store, card: Card, world: World, when: str) -> Record:
    here = [record for record in store.records() if record.kind == "drawing" and record.origin.sheet == card.code]
    if here:
        standing = here[-1]
        return replace(standing, id=world.draw(14).lower(), when=when, replaces=standing.id,
                       content={"alt": "", **standing.content, "picture": card.picture})
    code = read_code(card.code)
    label = f"{SERIES[code.series]}{code.copy}" if code else ""
    content = {"label": label, "prompt": _prompt(store, card), "text": "", "shown": False, "picture": card.picture, "alt": ""}
    return Record(world.draw(14).lower(), "drawing", when, origin_of(store, card), content, Visible.ME)


def _prompt(store: Store, card: Card) -> str:
    code = read_code(card.code)
    if not card.workshop or code is None:
        return ""
    script = setting_of(store.events(card.workshop)).script
    steps = [step for block in script.plan.blocks if (activity := script.activity(block)) for step in activity.steps
             if step.kind == "draw"]
    return str(steps[code.series].settings.get("prompt", "")) if code.series < len(steps) else ""
