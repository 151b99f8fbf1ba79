"""Keys in the running app where there is much to show, as ratios to a key of a minimal Textual app. Goal: 10.

A plan of 200 blocks: the mark moves, a part gets longer (a change that is flushed to the disk), and letters are typed into its
title. What we made: 10,000 records, a row and a page at a time. The screen of the running workshop: its ordinary keys.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from planning import day
from terminal import run

from kit.content.plan_text import plan_text
from kit.desk.library import load_shelf
from kit.desk.programmes import find_programme, new_programme
from kit.desk.workshop import open_workshop
from kit.desk.world import made_up_world, real_world
from kit.model import Change, Event, Origin, Record
from kit.store import Store

RUNS = 3
KEYS = 12
BLOCKS, RECORDS = 200, 10_000
SIZES = ((120, 40), (80, 24))
YARDSTICK = [sys.executable, str(Path(__file__).with_name("yardstick.py"))]
DOWN, UP, RIGHT, PAGE_DOWN, PAGE_UP, ENTER = "\x1b[B", "\x1b[A", "\x1b[C", "\x1b[6~", "\x1b[5~", "\r"

CASES = {
    "plan of 200, the mark moves": ("plan", "Block 3", [DOWN] * KEYS, 3),
    "plan of 200, 5 minutes more": ("plan", "Block 3", [RIGHT] * KEYS, 3),
    "plan of 200, a letter in a title": ("plan", "Block 3", ["t"] * KEYS, 0),
    "10,000 records, a row": ("made", "thought 9", [DOWN, DOWN, UP] * (KEYS // 3), 0),
    "10,000 records, a page": ("made", "thought 9", [PAGE_DOWN, PAGE_DOWN, PAGE_UP] * (KEYS // 3), 0),
    "workshop, a letter of an answer": ("run", "Going on", ["t"] * KEYS, 0),
}
"""What is measured: the screen, a word that shows it is there, the keys, and how often the mark goes down before."""


def main() -> None:
    """Run each case in turn with the yardstick, so that a busy machine moves both."""
    if len(sys.argv) == 3:
        _show(Path(sys.argv[1]), sys.argv[2])
        return
    with tempfile.TemporaryDirectory() as home:
        _make(Path(home))
        for size in SIZES:
            _measure(home, size)


def _measure(home: str, size: tuple[int, int]) -> None:
    costs: dict[str, list[float]] = {name: [] for name in ("yardstick", *CASES)}
    for _ in range(RUNS):
        costs["yardstick"].append(run(YARDSTICK, "READY", ["x"] * KEYS, size=size).key)
        for name, (screen, expect, keys, down) in CASES.items():
            first = [DOWN] * down if down else []
            first += [ENTER, DOWN, DOWN, ENTER] if "title" in name else []
            costs[name].append(run([sys.executable, __file__, home, screen], expect, keys, first=first, size=size).key)
    yardstick = statistics.median(costs["yardstick"])
    print(f"{f'{size[0]} by {size[1]}':<34}{'CPU, ms':>9}{'ratio':>8}")
    for name, of in costs.items():
        print(f"{name:<34}{statistics.median(of) * 1e3:>9.1f}{statistics.median(of) / yardstick:>8.2f}")


def _make(home: Path) -> None:
    """A programme with a long plan, a workshop that has begun, and many records."""
    world, shelf = made_up_world(1), load_shelf(home)
    programme = new_programme(home, "Ours", "first-meeting", shelf, world)
    workshop = open_workshop(programme, shelf, world)
    for given in (4, None, None):
        workshop.done() if given is None else workshop.answer(given)
    workshop.close()
    [file] = programme.plans_folder.iterdir()
    file.write_text(plan_text(day(BLOCKS)))
    when = "2026-03-02T10:00:00+00:00"
    records = tuple(Record(f"r{n}", "thought", when, Origin(), {"text": f"thought {n}: something that was said in the room"})
                    for n in range(RECORDS))
    store = Store(programme.folder, "10:00")
    store.keep("", Change(Event(0, "", ""), records))
    store.close()


def _show(home: Path, what: str) -> None:
    """The app on one of its screens."""
    from kit.tui.kitapp import KitApp
    from kit.tui.screens.outputs import OutputsScreen
    from kit.tui.screens.plan import PlanScreen
    from kit.tui.screens.run import RunScreen

    programme = find_programme(home, "Ours")
    app = KitApp(home, programme=programme)
    screens = {
        "plan": lambda: PlanScreen(programme),
        "made": lambda: OutputsScreen(programme),
        "run": lambda: RunScreen(open_workshop(programme, app.shelf, real_world())),
    }
    app.open_programme = lambda *_: app.push_screen(screens[what]())
    app.run()


if __name__ == "__main__":
    main()
