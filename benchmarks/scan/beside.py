"""Another tool beside ours on the same pictures: OMRChecker, which reads one whole page a picture by its corner markers.

    python -m benchmarks.scan.beside FOLDER PYTHON [PAGES]

FOLDER: a checkout of OMRChecker. PYTHON: a Python with what its requirements name and opencv-python-headless. Each page is A4
with twenty questions of four boxes, our code, and the other tool's markers in the corners; neither tool uses what is the
other's. Both are given the page's template, with the settings they come with.
"""

import csv
import json
import resource
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from benchmarks.piles.capture import ALL, WAYS, taken
from benchmarks.piles.make import Pile
from benchmarks.piles.paper import DOTS, Canvas, Page
from benchmarks.piles.people import HABITS, Habit, fill_in
from benchmarks.scan.table import said_of

BOX, MARKER, EDGE = 5.0, 11.0, 15.0
"""Millimetres: a box, a marker, and from the paper's edge to a marker's middle."""
LETTERS = "ABCD"
RUN = """import runpy, screeninfo
screeninfo.get_monitors = lambda: [screeninfo.Monitor(0, 0, 800, 600)]
runpy.run_path("main.py", run_name="__main__")"""
"""Its main program, told of a monitor: it asks for one before it reads anything."""
SCAN = replace(WAYS["scan"], roll=0)
PICTURES = {"clean scan": SCAN, "skewed scan": replace(SCAN, roll=6), "phone": WAYS["phone"], "shadow": WAYS["shadow"]}
PENS = {"ball": 3, "blue": 4, "black": 3}
MARKS = {"filled boxes": Habit((0, 0.25), {"fill": 1}, PENS, empty=0),
         "ticks and crosses": Habit((0, 0.25), {"tick": 1, "cross": 1}, PENS, empty=0)}


def page(number):
    """A page of ours that carries the other tool's markers."""
    from printables.qr import modules

    canvas, text, chance = Canvas(210, 297), f"F:K4B:C1:{number:04d}:L8", np.random.default_rng(number)
    canvas.code(30, 24, 18, modules(text))
    boxes = []
    for question in range(20):
        x, y = 40 + 80 * (question // 10), 62 + 19 * (question % 10)
        canvas.words(x - 10, y - 5, 60, 2.6, chance)
        for place, letter in enumerate(LETTERS):
            canvas.frame(x + 14 * place, y, BOX, 0.3)
            boxes.append({"id": f"q{question + 1}.{letter}", "group": f"q{question + 1}", "mode": "single", "value": letter,
                          "rect": [x + 14 * place, y, BOX, BOX]})
    picture = canvas.done()
    for x, y in ((EDGE, EDGE), (210 - EDGE, EDGE), (EDGE, 297 - EDGE), (210 - EDGE, 297 - EDGE)):
        picture.paste(marker(), (round((x - MARKER / 2) * DOTS), round((y - MARKER / 2) * DOTS)))
    codes = [{"role": "main", "rect": [30, 24, 18, 18]}]
    layout = {"schema": "omr-boxes/1", "page_mm": [210, 297], "origin": "top-left", "relative": True}
    card = {"id": text, "rect": [0, 0, 210, 297], "boxes": boxes, "text": [], "codes": codes}
    return Page(picture, {**layout, "cards": [card]})


def marker():
    """A black ring with a black middle."""
    side = round(MARKER * DOTS)
    picture = Image.new("RGB", (side, side), "white")
    draw = ImageDraw.Draw(picture)
    for share, shade in ((0.48, "black"), (0.32, "white"), (0.16, "black")):
        draw.ellipse([side * (0.5 - share)] * 2 + [side * (0.5 + share)] * 2, shade)
    return picture


def template(steps):
    """The page as OMRChecker's template says it: ten dots a millimetre, between the middles of the markers."""
    blocks = {f"Block{n}": {"fieldType": "QTYPE_MCQ4", "fieldLabels": [f"q{10 * n + 1}..{10 * n + 10}"], "bubblesGap": 140,
                            "labelsGap": 190, "origin": [round(10 * (40 + 80 * n - EDGE)), round(10 * (62 - EDGE))]}
              for n in range(2)}
    crop = {"name": "CropOnMarkers", "options": {"relativePath": "marker.jpg", "sheetToMarkerWidthRatio": 17}}
    return {"pageDimensions": [1800, 2670], "bubbleDimensions": [50, 50], "fieldBlocks": blocks,
            "preProcessors": [*([{"name": "CropPage", "options": {"morphKernel": [10, 10]}}] if steps > 1 else []), crop]}


def other(folder, python, pile, steps):
    """What OMRChecker says of a pile, by file and question; and its processor seconds, starting included."""
    with tempfile.TemporaryDirectory() as place:
        inside, out = Path(place) / "in", Path(place) / "out"
        inside.mkdir()
        for name, data in pile.pictures.items():
            (inside / name).write_bytes(data)
        (inside / "template.json").write_text(json.dumps(template(steps)))
        (inside / "config.json").write_text("{}")
        marker().save(inside / "marker.jpg", quality=95)
        start = spent()
        subprocess.run([python, "-c", RUN, "-i", str(inside), "-o", str(out)], cwd=folder, check=True, capture_output=True)
        seconds = spent() - start
        rows = [row for file in out.rglob("Results*.csv") for row in csv.DictReader(file.open())]
    return {row["file_id"]: row for row in rows}, seconds


def spent():
    """Processor seconds of this process and of those that it started."""
    return sum(resource.getrusage(who)[0] for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def row(name, pile, answers, seconds):
    """A line of the table. `answers`: by file, then question: letters, or None where a person is asked."""
    counts = dict.fromkeys(("right", "wrong", "empty", "asked", "refused"), 0)
    for file, [meant] in pile.meant.items():
        for group, [box] in meant.values.items():
            said = answers[file].get(group) if file in answers else "refused"
            kind = ("refused" if said == "refused" else "asked" if said is None or len(said) > 1 else "empty" if not said
                    else "right" if box.endswith(said) else "wrong")
            counts[kind] += 1
    return f"| {name} | {' | '.join(map(str, counts.values()))} | {1000 * seconds / len(pile.pictures):.0f} |"


def ours(pile):
    """What our reader says of it, in the same form."""
    said = said_of(pile)
    return {file: {group: None if one["doubt"] else "".join(box[-1] for box in one["value"])
                   for group, one in got["cards"][0]["answers"].items()} for file, got in said.items() if got["cards"]}


def pile_of(marks, way, pages):
    """Pages that were filled and taken in one way."""
    HABITS[marks], ALL[way] = MARKS[marks], PICTURES[way]
    chance = np.random.default_rng(11)
    sheets = [page(number) for number in range(1, pages + 1)]
    meant = {f"{n:03d}.jpg": fill_in(sheet.picture, sheet.layout, marks, chance) for n, sheet in enumerate(sheets)}
    pictures = {f"{n:03d}.jpg": taken(sheet.picture, way, chance) for n, sheet in enumerate(sheets)}
    return Pile(pictures, [sheet.layout for sheet in sheets], meant, dict.fromkeys(pictures, way))


if __name__ == "__main__":
    folder, python, *rest = sys.argv[1:]
    print("| pile and reader | right | another answer, no word | empty, no word | asked | page refused | ms a page |")
    print("|---" * 7 + "|")
    for marks in MARKS:
        for way in PICTURES:
            pile = pile_of(marks, way, int(rest[0]) if rest else 10)
            one = replace(pile, pictures=dict(list(pile.pictures.items())[:1]))
            for steps in (1, 2):
                answers, seconds = other(folder, python, pile, steps)
                start = other(folder, python, one, steps)[1]
                more = (seconds - start) * len(pile.pictures) / (len(pile.pictures) - 1)
                print(row(f"{marks}, {way}: OMRChecker, {'markers' if steps == 1 else 'page and markers'}", pile, answers, more))
            ours(one)
            start = spent()
            answers = ours(pile)
            print(row(f"{marks}, {way}: ours", pile, answers, spent() - start), flush=True)
