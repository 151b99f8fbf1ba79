"""Paper coming back: silent wrong answers first, by habit and by how the picture was taken, on seeds that nothing was tuned on.

    python -m benchmarks.scan.table [SEEDS] [FIRST]      a picture of each way and habit for each seed (2 from 101: some minutes)

The yardstick of time is the picture itself: opening it and finding its codes with zxing-cpp, in the same process, in turn.
"""

import io
import json
import resource
import sys
import tempfile
import time
from contextlib import redirect_stdout
from pathlib import Path

from benchmarks.piles.capture import WAYS
from benchmarks.piles.make import own_pile, trial_pile
from benchmarks.piles.paper import own_kinds
from benchmarks.piles.people import HABITS
from benchmarks.piles.score import HEAD, Score, add
from kit.cli import main

PAPERS = ("A4", "A5")
PROFILES = ("clear", "large", "giant", "dyslexia", "easy")


def said_of(pile):
    """What `kit scan --dry-run` says of a pile: the command itself, from files."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in pile.pictures.items():
            (Path(folder) / name).write_bytes(data)
        layout = Path(folder) / "layout.json"
        layout.write_text(json.dumps(pile.layouts))
        with redirect_stdout(io.StringIO()) as out:
            main(["scan", "--dry-run", "--layout", str(layout), folder, "--json"])
    return json.loads(out.getvalue())["images"]


def yardstick(pile):
    """Seconds of opening the pictures and of finding their codes alone."""
    import numpy as np
    import zxingcpp
    from PIL import Image

    start = time.process_time()
    for data in pile.pictures.values():
        zxingcpp.read_barcodes(np.asarray(Image.open(io.BytesIO(data)).convert("L")))
    return time.process_time() - start


def habits(seeds):
    """The trial's cards."""
    rows, notes = [], []
    ways = {way: Score() for way in WAYS}
    ours = stick = 0.0
    for habit in HABITS:
        score = Score()
        for seed in seeds:
            pile = trial_pile(seed, habit, list(WAYS))
            stick += yardstick(pile)
            start = time.process_time()
            said = said_of(pile)
            ours += time.process_time() - start
            add(score, pile, said)
            for way in WAYS:
                add(ways[way], pile, said, way)
        rows.append(score.row(habit))
        notes += score.wrong + score.lost + score.taken_for_another
    print(HEAD, *rows, *(score.row(way) for way, score in ways.items()), *notes, sep="\n")
    print(f"Reading takes {ours / stick:.1f} times as long as opening the pictures and finding their codes.")


def sheets(seeds):
    """Our own sheets that have boxes, in every profile, on A4 and A5."""
    total, each = Score(), {}
    for profile in PROFILES:
        for paper in PAPERS:
            for name in own_kinds(profile, paper):
                for seed in seeds:
                    pile = own_pile(seed, "mixed", ["phone", "curl", "messenger"], name, profile, paper)
                    said = said_of(pile)
                    add(each.setdefault(name, Score()), pile, said)
                    add(total, pile, said)
    print(*(score.row(f"{name}, every profile") for name, score in each.items()), sep="\n")
    print(total.row("all our sheets"), *total.wrong, *total.lost, *total.taken_for_another, sep="\n")


if __name__ == "__main__":
    count, first = (int(word) for word in (*sys.argv[1:], *["2", "101"][len(sys.argv) - 1:])[:2])
    habits(range(first, first + count))
    sheets(range(first, first + 1))
    print(f"Most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB, the generator's own included.")
