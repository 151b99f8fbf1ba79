"""People who fill in cards: what each means, and how it looks. The truth of a pile is written down here."""

from dataclasses import dataclass, field

from benchmarks.piles.pens import PENS, Hand, put


@dataclass(frozen=True)
class Habit:
    """How the people of a pile answer."""

    loose: tuple[float, float]
    marks: dict
    """Kind of mark: how often."""
    pens: dict
    corrected: float = 0.0
    """Share of questions that were answered, struck out and answered again."""
    taken_back: float = 0.0
    """Share that were answered and struck out."""
    twice: float = 0.0
    stray: float = 0.0
    empty: float = 0.1


HABITS = {
    "neat": Habit((0, 0.25), {"tick": 5, "cross": 4, "fill": 1}, {"ball": 3, "blue": 4, "black": 3}, corrected=0.01),
    "mixed": Habit((0.1, 0.7), {"tick": 6, "cross": 3, "fill": 1, "circle": 0.4, "slash": 0.3},
                   {"ball": 3, "blue": 4, "black": 2, "felt": 1, "pencil": 1.5, "red": 0.3}, 0.03, 0.01, 0.01, 0.01),
    "messy": Habit((0.6, 1.3), {"tick": 6, "cross": 3, "fill": 1, "scribble": 1, "circle": 0.6, "slash": 1},
                   {"ball": 3, "blue": 4, "black": 2, "felt": 2, "pencil": 2, "red": 0.5}, 0.06, 0.02, 0.02, 0.04),
    "unfamiliar": Habit((0.1, 0.8), {"dot": 2, "slash": 2, "dash": 2, "circle": 3, "scribble": 2, "tick": 2, "cross": 1},
                        {"marker": 1, "highlighter": 1, "faint": 1, "green": 1, "red": 1, "pencil": 2, "felt": 2},
                        0.04, 0.02, 0.03, 0.03),
}
CLEAR_PENS = frozenset({"ball", "blue", "black", "felt", "pencil", "red", "green", "marker"})
CLEAR_MARKS = frozenset({"tick", "cross", "fill", "scribble", "circle", "slash", "dash"})


@dataclass
class Meant:
    """What one person meant with one card."""

    id: str
    values: dict = field(default_factory=dict)
    """Group: the ids of the boxes they mean."""
    clear: dict = field(default_factory=dict)
    """Group: whether another person would see it at once."""
    boxes: dict = field(default_factory=dict)
    """Box: blank, marked, void or stray."""
    how: dict = field(default_factory=dict)
    """Group: in words, for whoever looks at what was read wrongly."""


def fill_in(page, layout, habit, chance):
    """Fill in every card of a page, in place. Gives what was meant by each."""
    return [_card(page, card, layout, HABITS[habit], chance) for card in layout["cards"]]


def _pick(chance, shares):
    names = list(shares)
    weights = [shares[name] for name in names]
    return names[chance.choice(len(names), p=[weight / sum(weights) for weight in weights])]


def _card(page, card, layout, habit, chance):
    hand = Hand(chance, chance.uniform(*habit.loose))
    pen, usual = PENS[_pick(chance, habit.pens)], _pick(chance, habit.marks)
    meant = Meant(card["id"], boxes={box["id"]: "blank" for box in card["boxes"]})
    origin = card["rect"][:2] if layout["relative"] else (0, 0)
    groups = {}
    for box in card["boxes"]:
        rect = [box["rect"][0] + origin[0], box["rect"][1] + origin[1], *box["rect"][2:]]
        groups.setdefault(box["group"], []).append((box["id"], rect))
    several = {box["group"] for box in card["boxes"] if box["mode"] == "multi"}
    for group, boxes in groups.items():
        kind = usual if chance.random() < 0.8 else _pick(chance, habit.marks)
        _question(page, group, boxes, kind, pen, hand, habit, chance, meant)
        if group in several and meant.values[group]:
            _more(page, group, boxes, kind, pen, hand, chance, meant)
    return meant


def _more(page, group, boxes, kind, pen, hand, chance, meant):
    """Where several answers may be given, some people give up to three."""
    free = [box for box in boxes if meant.boxes[box[0]] == "blank"]
    for n in chance.permutation(len(free))[:chance.choice([0, 0, 1, 1, 2])]:
        _mark(page, free[n], kind, pen, hand, meant, "marked")
        meant.values[group].append(free[n][0])


def _question(page, group, boxes, kind, pen, hand, habit, chance, meant):
    clear = pen.name in CLEAR_PENS and kind in CLEAR_MARKS
    event, sum_ = chance.random(), 0.0
    what = "one"
    for name, share in (("empty", habit.empty), ("corrected", habit.corrected), ("taken back", habit.taken_back),
                        ("twice", habit.twice)):
        sum_ += share
        if event < sum_:
            what = name
            break
    order = [boxes[n] for n in chance.permutation(len(boxes))]
    meant.values[group], meant.how[group] = [], f"{what} {kind} {pen.name}"
    if what in ("corrected", "taken back"):
        _mark(page, order[1 % len(order)], kind, pen, hand, meant, "marked")
        put(page, hand.strike(order[1 % len(order)][1]), pen)
        meant.boxes[order[1 % len(order)][0]] = "void"
        clear = False
    if what in ("one", "corrected", "twice"):
        _mark(page, order[0], kind, pen, hand, meant, "marked")
        meant.values[group].append(order[0][0])
    if what == "twice" and len(order) > 1:
        _mark(page, order[1], kind, pen, hand, meant, "marked")
        meant.values[group].append(order[1][0])
        clear = False
    if chance.random() < habit.stray:
        put(page, hand.stray(order[-1][1]), pen)
        if meant.boxes[order[-1][0]] == "blank":
            meant.boxes[order[-1][0]] = "stray"
        meant.how[group] += " + stray"
        clear = False
    meant.clear[group] = clear or (what == "empty" and "stray" not in meant.how[group])


def _mark(page, box, kind, pen, hand, meant, state):
    strokes = hand.fill(box[1], pen.wide) if kind == "fill" else getattr(hand, kind)(box[1])
    put(page, strokes, pen)
    meant.boxes[box[0]] = state
