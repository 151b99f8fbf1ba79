"""A whole workshop in plain mode, from the first list to the last word, kept as a script to be read for sense by ear.

`golden/workshop.txt` holds what is typed (after `> `), the time (after `@ `) and all that is said. After a change that is
meant, write it anew with KIT_GOLDEN=1 and read it aloud.
"""

import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kit.desk import world as worlds
from kit.desk.library import load_shelf
from kit.line.menu import Menu
from kit.line.voice import Voice
from tests.tui.playing import still_world

GOLDEN = Path(__file__).parent / "golden" / "workshop.txt"
DAY = datetime(2026, 3, 2, tzinfo=UTC)


class Told:
    """Plays the typed lines of a script and writes down everything that is said between them."""

    def __init__(self, script):
        self._lines = [line for line in script.splitlines() if line[:2] in ("> ", "@ ")]
        self.now = DAY + timedelta(hours=10)
        self.said = []

    def listen(self):
        while self._lines:
            line = self._lines.pop(0)
            self.said.append(f"{line}\n")
            if line.startswith("> "):
                return line[2:]
            hours, minutes = line[2:].split(":")
            self.now = DAY + timedelta(hours=int(hours), minutes=int(minutes))
        return None


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What is said when the script is typed, and the script as it stands in the repository."""
    home = tmp_path_factory.mktemp("home")
    script = GOLDEN.read_text(encoding="utf-8")
    talk, chance = Told(script), still_world()
    world = worlds.World(lambda: talk.now, chance.draw)
    Menu(home, load_shelf(home), world, Voice(talk.said.append, talk.listen)).run()
    heard = "".join(talk.said).replace(str(home), "HOME")
    if os.environ.get("KIT_GOLDEN"):
        GOLDEN.write_text(heard, encoding="utf-8")
        script = heard
    return heard, script


def test_a_whole_workshop_in_plain_mode_sounds_as_it_did(told):
    heard, script = told
    assert heard == script


def test_it_goes_from_a_new_programme_to_what_was_made(told):
    heard, _ = told
    for words in ("The workshop has ended. Thank you.", "kept. They stay in the programme folder.", "Undone: ", "Paused."):
        assert words in heard


def test_nothing_in_it_is_spelled_out_by_a_screen_reader(told):
    """No boxes, bullets, arrows, rules, marks for emphasis, or gaps that make columns."""
    for line in told[0].splitlines():
        if not line.startswith(("> ", "@ ")):
            assert not re.search(r"[^\w\s.,:;?!'\"()/%&+=-]|  |--|\.\.\.|___", line), line


def test_no_sentence_in_it_is_too_long_to_hold_in_the_ear(told):
    for line in told[0].splitlines():
        if not line.startswith("> "):
            for sentence in re.split(r"[.?!:;] ", line):
                assert len(sentence.split()) <= 28, sentence
