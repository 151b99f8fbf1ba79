"""Made-up people: they answer every prompt in its own form, so that a whole workshop can be rehearsed."""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any

from kit.engine.steps.coding import CODER
from kit.engine.steps.deciding import DECISION_PARTS
from kit.engine.steps.promising import BY_WHEN
from kit.engine.steps.sorting import WHO_CONFIRMS, WHY_NOT
from kit.engine.steps.writing import ROLE, TITLE
from kit.model import Ask, Form, Prompt

_PARTS = {TITLE: "title", ROLE: "role", CODER: "coder", WHO_CONFIRMS: "who-confirms", WHY_NOT: "why-not"}
"""The made-up words for questions whose answer is a part of a record."""

_CHOOSING = ("account", "interview", "observation", "passage", "coding", "theme", "carried")
"""Kinds about which made-up people do not all choose the same."""

_RULES = 11
"""Lines at which an agreement is long enough for anybody."""

DONE = "done"
"""What a made-up person says where there are no more."""


class MadeUpPeople:
    """A room of made-up people. The same seed gives the same answers to the same prompts."""

    def __init__(self, people: int, words: Mapping[str, Sequence[Any]], seed: int) -> None:
        """`words` holds lines per kind of record, as `activities/made-up.toml` has them."""
        self.people = people
        self._words = words
        self._chance = Random(f"people {seed}")
        self._said: dict[tuple[int, int, str], int] = {}
        self._decision: Mapping[str, Any] = {}
        self._block, self._decided_in = -1, -1
        self._objections: dict[tuple[str, ...], int] = {}
        self._waiting: dict[str, list[Any]] = {}

    def again(self) -> "MadeUpPeople":
        """The same people on another day. What they said before, they say last."""
        self._said = {}
        return self

    def answer(self, prompt: Prompt) -> tuple[str, Any]:
        """What they do now: `("answer", value)` or `("done", None)`."""
        ask, self._block = prompt.ask, prompt.block
        if ask.many and self._enough(prompt):
            return DONE, None
        return "answer", self._value(ask)

    def _enough(self, prompt: Prompt) -> bool:
        """Whether they have said all they have to say to a prompt that takes many answers."""
        ask = prompt.ask
        if ask.makes == "rule" and len(ask.so_far) >= _RULES:
            return True
        key = (prompt.block, prompt.step, ask.question)
        said = self._said.get(key, 0)
        self._said[key] = said + 1
        return said >= {"caption": 2 * self.people, "name": max(0, self.people - 2), "resonance": len(ask.options),
                        "drawing": len(ask.options) // 2, "decision": 1, "dissent": 1, "decision-role": 1, "promise": 2,
                        "lesson": 2, "proposal": 4, "statement": 3, "ranking": self.people,
                        }.get(ask.makes, max(1, min(5, self.people // 2)))

    def _value(self, ask: Ask) -> Any:
        answers: Mapping[Form, Callable[[Ask], Any]] = {
            Form.WORDS: self._line,
            Form.NUMBER: self._number,
            Form.CHOICE: lambda ask: self._option(ask) if ask.makes in _CHOOSING else ask.options[0].key,
            Form.SOME: self._some,
            Form.COUNTS: self._counts,
            Form.LABELLED: lambda ask: {"label": self._option(ask), "text": self._pick(ask.makes)},
            Form.TALLY: self._tally,
            Form.MEANING: lambda ask: dict(self._pick("term")),
            Form.ORDER: self._order,
        }
        return answers[ask.form](ask) if ask.form in answers else ""

    def _number(self, ask: Ask) -> int:
        if ask.makes == "attendance":
            return self.people
        return ask.least if ask.default is None else int(ask.default)

    def _tally(self, ask: Ask) -> dict[str, Any]:
        label = ask.options[min(len(ask.so_far), len(ask.options) - 1)].key
        return {"label": label, "number": self._chance.randint(0, self.people)}

    def _line(self, ask: Ask) -> str:
        if ask.makes == "name":
            return self._name(len(ask.so_far))
        if ask.makes in ("decision", "dissent"):
            return self._of_a_decision(ask)
        if ask.makes == "proposal" and ask.default:
            more = f" {self._pick(ask.question)}" if ask.question in self._words else ""
            return f"{str(ask.default).rstrip('.')}.{more}"
        if ask.question in _PARTS:
            return str(self._pick(_PARTS[ask.question]))
        if ask.optional and ask.makes not in _CHOOSING:
            return str(self._pick("dates")) if ask.question == BY_WHEN else ""
        return str(self._pick(ask.question if ask.question in self._words else ask.makes))

    def _name(self, place: int) -> str:
        names = self._words["names"]
        again = place // len(names)
        return f"{names[place % len(names)]}{f' {again + 1}' if again else ''}"

    def _of_a_decision(self, ask: Ask) -> str:
        """The same made-up decision from its question to its review; other views of anything else are of their own."""
        here = self._decided_in == self._block
        if ask.makes == "dissent":
            views = (here and self._decision.get("dissent")) or [self._pick("dissent")]
            return str(views[len(ask.so_far) % len(views)])
        part = DECISION_PARTS.get(ask.question, "question")
        if part == "question" or not here:
            self._decision, self._decided_in = self._pick("decisions"), self._block
        return str(self._decision.get(part) or ("" if ask.optional else self._pick("thought")))

    def _some(self, ask: Ask) -> list[str]:
        """Most drawings may be shown, few sheets stay empty. Where that will not do, it is two that somebody chose."""
        share = {"": 0.1, "coding": 0.3, "theme": 0.2}.get(ask.makes, 0.8)
        some = [option.key for option in ask.options if self._chance.random() < share]
        if not ask.check or not ask.check(some):
            return some
        return [] if not ask.check([]) else [option.key for option in self._chance.sample(ask.options, 2)]

    def _counts(self, ask: Ask) -> dict[str, int]:
        """One answer from each; where that is too many, as few as there may be. Objections come once and are heard."""
        counts = dict.fromkeys((option.key for option in ask.options), 0)
        if ask.makes == "consent":
            stops = self._objections.setdefault(ask.room_facts, 1 if not self._objections else 0)
            return counts | {"yes": min(ask.most, self.people) - stops, "stop": stops}
        for _ in range(min(self.people, ask.most)):
            counts[self._option(ask)] += 1
        return counts

    def _order(self, ask: Ask) -> list[list[str]]:
        """All the options in some order; now and then with two of them equal, or with the last left out."""
        keys = [[option.key] for option in self._chance.sample(ask.options, min(len(ask.options), ask.most))]
        if len(keys) > 2 and self._chance.random() < 0.3:
            return [keys[0] + keys[1], *keys[2:]] if self._chance.random() < 0.5 else keys[:-1]
        return keys

    def _option(self, ask: Ask) -> str:
        return self._chance.choice(ask.options).key

    def _pick(self, kind: str) -> Any:
        """One of the made-up lines. None comes twice before all have come once."""
        waiting = self._waiting.setdefault(kind, [])
        if not waiting:
            waiting += self._words.get(kind) or self._words["thought"]
            self._chance.shuffle(waiting)
        return waiting.pop()
