"""Looking back at 1,000, 10,000 and 100,000 records: milliseconds, a ratio to the gate letting them all out, and how it grows.

The goal is a search within 100 ms at 100,000 records. Processor time, the median of several; nothing is read from the disk.
"""

import gc
import statistics
import time
from collections.abc import Callable
from random import Random

from kit.content.frameworks import load_frameworks
from kit.desk.reports import KINDS, document
from kit.desk.reports.material import Material
from kit.model import Origin, Record, Visible, origins
from kit.model.framework import LEVELS
from kit.model.gate import Way, let_out
from kit.paths import builtin_activities
from kit.reflect import Holdings
from kit.reflect.agreement import agreement
from kit.reflect.holdings import Meeting
from kit.reflect.looking import by_site, questions, timeline
from kit.reflect.matrix import matrix
from kit.reflect.qda import qda
from kit.reflect.qdpx import qdpx_bytes
from kit.reflect.searching import Index
from kit.reflect.themes import themes
from printables.html import page
from printables.profile import PAPERS, PROFILES

SIZES = (1_000, 10_000, 100_000)
WORKSHOPS = 50
RUNS = 3
GOAL = 100
"""Milliseconds for a search of the largest programme."""

_WORDS = ("tea", "chair", "money", "time", "door", "listen", "turn", "word", "plan", "home", "lift", "name", "power", "slow",
          "kind", "share", "table", "train", "letter", "winter")


def records(count: int) -> list[Record]:
    """A programme of fifty workshops: a tenth accounts, half codings of them, the rest thoughts and themes."""
    chance, made, accounts = Random(1), [], []
    for number in range(count):
        kind = "account" if number % 10 == 0 else "coding" if number % 2 else "theme" if number % 50 == 2 else "thought"
        words = " ".join(chance.choices(_WORDS, k=40 if kind == "account" else 12))
        when = f"20{26 + number * 4 // count}-{number * 48 // count % 12 + 1:02}-01T10:00:00+00:00"
        of = chance.choice(accounts) if accounts else ""
        content = {
            "account": {"letter": f"A{number}", "title": words[:20], "role": "", "parts": [words], "draft": 1},
            "coding": {"of": of, "letter": "", "framework": "ukspi-2019", "code": chance.choice(_CODES), "called": "", "own": "",
                       "level": chance.choice(LEVELS), "note": words, "read_by": "other", "coder": chance.choice("12"),
                       "quote": ""},
            "theme": {"name": words[:20], "cards": [of], "status": "draft", "cross": False, "under": "", "into": "",
                      "confirmed_by": "", "why": ""},
            "thought": {"text": words, "question": "What helps?"},
        }[kind]
        record = Record(f"r{number}", kind, when, Origin(workshop=f"w{number * WORKSHOPS // count}"), content, Visible.REPORT)
        made.append(record)
        accounts += [record.id] if kind == "account" else []
    return made


_CODES = [item.id for item in load_frameworks([builtin_activities() / "frameworks"]).by_id["ukspi-2019"].items]


def main() -> None:
    """Time each view at each size."""
    known = load_frameworks([builtin_activities() / "frameworks"]).by_id
    meetings = tuple(Meeting(f"w{n}", n + 1, "A day", "", "NESW"[n % 4]) for n in range(WORKSHOPS))
    told: dict[str, list[float]] = {}
    for size in SIZES:
        made = records(size)
        held = Holdings(let_out(made, Way.REPORT, "2026-01-01"), (), origins({r.id: r for r in made}), known, meetings)
        index = Index(held)
        works: dict[str, Callable[[], object]] = {
            "the gate lets them out": lambda made=made: let_out(made, Way.REPORT, "2026-01-01"),
            "index, made once": lambda held=held: Index(held),
            "search, one word in most of them": lambda index=index: index.search("chair"),
            "search, three words and a filter": lambda index=index: index.search("chair money door kind:account"),
            "search, nothing found": lambda index=index: index.search("zebra"),
            "matrix": lambda held=held: matrix(held), "agreement": lambda held=held: agreement(held),
            "themes": lambda held=held: themes(held), "time line": lambda held=held: timeline(held),
            "report as HTML": lambda held=held: page(document(KINDS["programme"], Material("Ours", Way.REPORT, held, {})),
                                                     PROFILES["clear"], PAPERS["A4"]),
            "REFI-QDA project": lambda held=held: qdpx_bytes(qda(held, "Ours", {})),
            "questions over time": lambda held=held: questions(held), "site by site": lambda held=held: by_site(held),
        }
        for what, work in works.items():
            told.setdefault(what, []).append(_time(work))
    _tell(told)


def _tell(told: dict[str, list[float]]) -> None:
    base = told["the gate lets them out"][-1]
    print(f"{'milliseconds at':<36}" + "".join(f"{size:>10,}" for size in SIZES) + f"{'ratio':>8}{'growth':>8}")
    for what, costs in told.items():
        growth = costs[-1] / costs[-2] if costs[-2] else 0
        print(f"{what:<36}" + "".join(f"{cost * 1e3:>10.1f}" for cost in costs) + f"{costs[-1] / base:>8.2f}{growth:>8.1f}")
    slowest = max(costs[-1] for what, costs in told.items() if what.startswith("search")) * 1e3
    print(f"The slowest search of {SIZES[-1]:,} records took {slowest:.0f} ms; the goal is {GOAL}.")


def _time(work: Callable[[], object]) -> float:
    """Processor seconds of one call, the median of several."""
    costs = []
    for _ in range(RUNS):
        gc.collect()
        began = time.process_time()
        work()
        costs.append(time.process_time() - began)
    return statistics.median(costs)


if __name__ == "__main__":
    main()
