"""Pictures that came back: drawings on their sheets, posters, and walls with a code. Each has a small copy beside it."""

from collections.abc import Iterable
from dataclasses import replace

from kit.desk.pictures import kept_small
from kit.desk.pile.cards import Card
from kit.desk.pile.places import place_of, wall_of
from kit.desk.world import World
from kit.model import Record, Visible
from kit.model.sheetcode import SERIES, read_code
from kit.model.text import clean_line
from kit.store import Store

DRAWING = "drawing-sheet"
WALL = "wall-code"
WALLS = frozenset({"agreement-poster", WALL})
"""Sheets whose photograph is kept with a block."""
PICTURED = WALLS | {DRAWING}
"""Sheets that are kept as a picture."""
POSTER = "poster"
"""The kind of record that a photograph of a poster or a wall is."""
SHOWS = "What it shows, in a few words, for who does not see it"
"""What is typed for such a photograph."""


def pictures(store: Store, cards: Iterable[Card], world: World, when: str) -> list[Record]:
    """Each drawing with its picture, as private as it was until its maker shows it; each wall with the block it belongs to."""
    made: list[Record] = []
    for card in cards:
        if card.picture and card.form == DRAWING:
            made.append(_drawing(store, card, world, when))
        elif card.picture and card.form in WALLS:
            made += _wall(store, card, world, when)
    return made


def _kept(store: Store, picture: str) -> dict[str, str]:
    """A picture and its small copy, by the names under which they are kept. Raises StoreProblem."""
    return {"picture": picture, "thumb": kept_small(store, store.attachments.read(picture))}


def _wall(store: Store, card: Card, world: World, when: str) -> list[Record]:
    """The photograph of a wall; in the place of the one before where its words were typed later."""
    code = read_code(card.code)
    alt = next((clean_line(one.text) for one in card.writing if one.question == SHOWS), "")
    before = next((r for r in store.records() if r.kind == POSTER and r.content.get("picture") == card.picture), None)
    if code is None or (before and before.content["alt"] == alt):
        return []
    if before:
        return [replace(before, id=world.draw(14).lower(), when=when, replaces=before.id, content={**before.content, "alt": alt})]
    label, origin = wall_of(store, store.programme().id, card.workshop, code)
    content = {"label": label, "text": "", **_kept(store, card.picture), "alt": alt}
    return [Record(world.draw(14).lower(), POSTER, when, replace(origin, sheet=card.code), content)]


def _drawing(store: Store, card: Card, world: World, when: str) -> Record:
    here = [record for record in store.records() if record.kind == "drawing" and record.origin.sheet == card.code]
    if here:
        standing = here[-1]
        return replace(standing, id=world.draw(14).lower(), when=when, replaces=standing.id,
                       content={"alt": "", **standing.content, **_kept(store, card.picture)})
    code = read_code(card.code)
    label = f"{SERIES[code.series]}{code.copy}" if code else ""
    step, origin = place_of(store, store.programme().id, card.workshop, DRAWING, code.series if code else 0)
    content = {"label": label, "prompt": str(step.settings.get("prompt", "")) if step else "", "text": "", "shown": False,
               "alt": "", **_kept(store, card.picture)}
    return Record(world.draw(14).lower(), "drawing", when, replace(origin, sheet=card.code), content, Visible.ME)
