"""From ink to answers. When unsure, doubt: a doubt costs a person a key, a wrong answer costs the room its word."""

from collections.abc import Sequence
from statistics import median

from kit.paperin.ink import MANY, Ink
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
HEAVY, VERY_HEAVY = 2.2, 3.7
"""More ink than so many times the other marks on the card, or so many black strokes, may be a mark that was struck out."""
STRUCK = 0.35
"""How dark a line is that goes through a box and out at both sides."""
RING, ROUND = 0.93, 1.8
"""Share of all directions, and strokes above what is around most boxes of the card, that are a ring."""
PART, MORE = 0.7, 0.25
"""Share of all directions, and of those above what is usual on the card, that may be a part of a ring."""
BESIDE = 0.8
"""Strokes above what is around most boxes, that may mean the box."""
CROWDED = 0.75
"""Where print stands around most boxes in more directions than these, a ring cannot be told from it."""
SEEN, EDGE = 0.3, 0.12
"""Scores of a frame, and of its faintest side but one, below which the box was not seen well."""
ALIKE = 0.65
"""A frame that is printed thin is seen well with this share of what is usual on its card."""
ROUGH = 0.16
"""Paper that is rougher than this hides faint marks."""
ON = (Mark.STROKES, Mark.FILL, Mark.HEAVY, Mark.CIRCLE)
SINGLE_TWO = "Two boxes are marked, and one is asked for."


def marks_of(inks: Sequence[Ink], scores: Sequence[float], edges: Sequence[float],
             print_known: bool) -> tuple[list[Mark], list[str]]:
    """What each box of a card shows, and why it is in doubt where it is. `print_known`: no ink around a box is print."""
    if not inks:
        return [], []
    least = ALIKE * median(scores), ALIKE * median(edges)
    usual = _nothing if print_known else median if len(inks) >= MANY else min
    around, ring = usual([ink.around for ink in inks]), usual([ink.ring for ink in inks])
    looks = [_hidden(ink, score / min(SEEN, max(least[0], 0.1)), edge / min(EDGE, max(least[1], 0.04))) or
             _look(ink, ink.around - around, ring) for ink, score, edge in zip(inks, scores, edges, strict=True)]
    return _heavy([mark for mark, _ in looks], inks), [why for _, why in looks]


def _nothing(_: Sequence[float]) -> float:
    return 0.0


def _hidden(ink: Ink, score: float, edge: float) -> tuple[Mark, str] | None:
    """Why a box was not seen, if it was not; both scores are in shares of the least that is enough."""
    if not ink.whole:
        return Mark.UNSEEN, "The picture cuts this box off."
    if score < 1 or edge < 1:
        return Mark.UNSEEN, ("Light hides this box." if ink.paper > 250 else
                             "The box was not seen well: it is blurred, covered or bent.")
    return (Mark.UNSEEN, "The picture is too rough here.") if ink.noise > ROUGH else None


def _look(ink: Ink, beside: float, usual_ring: float) -> tuple[Mark, str]:
    if ink.strokes < LEAST or ink.peak < PALE:
        if beside > ROUND and ink.ring >= RING and usual_ring < CROWDED:
            return Mark.CIRCLE, ""
        if ink.ring >= PART and ink.ring - usual_ring >= MORE:
            return Mark.ARC, "There may be a ring around the box."
        return (Mark.BESIDE, "There is ink beside the box.") if beside > BESIDE else (Mark.NONE, "")
    if ink.strokes < MOST or ink.peak < DARK or ink.extent < REACHES:
        small = ink.peak >= DARK and ink.extent < REACHES
        return (Mark.STRAY, "A small mark: it may be an answer or a slip.") if small else (Mark.FAINT, "The mark is faint.")
    if beside > ROUND and ink.ring >= RING and usual_ring < CROWDED:
        return Mark.HEAVY, "A mark with a ring around it: it may be struck out."
    return (Mark.FILL if ink.cover > FULL else Mark.STROKES), ""


def _heavy(marks: Sequence[Mark], inks: Sequence[Ink]) -> list[Mark]:
    """The marks of a card, where those that may be struck out are told from the others."""
    strokes = [ink.strokes for mark, ink in zip(marks, inks, strict=True) if mark is Mark.STROKES]
    filled = sum(mark is Mark.FILL for mark in marks)
    usual = median(strokes) if len(strokes) > max(1, filled) else 100.0
    result = []
    for mark, ink in zip(marks, inks, strict=True):
        much = mark is Mark.STROKES and (ink.strokes > HEAVY * usual or ink.strokes / max(ink.peak, DARK) > VERY_HEAVY)
        struck = mark in (Mark.STROKES, Mark.FILL) and ink.through > STRUCK
        odd = mark is Mark.FILL and len(strokes) > filled
        result.append(Mark.HEAVY if much or struck or odd else mark)
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
