"""What a reader said of a pile, held against what people meant. It takes the JSON that `kit scan --dry-run` gives."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Score:
    """Counts of one pile or of many."""

    cards: int = 0
    read: int = 0
    lost: list = field(default_factory=list)
    """Neither read nor spoken of."""
    taken_for_another: list = field(default_factory=list)
    clear: int = 0
    """Questions that another person would answer at once."""
    asked: int = 0
    wrong: list = field(default_factory=list)
    """Clear questions answered wrongly without a doubt."""
    hard: int = 0
    hard_asked: int = 0
    hard_wrong: list = field(default_factory=list)
    boxes: int = 0
    false_marks: int = 0
    missed_marks: int = 0
    seconds: float = 0.0
    whys: Counter = field(default_factory=Counter)

    def row(self, name):
        """A line of a table: silent wrong answers first."""
        asked, hard = self.asked / max(1, self.clear), self.hard_asked / max(1, self.hard)
        return (f"| {name} | {len(self.wrong)} of {self.clear} | {len(self.hard_wrong)} of {self.hard} | {self.false_marks} | "
                f"{self.missed_marks} | {asked:.1%} | {hard:.1%} | {self.read} of {self.cards} | {len(self.lost)} | "
                f"{len(self.taken_for_another)} | {1000 * self.seconds / max(1, self.read):.0f} |")


HEAD = ("| pile | silent wrong, clear | silent wrong, hard | false marks | missed marks | asked back, clear | asked back, hard | "
        "cards read | lost without a word | taken for another | ms a card |\n" + "|---" * 11 + "|")


def add(score, pile, said, only=None):
    """Count what was said of the pictures of a pile; `only` those taken one way."""
    for name, people in pile.meant.items():
        if only and pile.ways[name] != only:
            continue
        answer = said.get(name, {"cards": [], "unread": []})
        found = {card["id"]: card for card in answer["cards"]}
        score.cards += len(people)
        meant = {one.id: one for one in people}
        score.taken_for_another += [f"{name} {id}" for id in found if id not in meant]
        missing = [id for id in meant if id not in found]
        score.lost += [f"{name} {id}" for id in missing[len(answer["unread"]):]]
        for id, card in found.items():
            if id in meant:
                _card(score, f"{name} {id}", meant[id], card)


def _card(score, where, meant, card):
    score.read += 1
    score.seconds += card["seconds"]
    for group, value in meant.values.items():
        answer = card["answers"].get(group, {"value": None, "doubt": False, "why": "missing"})
        right = sorted(answer["value"] or []) == sorted(value)
        wrong = not answer["doubt"] and not right
        note = f"{where} {group}: meant {value} ({meant.how[group]}), read {answer['value']}"
        if answer["doubt"]:
            score.whys[answer["why"]] += 1
        if meant.clear[group]:
            score.clear += 1
            score.asked += answer["doubt"]
            score.wrong += [note] * wrong
        else:
            score.hard += 1
            score.hard_asked += answer["doubt"]
            score.hard_wrong += [note] * wrong
    for box, state in meant.boxes.items():
        said = card["boxes"].get(box)
        score.boxes += 1
        score.false_marks += said == "marked" and state == "blank"
        score.missed_marks += said == "blank" and state == "marked"
