"""Each practice that the kit says it serves is played here, and what it leaves is looked at."""

import pytest

from kit.cli import _parser
from kit.content.lists import read_practices
from kit.desk.frameworks import frameworks_at
from kit.desk.served import KINDS, served
from kit.paths import builtin_activities
from printables.pack import PRODUCTS
from tests.practices.played import shelf
from tests.practices.proofs import PROOFS

pytestmark = pytest.mark.xdist_group("practices")
ROWS = {row.practice.number: row for row in served(shelf())}
HERE = "tests/practices/test_practices.py::test_a_practice_is_served"


@pytest.mark.parametrize("number", PROOFS)
def test_a_practice_is_served(number):
    assert PROOFS[number](), ROWS[number].proof


def test_every_practice_has_a_proof_or_a_reason_why_not():
    assert set(ROWS) == {practice.number for practice in read_practices(builtin_activities() / "practices.toml")}
    for number, row in ROWS.items():
        assert bool(row.test) is not bool(row.missing), number
        assert row.test in ("", f"{HERE}[{number}]")
        assert row.served is (number in PROOFS), number


def test_what_is_said_to_serve_a_practice_is_there():
    commands = _parser()._subparsers._group_actions[0].choices
    decks = {path.stem for path in (builtin_activities() / "decks").glob("*.toml")}
    there = {"activity": shelf().activities, "template": shelf().plans, "programme": shelf().lines, "sheet": PRODUCTS,
             "command": commands, "deck": decks, "framework": frameworks_at(None).by_id}
    assert set(there) == set(KINDS)
    for number, row in ROWS.items():
        for one in row.by:
            kind, _, name = one.partition(":")
            assert name in there[kind], (number, one)
