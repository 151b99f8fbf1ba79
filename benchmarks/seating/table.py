"""Every seating instance at some budgets, beside the best-known value and the lower bound; a referee checks each schedule.

    python -m benchmarks.seating.table [FOLDER] [--seconds 1 5 30] [--seed N]

Seconds are processor seconds of one core. Besides the table it prints how long this machine takes for a fixed piece of
work in plain Python, so that figures of two machines can be set side by side.
"""

import argparse
import json
import time
from pathlib import Path
from typing import Any

from benchmarks.seating.referee import judge
from kit.engine.seating import read_instance, solve

_HERE = Path(__file__).with_name("instances")


def main() -> None:
    """Print the table."""
    words = argparse.ArgumentParser(description="Seating, measured.")
    words.add_argument("folder", nargs="?", type=Path, default=_HERE)
    words.add_argument("--seconds", nargs="+", type=float, default=[1, 5, 30])
    words.add_argument("--seed", type=int, default=1)
    call = words.parse_args()
    print(f"yardstick: {yardstick():.2f} s for 20 million additions\n")
    print("| instance | bound | best known |" + "".join(f" {s:g} s |" for s in call.seconds))
    print("| --- " * (3 + len(call.seconds)) + "|")
    reached = dict.fromkeys(call.seconds, 0)
    paths = sorted(call.folder.glob("*.json"))
    for path in paths:
        data = json.loads(path.read_text(encoding="utf-8"))
        best = data.get("best", {}).get("cost")
        cells = []
        for seconds in call.seconds:
            cost, bound, cell = _one(data, seconds, call.seed)
            reached[seconds] += best is None or cost <= best
            cells.append(cell)
        print(f"| {path.stem} | {bound} | {'-' if best is None else best} | {' | '.join(cells)} |", flush=True)
    print()
    for seconds, count in reached.items():
        print(f"{seconds:g} s: best known or better on {count} of {len(paths)}")


def _one(data: dict[str, Any], seconds: float, seed: int) -> tuple[float, int, str]:
    """The cost of one plan, the bound, and what the table says."""
    start = time.process_time()
    plan = solve(read_instance(data), seed=seed, seconds=seconds, now=time.process_time)
    took = time.process_time() - start
    verdict = judge(data, [[list(people) for people in tables] for tables in plan.schedule])
    broken = f" BROKEN: {verdict.broken[0]}" if verdict.broken else ""
    misses = f", {verdict.misses} mix" if verdict.misses else ""
    return verdict.cost, plan.bound.least, f"{verdict.repeats}{misses} ({took:.2f} s){broken}"


def yardstick() -> float:
    """Seconds of this machine for a fixed loop."""
    start, total = time.process_time(), 0
    for number in range(20_000_000):
        total += number
    return time.process_time() - start


if __name__ == "__main__":
    main()
