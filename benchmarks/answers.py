"""An answer that is saved, and an undo, in the running app, as ratios to a key of a minimal Textual app. Goal: 10.

Each is measured in a workshop that has just begun and in one with many answers, so that growth shows. An answer is two
keys: a letter and Enter, with the save flushed to the disk between them and the screen.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from terminal import run

from kit.desk.library import load_shelf
from kit.desk.programmes import new_programme
from kit.desk.workshop import open_workshop
from kit.desk.world import made_up_world

RUNS = 3
KEYS = 12
FEW, MANY = 15, 300
YARDSTICK = [sys.executable, str(Path(__file__).with_name("yardstick.py"))]
ACTIVITY = """
id = "words"
title = "Words"
summary = "Words."
purpose = "Words."
source = "Made for this."
minutes = 10
least_minutes = 5
power = "Everybody."
load = "low"
access = ["None."]
practices = [54]

[[steps]]
kind = "collect"
room = "What do you hope for?"
question = "What do people hope for?"
"""
PLAN = """
id = "words-day"
title = "A day of words"
summary = "Words."

[[blocks]]
activity = "words"
minutes = 10
"""


def main() -> None:
    """Run each case in turn with the yardstick, so that a busy machine moves both."""
    with tempfile.TemporaryDirectory() as home:
        cases = {f"{what}, {count} answers before": (count, key) for count in (FEW, MANY)
                 for what, key in (("a letter", "t"), ("an answer", "t\r"), ("an undo", "\x1bOR"))}
        costs: dict[str, list[float]] = {name: [] for name in ("yardstick", *cases)}
        for _ in range(RUNS):
            costs["yardstick"].append(run(YARDSTICK, "READY", ["x"] * KEYS).key)
            for place, (name, (count, key)) in enumerate(cases.items()):
                folder = _home(Path(home) / f"{place}", count)
                costs[name].append(run([sys.executable, "-m", "kit", "run"], "Going on", [key] * KEYS, {"KIT_HOME": folder}).key)
    yardstick = statistics.median(costs["yardstick"])
    print(f"{'':<34}{'CPU, ms':>9}{'ratio':>8}")
    for name, of in costs.items():
        print(f"{name:<34}{statistics.median(of) * 1e3:>9.1f}{statistics.median(of) / yardstick:>8.2f}")


def _home(home: Path, answers: int) -> str:
    """A home folder with one programme, whose workshop has so many answers."""
    if not home.exists():
        (home / "activities").mkdir(parents=True)
        (home / "activities" / "words.toml").write_text(ACTIVITY)
        (home / "activities" / "day.toml").write_text(PLAN)
        world, shelf = made_up_world(1), load_shelf(home)
        programme = new_programme(home, "Ours", "words-day", shelf, world)
        workshop = open_workshop(programme, shelf, world)
        for given in (4, None, *(f"hope {number}" for number in range(answers))):
            workshop.done() if given is None else workshop.answer(given)
        workshop.close()
    return str(home)


if __name__ == "__main__":
    main()
