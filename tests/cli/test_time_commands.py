"""`kit next`, `kit late`, `kit spent`: a running workshop from another terminal, and one line at a time."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from kit.cli import main
from kit.desk import world as worlds

START = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


@pytest.fixture
def call(tmp_path, capsys, monkeypatch):
    """Runs a call of `kit` at a minute of the day; gives its exit code, its output and what it said."""
    monkeypatch.setenv("KIT_HOME", str(tmp_path))
    main(["new", "Ours"])
    capsys.readouterr()

    import kit.commands.timekeeping  # noqa: F401 - loaded before its clock is changed

    def run(minute, *words):
        chance = worlds.made_up_world(1)
        world = worlds.World(lambda: START + timedelta(minutes=minute), chance.draw)
        monkeypatch.setattr("kit.commands.timekeeping.real_world", lambda: world)
        code = main(list(words))
        out, said = capsys.readouterr()
        return code, out, said

    return run


def test_nothing_has_begun_yet(call):
    for command in ("next", "late", "spent"):
        code, _, said = call(0, command, "Ours")
        assert code == 2
        assert "has begun" in said


def test_a_whole_morning_by_single_commands(call):
    assert call(0, "next", "Ours", "--say", "6", "done")[0] == 0
    code, out, _ = call(5, "next", "Ours")
    assert (code, out) == (0, "Now: 1 of 9, Welcome, step 1 of 2.\nNext: Arriving.\n5 minutes of 8 used here. On time. "
                              "Likely end: 12:00.\n")
    assert call(8, "late", "Ours")[0] == 1
    code, out, said = call(30, "late", "Ours")
    assert (code, "22 minutes behind" in out, "--take" in said) == (0, True, True)
    offered = json.loads(call(30, "late", "Ours", "--json")[1])
    assert len(offered["proposals"]) == 3
    code, out, _ = call(30, "late", "Ours", "--take", "1")
    assert (code, out.startswith("Done: Shorten")) == (0, True)
    assert json.loads(call(30, "next", "Ours", "--json")[1])["timing"]["ends"] != "12:22"
    assert "There is no proposal 9" in call(30, "late", "Ours", "--take", "9")[2]
    call(31, "next", "Ours", "--say", "back")
    assert json.loads(call(30, "next", "Ours", "--json")[1])["timing"]["ends"] == "12:22"
    rows = json.loads(call(33, "spent", "Ours", "--json")[1])
    assert [(row["title"], row["taken"], row["injury"]) for row in rows] == [("Welcome", 33, 25)]
    assert "25 minutes of injury time" in call(33, "spent", "Ours")[1]


def test_lines_may_be_hostile(call):
    _, out, said = call(0, "next", "Ours", "--say", "6", "\x1b]0;x\x07 [/]", "\0", "done", "--json")
    assert "\x1b" not in out + said
    assert json.loads(out)["timing"]
