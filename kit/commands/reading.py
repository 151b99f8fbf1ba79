"""kit check PROGRAMME: what its sheets say, and the offer to explain a word in its glossary."""

import sys
from argparse import Namespace
from collections.abc import Sequence

from kit.commands import NO, OK
from kit.commands.telling import narrate, tell, tell_json
from kit.content.problems import Problem
from kit.desk.home import home_folder
from kit.desk.library import load_shelf
from kit.desk.plainness import explain, read_sheets, words_to_explain
from kit.desk.world import real_world
from kit.model.text import clean_line, counted
from kit.store import Programme


def check_sheets(call: Namespace, programme: Programme, problems: Sequence[Problem]) -> int:
    """Say what is wrong with a programme's plans and activities (`problems`); else what may be hard to read on its sheets."""
    found = () if problems else read_sheets(programme, load_shelf(home_folder(call.home)))
    if call.json:
        tell_json([*({"file": p.file, "line": p.line, "sentence": p.sentence} for p in problems),
                   *({"sheet": one.sheet, "kind": one.flag.kind, "seen": one.flag.seen, "sentence": one.flag.sentence}
                     for one in found)])
    else:
        tell(*map(str, problems))
        tell(*(f"{clean_line(one.sheet)}: {one.flag.sentence}" for one in found))
    narrate(f"{counted(len(problems), 'problem')} found." if problems else "No problems found.")
    narrate(f"{counted(len(found), 'thing')} to look at on the sheets.")
    unknown = words_to_explain(found)
    if call.add_terms:
        _ask(programme, unknown)
    elif unknown:
        narrate(f"To explain a word in the glossary: kit check {programme.code} --add-terms")
    return NO if problems or (call.strict and found) else OK


def _ask(programme: Programme, unknown: tuple[str, ...]) -> None:
    """Ask for each word what it means. An empty line leaves the word as it is."""
    kept = 0
    for word in unknown:
        narrate(f"What does “{word}” mean, in plain words? Enter leaves it out.")
        line = sys.stdin.readline()
        if not line:
            break
        if meaning := clean_line(line):
            explain(programme, word, meaning, real_world())
            kept += 1
    narrate(f"{counted(kept, 'word')} put into the glossary.")
