"""`kit report`: what was made, what it means and what came of it, as one document."""

from argparse import Namespace
from pathlib import Path

from kit.commands import OK
from kit.commands.opening import programme_of
from kit.commands.telling import narrate, tell, tell_json
from kit.desk.reporting import Wanted, say_who_was_absent
from kit.desk.reporting import report as write
from kit.desk.world import real_world
from kit.model.text import counted


def report(call: Namespace) -> int:
    """Write a report or its drafts, and say what stays here."""
    programme, world = programme_of(call), real_world()
    if call.absent:
        say_who_was_absent(programme, call.absent, world)
        narrate("Saved: who was not there. It stands in every report from now on.")
    wanted = Wanted(call.kind, call.format, call.profile, call.paper, call.public, call.drafts)
    done = write(programme, wanted, Path(call.out).expanduser() if call.out else None, world)
    if call.json:
        tell_json({"file": str(done.path), "records": done.records, "kept_back": done.kept_back})
    else:
        tell(str(done.path))
    kept = f" {counted(done.kept_back, 'more stays', 'more stay')} here (see: kit consent)." if done.kept_back else ""
    narrate(f"It was made from {counted(done.records, 'record')}.{kept}")
    return OK
