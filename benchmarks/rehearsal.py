"""A whole workshop rehearsed and printed, as a ratio to starting a minimal Textual app in the same run."""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from terminal import run

RUNS = 5
YARDSTICK = [sys.executable, str(Path(__file__).with_name("yardstick.py"))]


def main() -> None:
    """Rehearse for three sizes of room, each in turn with the yardstick."""
    base: list[float] = []
    cases: dict[tuple[str, int], list[float]] = {(plan, people): [] for plan in ("sixty-minute-drawing", "first-meeting")
                                                 for people in (3, 12, 40)}
    for _ in range(RUNS):
        base.append(run(YARDSTICK, "READY").start)
        for (plan, people), costs in cases.items():
            costs.append(_rehearse(plan, people))
    print(f"{'':<40}{'ms':>8}{'ratio':>8}")
    print(f"{'yardstick, first screen':<40}{statistics.median(base) * 1e3:>8.0f}{1:>8.2f}")
    for (plan, people), costs in cases.items():
        cost = statistics.median(costs)
        print(f"{f'{plan}, {people} people':<40}{cost * 1e3:>8.0f}{cost / statistics.median(base):>8.2f}")


def _rehearse(plan: str, people: int) -> float:
    """Processor seconds of one rehearsal with all its sheets."""
    with tempfile.TemporaryDirectory() as home:
        before = os.times()
        subprocess.run([sys.executable, "-m", "kit", "rehearse", plan, "--people", str(people), "--home", home],
                       check=True, capture_output=True)
        after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    main()
