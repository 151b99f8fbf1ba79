"""What following a programme costs the second screen, as a ratio to reading the whole folder in the same run."""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kit.content.library import read_made_up
from kit.desk.library import load_shelf
from kit.desk.programmes import new_programme
from kit.desk.secondscreen import SecondScreen
from kit.desk.workshop import open_workshop
from kit.desk.world import made_up_world
from kit.engine.made_up import MadeUpPeople
from kit.paths import builtin_activities
from kit.store import read_history

WORKSHOPS = (1, 4, 8)


def main() -> None:
    """Look at nothing new, look after each save, and read all, in programmes of several lengths."""
    print(f"{'':<44}{'ms':>8}{'ratio':>8}")
    with tempfile.TemporaryDirectory() as home:
        world, shelf = made_up_world(1), load_shelf(Path(home))
        programme = new_programme(Path(home), "Ours", "sixty-minute-drawing", shelf, world)
        second, words = SecondScreen(programme, world), read_made_up(builtin_activities() / "made-up.toml")
        for number in range(1, max(WORKSHOPS) + 1):
            workshop, room, looks = open_workshop(programme, shelf, world, fresh=True), MadeUpPeople(14, words, 1), []
            while not workshop.over:
                command, value = room.answer(workshop.prompt)
                _ = workshop.answer(value) if command == "answer" else workshop.done()
                looks.append(_cost(second.look))
            if number in WORKSHOPS:
                whole = statistics.median(_cost(lambda: read_history(programme.folder)) for _ in range(5))
                idle = statistics.median(_cost(second.look) for _ in range(40))
                costs = {"read all": whole, "look after a save": statistics.median(looks), "look at nothing": idle}
                for what, cost in costs.items():
                    print(f"{f'{number} workshops: {what}':<44}{cost * 1e3:>8.2f}{cost / whole:>8.3f}")
            workshop.close()


def _cost(work: Callable[[], object]) -> float:
    """Processor seconds of one call."""
    before = time.process_time()
    work()
    return time.process_time() - before


if __name__ == "__main__":
    main()
