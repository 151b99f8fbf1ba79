"""`kit stages …`: a programme's line of workshops, looked at and changed, a command for each change."""

from argparse import Namespace
from collections.abc import Callable

from kit.commands import OK
from kit.commands.opening import programme_of
from kit.commands.telling import narrate, tell, tell_json
from kit.desk import stage_acts
from kit.desk.home import home_folder
from kit.desk.library import Shelf, load_shelf
from kit.desk.stage_words import line_lines, stage_data
from kit.desk.stages import change_line, line_of, standings
from kit.desk.world import real_world
from kit.model import Line, Refusal
from kit.store import NoSuchThing, Programme

_ACTS: dict[str, tuple[int, int, Callable[[Line, list[str]], Line | Refusal]]] = {
    "add": (1, 40, lambda line, words: stage_acts.add(line, words[0], "", words[1:])),
    "set": (2, 40, lambda line, words: stage_acts.set_parts(line, words[0], words[1:])),
    "move": (2, 2, lambda line, words: stage_acts.move(line, words[0], words[1])),
    "done": (1, 1, lambda line, words: stage_acts.done(line, words[0])),
    "open": (1, 1, lambda line, words: stage_acts.open_again(line, words[0])),
    "remove": (1, 1, lambda line, words: stage_acts.remove(line, words[0])),
}
"""What can be done: the fewest and the most words it takes, and what it does with them."""

_TAKES = {
    "add": "a title, and parts such as plan=first-meeting", "set": "a stage and parts such as date=2027-03-31",
    "move": "a stage and the place it goes to", "done": "a stage", "open": "a stage", "remove": "a stage",
}


def _workshop(programme: Programme, shelf: Shelf, words: list[str]) -> None:
    """Plan the next workshop, from a template or a copy of a plan."""
    from kit.desk.another import add_workshop, source

    if not 1 <= len(words) <= 2:
        raise NoSuchThing("kit stages PROGRAMME workshop takes the id of a template or of a plan, and a title.")
    kept = add_workshop(programme, shelf, real_world(), source(programme, shelf, words[0]), words[1] if len(words) > 1 else "")
    narrate(f"Saved: {kept.title}, with the id {kept.id}.")


def stages(call: Namespace) -> int:
    """Show the line, or make one change to it and show it then."""
    programme, shelf = programme_of(call), load_shelf(home_folder(call.home))
    if call.act == "workshop":
        _workshop(programme, shelf, call.words)
    elif call.act != "show":
        least, most, act = _ACTS[call.act]
        if not least <= len(call.words) <= most:
            raise NoSuchThing(f"kit stages PROGRAMME {call.act} takes {_TAKES[call.act]}. "
                              "A stage is named by its number or its id.")
        outcome = change_line(programme, shelf, real_world(), lambda line: act(line, call.words))
        if isinstance(outcome, Refusal):
            raise NoSuchThing(str(outcome))
        narrate("Saved.")
    line, there = line_of(programme, shelf), standings(programme, shelf)
    if call.json:
        tell_json({"id": line.id, "title": line.title, "summary": line.summary, "approach": line.approach,
                   "stages": stage_data(there)})
    else:
        tell(line.title, *line_lines(there))
    return OK
