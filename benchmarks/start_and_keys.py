"""First screen, a key and memory, as ratios to a minimal Textual app in the same run. Goals: 1.4, 10, and 60 MB."""

import statistics
import sys
import tempfile
from pathlib import Path

from terminal import Cost, run

RUNS = 7
KEYS = 12
YARDSTICK = [sys.executable, str(Path(__file__).with_name("yardstick.py"))]
KIT = [sys.executable, "-m", "kit"]


def main() -> None:
    """Run each case in turn with the yardstick, so that a busy machine moves both."""
    with tempfile.TemporaryDirectory() as home:
        env = {"KIT_HOME": home}
        cases = {
            "yardstick": (YARDSTICK, "READY", ["x"] * KEYS, {}),
            "kit, first screen": (KIT, "Try a workshop now", ["\x1b[B", "\x1b[A"] * (KEYS // 2), env),
            "kit --plain, first list": ([*KIT, "--plain"], "Type a number", [], env),
        }
        starts: dict[str, list[Cost]] = {name: [] for name in cases}
        pressed: dict[str, list[Cost]] = {name: [] for name in cases}
        for _ in range(RUNS):
            for name, (command, expect, keys, more) in cases.items():
                starts[name].append(run(command, expect, (), more))
                if keys:
                    pressed[name].append(run(command, expect, keys, more))
    print(f"{'':<26}{'start, ms':>10}{'ratio':>8}{'a key, ms':>11}{'ratio':>8}{'MB':>7}")
    base_start = _median(starts["yardstick"])
    base_key = _a_key(starts["yardstick"], pressed["yardstick"])
    for name in cases:
        start, key = _median(starts[name]), _a_key(starts[name], pressed[name]) if pressed[name] else None
        memory = statistics.median(cost.megabytes for cost in pressed[name] or starts[name])
        print(f"{name:<26}{start * 1e3:>10.0f}{start / base_start:>8.2f}"
              + (f"{key * 1e3:>11.1f}{key / base_key:>8.2f}" if key else f"{'-':>11}{'-':>8}") + f"{memory:>7.0f}")


def _median(costs: list[Cost]) -> float:
    return statistics.median(cost.seconds for cost in costs)


def _a_key(starts: list[Cost], pressed: list[Cost]) -> float:
    """Processor seconds a key: what a run with keys cost more than one without."""
    return max(1e-6, (_median(pressed) - _median(starts)) / KEYS)


if __name__ == "__main__":
    main()
