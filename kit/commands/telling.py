"""How commands speak: data on standard output, narration on standard error. One place for both."""

import io
import json
import os
import re
import sys
from typing import Any

from kit.model.data import to_data
from kit.model.text import clean


def speak_utf8() -> None:
    """Write any name and any word, whatever the console's own alphabet: what it cannot show becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def tell(*lines: str) -> None:
    """Data for people: lines on standard output, with nothing in them that could act on a terminal."""
    for line in lines:
        print(clean(line))


def tell_json(value: Any) -> None:
    """Data for programs: one JSON value on standard output. What could act on a terminal is escaped, as in a file's name."""
    text = json.dumps(to_data(value), ensure_ascii=False, indent=1, default=str)
    print(_ACTS.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def narrate(line: str) -> None:
    """What is happening, on standard error."""
    print(clean(line), file=sys.stderr, flush=True)


def narrate_progress(done: int, total: int, what: str) -> None:
    """How far long work has come: one line that is written over in a terminal, and a line a tenth of the work elsewhere."""
    line = f"{done} of {total} {clean(what)[:60]}".rstrip()
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and os.environ.get("KIT_PLAIN", "0") == "0":
        bar = f"{'#' * (done * BAR // max(total, 1)):.<{BAR}}"
        print(f"\r\x1b[K[{bar}] {line}", end="" if done < total else "\n", file=sys.stderr, flush=True)
    elif line != _last_line[0] and (done in (0, total) or done * 10 // total > (done - 1) * 10 // total):
        _last_line[0] = line
        narrate(line)


_ACTS = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Controls, marks that turn the direction of text, and halves of characters, which `json` leaves as they are."""

BAR = 20
"""Width of the bar that shows how far long work has come."""

_last_line = [""]
"""The line of progress that was said last: it is not said again."""
