"""Ten thousand answers: pile after pile, photographed with phones, until so many clear questions were asked. Silent wrong first.

    nice python -m benchmarks.scan.many FOLDER [CLEAR] [FIRST] [--again]     (10000 clear questions, seeds from 20001)

Every pile is kept in FOLDER with what was read of it, so a run that was stopped goes on where it was, and `--again` reads the
kept pictures anew after the reader changed. Each silent wrong answer is told with the name of its picture, to be looked at.
"""

import json
import sys
import time
from itertools import count
from pathlib import Path

from benchmarks.piles.make import keep, kept, trial_pile
from benchmarks.piles.score import HEAD, Score, add
from benchmarks.scan.table import said_of

PHONES = ["phone", "phone", "phone", "tilt", "shadow", "blur", "noise", "curl", "stain", "jpeg40", "messenger", "cut"]
PEOPLE = ("mixed", "neat", "messy")


def read_pile(folder, habit, seed, again):
    """A pile and what was said of it, from the folder where they are there."""
    if not (folder / "truth.json").exists():
        keep(trial_pile(seed, habit, PHONES), folder)
    pile, answers = kept(folder), folder / "said.json"
    if again or not answers.exists():
        start = time.process_time()
        said = said_of(pile)
        answers.write_text(json.dumps({"images": said, "whole": time.process_time() - start}))
    return pile, json.loads(answers.read_text())["images"]


def run(folder, most, first, again):
    """Pile after pile until there were enough; a line for each."""
    scores = {habit: Score() for habit in PEOPLE}
    whole = Score()
    for seed in count(first):
        for habit in PEOPLE:
            pile, said = read_pile(folder / f"{habit}-{seed}", habit, seed, again)
            told = len(whole.wrong), len(whole.lost), len(whole.taken_for_another)
            add(scores[habit], pile, said)
            add(whole, pile, said)
            fresh = whole.wrong[told[0]:] + whole.lost[told[1]:] + whole.taken_for_another[told[2]:]
            print(f"{len(whole.wrong)} silent wrong of {whole.clear} clear, {habit}-{seed}", *fresh, sep="\n   ", flush=True)
        if whole.clear >= most:
            break
    print(HEAD, *(score.row(habit) for habit, score in scores.items()), whole.row("all"), *whole.wrong, sep="\n")
    print(*whole.whys.most_common(), sep="\n")


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "--again"]
    place, many, start = (*words, *["10000", "20001"][len(words) - 1:])[:3]
    run(Path(place), int(many), int(start), "--again" in sys.argv)
