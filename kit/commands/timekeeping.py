"""Commands for a workshop that is running: what is next, what to do when it is late, and how long everything took.

Looking needs no lock, so another terminal can look while the workshop runs in a first one.
"""

from argparse import Namespace

from kit.commands import NO, OK
from kit.commands.opening import programme_of
from kit.commands.telling import narrate, tell, tell_json
from kit.desk.begun import running
from kit.desk.home import home_folder
from kit.desk.library import load_shelf
from kit.desk.running_words import now_lines, proposal_lines, spent_lines
from kit.desk.workshop import Workshop, open_workshop
from kit.desk.world import real_world
from kit.engine import Proposal
from kit.model import Refusal
from kit.store import NoSuchThing


def next_(call: Namespace) -> int:
    """Say what is now and what is next; or give the workshop some lines, and say what came of them."""
    if call.say:
        return _say(call)
    session = running(programme_of(call), real_world())
    if call.json:
        prompt, blocks = session.prompt, session.script.plan.blocks
        following = blocks[prompt.block].title if prompt.block < len(blocks) else ""
        tell_json({"now": prompt.title, "block": prompt.block, "next": following, "timing": session.timing,
                   "over": session.over, "paused": session.paused, "facilitator": session.facilitator})
    else:
        tell(*now_lines(session))
    return OK


def late(call: Namespace) -> int:
    """Say what can be done where the day is late, or time is left; with a number, do it. Exit code 1: nothing to do."""
    if call.take:
        return _take(call)
    session = running(programme_of(call), real_world())
    found = session.proposals
    if call.json:
        tell_json({"timing": session.timing, "proposals": [_facts(number, each) for number, each in enumerate(found, 1)]})
    else:
        tell(str(session.timing), *proposal_lines(found))
        if found:
            narrate(f"To do one of them: kit late {call.programme} --take NUMBER. Or just carry on.")
    return OK if found else NO


def spent(call: Namespace) -> int:
    """Say how long each part took, beside what was planned."""
    rows = running(programme_of(call), real_world()).spent
    if call.json:
        tell_json(rows)
    else:
        tell(*spent_lines(rows))
    return OK


def _take(call: Namespace) -> int:
    workshop = _open(call)
    try:
        found = workshop.proposals
        if call.take > len(found):
            there = f"There are {len(found)}." if found else "Nothing has to be done."
            raise NoSuchThing(f"There is no proposal {call.take}. {there}")
        outcome = workshop.take(found[call.take - 1])
        if isinstance(outcome, Refusal):
            raise NoSuchThing(str(outcome))
        if call.json:
            tell_json({"taken": _facts(call.take, found[call.take - 1]), "timing": workshop.timing})
        else:
            tell(f"Done: {found[call.take - 1].words}", str(workshop.timing))
    finally:
        workshop.close()
    return OK


def _say(call: Namespace) -> int:
    from kit.line.conversation import Conversation
    from kit.line.voice import Voice

    lines, said = list(call.say), list[str]()
    workshop = _open(call)
    try:
        Conversation(workshop, Voice(said.append, lambda: lines.pop(0) if lines else None)).take_up()
        if call.json:
            tell_json({"said": "".join(said).splitlines(), "timing": workshop.timing})
        else:
            tell("".join(said))
    finally:
        workshop.close()
    return OK


def _open(call: Namespace) -> Workshop:
    return open_workshop(programme_of(call), load_shelf(home_folder(call.home)), real_world())


def _facts(number: int, proposal: Proposal) -> dict[str, object]:
    return {"number": number, "kind": proposal.kind, "title": proposal.title, "costs": proposal.costs}
