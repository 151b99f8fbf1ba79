"""`kit decisions` and `kit promises`: what was decided, and what came of what people took on."""

from argparse import Namespace

from kit.commands import OK
from kit.commands.opening import programme_of
from kit.commands.telling import narrate, tell, tell_json


def decisions(call: Namespace) -> int:
    """The register of a programme: decisions, promises, lessons, and how roles were spread."""
    from kit.desk.register import NOTHING, as_data, read_register, register_lines
    from kit.model.gate import Way

    register = read_register(programme_of(call), Way(call.way))
    if call.json:
        tell_json(as_data(register))
        return OK
    for heading, lines in register_lines(register):
        tell(heading, *(f"  {line}" for line in lines), "")
    if register.empty:
        narrate(NOTHING)
    return OK


def promises(call: Namespace) -> int:
    """The promises of a programme with their numbers; or one of them said to be done, or why it could not be."""
    from kit.desk.register import as_data, promise_lines, read_register, settle
    from kit.desk.world import real_world
    from kit.store import NoSuchThing

    programme = programme_of(call)
    if call.number and not call.state:
        raise NoSuchThing("Say what the promise is at: open, done or could-not.")
    if call.number:
        line = settle(programme, call.number, call.state.replace("-", " "), call.why, call.told, real_world())
        narrate(f"Saved. {line}")
    register = read_register(programme)
    if call.json:
        tell_json(as_data(register)["promises"])
    else:
        tell(*promise_lines(register))
        if not register.promises:
            narrate("Nothing has been promised yet.")
    return OK
