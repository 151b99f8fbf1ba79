"""Commands that keep what people agreed to: consent, forget, doctor."""

from argparse import Namespace
from pathlib import Path

from kit.commands import NO, OK, USAGE
from kit.commands.opening import found, opened, programme_of
from kit.commands.telling import narrate, narrate_progress, tell, tell_json
from kit.desk.world import real_world
from kit.model import Naming, Visible
from kit.model.text import counted
from kit.store import StoreProblem


def consent(call: Namespace) -> int:
    """Write down what somebody says about a thing they made; without a choice, read out what stands."""
    from kit.desk.consent import WORDINGS, Choice, choose, stands, what_they_made

    if bool(call.code) == bool(call.workshop):
        narrate("Say which: the code on the slip, or --workshop ID.")
        return USAGE
    choice = Choice(Visible(call.visible) if call.visible else None, Naming(call.named) if call.named else None, call.name,
                    call.keep_until, call.withdraw_until, call.withdraw, call.by, call.wording, call.slip)
    programme = programme_of(call)
    if choice.empty:
        if call.workshop:
            narrate("Say what was chosen, such as --keep-until 2027-03-31.")
            return USAGE
        narrate(f"To read out: {WORDINGS['spoken-1']}")
        records = what_they_made(programme, call.code)
    else:
        records = choose(programme, call.code, choice, real_world(), call.workshop)
        narrate(f"Saved for {counted(len(records), 'record')}.")
    if call.json:
        tell_json(records)
    else:
        tell(*(stands(record) for record in records))
    if choice.withdraw:
        narrate("It does not go out any more. Its words are in older files until: kit forget PROGRAMME CODE")
    return OK


def forget(call: Namespace) -> int:
    """Erase a person, one thing or a workshop, search every file for it, and give a receipt without its words."""
    from kit.desk.forget import forget as erase
    from kit.desk.forget import forget_names

    if bool(call.who) + bool(call.workshop) + call.names != 1:
        narrate("Say one of these: a name, the code on a slip, a record's id, --workshop ID, or --names.")
        return USAGE
    programme = programme_of(call)
    if call.names:
        went = forget_names(programme, real_world())
        if call.json:
            tell_json({"names": went})
        else:
            tell(f"{counted(went, 'name')} destroyed. What was made stays, with nobody's name.")
        return OK
    receipt = erase(programme, call.who, real_world(), workshop=call.workshop)
    if call.json:
        tell_json(receipt)
    else:
        tell(*receipt.sentences())
    return NO if receipt.still else OK


def doctor(call: Namespace) -> int:
    """Look at every file of a programme, and make a verified copy where that is asked for."""
    from kit.desk.health import look, second_copy

    programme = found(call)
    try:
        programme = opened(programme)
    except StoreProblem as problem:
        narrate(str(problem))
    world = real_world()
    health = look(programme, world, narrate_progress)
    made = second_copy(programme, Path(call.copy), world, narrate_progress) if call.copy else None
    if call.json:
        tell_json({"whole": health.whole, "sentences": health.sentences, "warnings": health.warnings, "due": health.due,
                   "generations": health.generations, "copy": made})
    else:
        tell(*health.sentences, *health.warnings)
        if made:
            tell(f"A copy was made and verified: {made.folder}, {counted(made.files, 'file')}.")
    return OK if health.whole else NO


def support(call: Namespace) -> int:
    """Tell, add, check or remove the contacts on the support card. Exit code 1 where one is older than half a year."""
    from kit.desk import support as card

    programme, world = programme_of(call), real_world()
    if call.add:
        who, how = call.add
        card.add(programme, who, how, call.on, world)
    elif call.checked:
        card.check(programme, call.checked, call.on, world)
    elif call.remove:
        card.remove(programme, call.remove, world)
    there = card.contacts(programme)
    again = tuple(card.stale(there, world.clock().date()))
    if call.json:
        tell_json([{"number": number, **record.content} for number, record in enumerate(there, 1)])
    else:
        tell(*(card.line(number, record) for number, record in enumerate(there, 1)))
        narrate(card.summary(there))
    for sentence in again:
        narrate(sentence)
    return NO if again else OK
