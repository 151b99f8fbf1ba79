"""From ink to answers. When unsure, doubt: a doubt costs a person a key, a wrong answer costs the room its word."""

from collections.abc import Sequence
from statistics import median

from kit.paperin.ink import Ink
from kit.paperin.layouts import Box
from kit.paperin.results import Mark, State

LEAST, MOST = 0.1, 0.42
"""Strokes: less is no mark, more is one; between them is the band of doubt."""
PALE, DARK = 0.15, 0.3
"""How dark the darkest ink is: the same band for faint pens."""
REACHES = 0.5
"""A mark runs through this share of the box at least."""
FULL = 0.62
"""Share of the inside that is dark in a filled box."""
HEAVY, VERY_HEAVY = 1.75, 2.7
"""More ink than so many times the other marks on the card, or so many strokes, may be a mark that was struck out."""
RING = 0.93
BESIDE = 1.0
"""Strokes outside a box that was left blank: somebody may have marked next to it."""
SEEN, EDGE = 0.3, 0.12
"""Scores of a frame, and of its faintest side but one, below which the box was not seen well."""
ROUGH = 0.16
"""Paper that is rougher than this hides faint marks."""
ON = (Mark.STROKES, Mark.FILL, Mark.HEAVY, Mark.CIRCLE)
SINGLE_TWO = "Two boxes are marked, and one is asked for."


def mark_of(ink: Ink, score: float, edge: float) -> tuple[Mark, str]:
    """What one box shows, and why it is in doubt where it is."""
    hidden = _hidden(ink, score, edge)
    if hidden:
        return Mark.UNSEEN, hidden
    if ink.strokes < LEAST or ink.peak < PALE:
        return _outside(ink)
    if ink.strokes < MOST or ink.peak < DARK or ink.extent < REACHES:
        small = ink.peak >= DARK and ink.extent < REACHES
        return (Mark.STRAY, "A small mark: it may be an answer or a slip.") if small else (Mark.FAINT, "The mark is faint.")
    return (Mark.FILL if ink.cover > FULL else Mark.STROKES), ""


def _hidden(ink: Ink, score: float, edge: float) -> str:
    if not ink.whole:
        return "The picture cuts this box off."
    if score < SEEN or edge < EDGE:
        return ("Light hides this box." if ink.paper > 250 else "The box was not seen well: it is blurred, covered or bent.")
    return "The picture is too rough here." if ink.noise > ROUGH else ""


def _outside(ink: Ink) -> tuple[Mark, str]:
    if ink.ring >= RING and ink.around > BESIDE:
        return Mark.CIRCLE, ""
    if ink.around > BESIDE:
        return Mark.BESIDE, "There is ink beside the box."
    return Mark.NONE, ""


def heavy(marks: Sequence[Mark], inks: Sequence[Ink]) -> list[Mark]:
    """The marks of a card, where those with far more ink than the others are told apart."""
    strokes = [ink.strokes for mark, ink in zip(marks, inks, strict=True) if mark is Mark.STROKES]
    filled = sum(mark is Mark.FILL for mark in marks)
    usual = median(strokes) if len(strokes) > filled else 0.0
    result = []
    for mark, ink in zip(marks, inks, strict=True):
        much = (usual and ink.strokes > HEAVY * usual and len(strokes) > 1) or ink.strokes / max(ink.peak, 0.3) > VERY_HEAVY + 1
        result.append(Mark.HEAVY if (mark is Mark.STROKES and much) or (mark is Mark.FILL and len(strokes) > filled) else mark)
    return result


def answer(boxes: Sequence[Box], marks: Sequence[Mark], whys: Sequence[str]) -> tuple[list[State], tuple[str, ...], str]:
    """One question: the state of its boxes, the ids of those that are marked, and why a person should look (empty: no need)."""
    states = [State.MARKED if mark in ON else State.BLANK if mark in (Mark.NONE, Mark.BESIDE) else State.DOUBT for mark in marks]
    on = [n for n, mark in enumerate(marks) if mark in ON]
    why = next((why for mark, why in zip(marks, whys, strict=True) if why and mark is not Mark.BESIDE), "")
    struck = [n for n in on if marks[n] is Mark.HEAVY]
    if struck:
        return _struck(boxes, states, on, struck)
    if not on and not why:
        why = next((why for why in whys if why), "")
        states = [State.DOUBT if said else state for state, said in zip(states, whys, strict=True)]
    if len(on) > 1 and not boxes[0].several:
        why = SINGLE_TWO
        if len({marks[n] is Mark.FILL for n in on}) == 2:
            why = "A full box stands beside another mark: one of them may be taken back."
    return states, tuple(boxes[n].id for n in on), why


def _struck(boxes: Sequence[Box], states: list[State], on: Sequence[int],
            struck: Sequence[int]) -> tuple[list[State], tuple[str, ...], str]:
    """Where a mark has so much ink that it may be struck out."""
    others = [n for n in on if n not in struck]
    for n in struck:
        states[n] = State.VOID if others else State.DOUBT
    kept = others or struck
    return states, tuple(boxes[n].id for n in kept), "A mark has much more ink than the others: it may be struck out."
