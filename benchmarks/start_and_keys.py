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
        costs: dict[str, list[Cost]] = {name: [] for name in cases}
        for _ in range(RUNS):
            for name, (command, expect, keys, more) in cases.items():
                costs[name].append(run(command, expect, keys, more))
    print(f"{'':<26}{'start, ms':>10}{'ratio':>8}{'a key, ms':>11}{'ratio':>8}{'MB':>7}")
    start, key, _ = _medians(costs["yardstick"])
    for name, of in costs.items():
        to_start, to_key, memory = _medians(of)
        a_key = f"{to_key * 1e3:>11.1f}{to_key / key:>8.2f}" if to_key else f"{'-':>11}{'-':>8}"
        print(f"{name:<26}{to_start * 1e3:>10.0f}{to_start / start:>8.2f}{a_key}{memory:>7.0f}")


def _medians(costs: list[Cost]) -> tuple[float, float, float]:
    """Processor seconds to the first screen, processor seconds a key, megabytes."""
    return (statistics.median(c.start for c in costs), statistics.median(c.key for c in costs),
            statistics.median(c.megabytes for c in costs))


if __name__ == "__main__":
    main()
