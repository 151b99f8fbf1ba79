"""The same answers through the engine, the plain front end, single commands and the app leave the same records."""

import pytest

from kit.cli import main
from kit.content.library import read_made_up
from kit.desk.library import load_shelf
from kit.desk.workshop import open_workshop
from kit.engine.made_up import MadeUpPeople
from kit.line.conversation import Conversation
from kit.line.voice import Voice
from kit.model import Form
from kit.paths import builtin_activities
from kit.store import read_history
from tests.rooms import HOSTILE
from tests.tui.playing import as_typed, play, programme, still_world

DETOURS = {
    2: [("note", "parked", {"text": "the budget"})],
    5: [("undo",), ("undo",)],
    9: [("pause",), ("carry_on",), ("note", "term", {"term": "REC", "meaning": "a check"})],
    14: [("note", "attendance", {"people": 5}), ("note", "note", {"text": "slow down"})],
    17: [("rest",), ("carry_on",), ("slow_down",)],
    20: [("undo",)],
}
"""What happens out of turn, by the number of the command that it comes before."""

CALL = 12
"""Lines that one call of `kit next` gives."""


def through_the_engine(home, template, people):
    """Play a template with made-up people and detours: the commands, and the records that the desk kept."""
    made = programme(home, template=template)
    workshop = open_workshop(made, load_shelf(home), still_world())
    words = dict(read_made_up(builtin_activities() / "made-up.toml"))
    words["names"] = [HOSTILE, *words["names"]]
    words["caption"] = ["x" * 2500 + " [/] " + "y" * 2495]
    room, commands = MadeUpPeople(people, words, 1), []

    def give(command):
        name, *given = command
        getattr(workshop, name)(*[value for value in given if value is not None])
        ask = workshop.prompt.ask
        commands.append((command, ask))

    while not workshop.over:
        for detour in DETOURS.get(len(commands), []):
            give(detour)
        ask = workshop.prompt.ask
        command, value = room.answer(workshop.prompt)
        give(("answer", value) if command == "answer" else ("done",))
        commands[-1] = (commands[-1][0], ask)
    workshop.close()
    return commands, read_history(made.folder).records()


def through_the_plain_front_end(home, template, commands):
    made = programme(home, template=template)
    workshop = open_workshop(made, load_shelf(home), still_world())
    lines = [line_for(command, ask) for command, ask in commands]
    Conversation(workshop, Voice(lambda text: None, lambda: lines.pop(0) if lines else None)).run()
    workshop.close()
    return read_history(made.folder).records()


def through_commands(home, template, commands, monkeypatch):
    """Some lines a call, so that each call goes on where the one before left off."""
    made, world = programme(home, template=template), still_world()
    monkeypatch.setattr("kit.commands.timekeeping.real_world", lambda: world)
    lines = [line_for(command, ask) for command, ask in commands]
    for start in range(0, len(lines), CALL):
        assert main(["--home", str(home), "next", made.name, "--say", *lines[start:start + CALL]]) == 0
    return read_history(made.folder).records()


def line_for(command, ask):
    """What a person types in the plain front end for one command."""
    match command:
        case ("answer", value):
            if ask.form is Form.CHOICE and isinstance(value, str):
                return str([option.key for option in ask.options].index(value) + 1)
            return as_typed(ask, value)
        case ("note", "term", content):
            return f"jargon: {content['term']} = {content['meaning']}"
        case ("note", "attendance", content):
            return f"people {content['people']}"
        case ("note", kind, content):
            return f"{'park' if kind == 'parked' else 'note'}: {content['text']}"
    return {"undo": "back", "carry_on": "carry on", "rest": "break", "slow_down": "slow down"}.get(command[0], command[0])


@pytest.mark.parametrize("template", ["sixty-minute-drawing", "first-meeting"])
def test_four_ways_leave_the_same_records(tmp_path, template, monkeypatch):
    commands, expected = through_the_engine(tmp_path / "engine", template, 4)
    assert len(expected) > 25
    assert through_the_plain_front_end(tmp_path / "plain", template, commands) == expected
    assert through_commands(tmp_path / "calls", template, commands, monkeypatch) == expected
    play(tmp_path / "app", programme(tmp_path / "app", template=template), [command for command, _ in commands])
    [folder] = [path.parent for path in (tmp_path / "app").glob("*/programme.json")]
    assert read_history(folder).records() == expected
