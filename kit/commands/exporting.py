"""`kit export`: what may go to other programs."""

from argparse import Namespace
from pathlib import Path

from kit.commands import OK
from kit.commands.opening import programme_of
from kit.commands.telling import narrate, tell, tell_json
from kit.desk.exporting import export as write
from kit.desk.world import real_world


def export(call: Namespace) -> int:
    """Write what may go out into a folder, and say what stays here."""
    done = write(programme_of(call), call.form, Path(call.into).expanduser(), real_world(), public=call.public)
    if call.json:
        tell_json({"files": [str(path) for path in done.files], "records": done.records, "kept_back": done.kept_back})
    else:
        tell(*(str(path) for path in done.files))
    narrate(done.words)
    return OK
