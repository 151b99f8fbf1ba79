"""A plan that is written reads back as the very same plan, whatever words are in it."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kit.content.plan_text import lines_above, plan_text
from kit.content.reader import read_plan, reading_of
from kit.content.toml_file import TomlFile, open_toml
from kit.content.vocabulary import LOADS
from kit.model import Block, Plan, Strand
from kit.model.plan import PRIORITIES, TIMES
from kit.model.text import clean, clean_line
from kit.paths import builtin_activities
from tests.content.files import PLAN, problems, written

WORDS = st.text(max_size=12).map(clean_line)
ODD = st.sampled_from(['a\n"""b', "a\\\nb", 'x\n"', "'''\n", "=1+1\n# no note"])
TEXT = st.one_of(st.text(max_size=30), ODD).map(clean)
PINS = st.one_of(st.just(""), st.integers(0, 1439).map(lambda m: f"{m // 60:02}:{m % 60:02}"))
TITLES = WORDS.map(lambda words: words or "A block")


def blocks(strands):
    return st.builds(
        lambda minutes, least, **rest: Block(id="", activity="", minutes=minutes, least=min(least, minutes), **rest),
        minutes=st.integers(1, 600), least=st.integers(0, 600), title=TITLES, aim=WORDS, lead=WORDS, materials=WORDS, notes=TEXT,
        private=TEXT, time=st.sampled_from(["", *TIMES]), colead=WORDS, energy=st.sampled_from(["", *LOADS]),
        load=st.sampled_from(["", *LOADS]), priority=st.sampled_from(PRIORITIES), pin=PINS, strands=strands)


NONE = st.just(())
BLOCKS = blocks(st.one_of(NONE, st.lists(
    st.builds(Strand, TITLES, st.lists(blocks(NONE), max_size=2).map(tuple), WORDS), min_size=1, max_size=2).map(tuple)))
PLANS = st.builds(
    lambda start, **rest: Plan("a-plan", start=start or "10:00", **rest), start=PINS, title=TITLES,
    blocks=st.lists(BLOCKS, min_size=1, max_size=4).map(tuple), parked=st.lists(BLOCKS, max_size=2).map(tuple),
    summary=TITLES, question=WORDS, approach=TEXT, source=TEXT)


def read_text(text):
    file = open_toml(Path("p.toml"), text.encode())
    assert isinstance(file, TomlFile), f"{file}\n{text}"
    reading = reading_of(file)
    assert not reading.problems, f"{reading.problems}\n{text}"
    return reading.value


@given(PLANS)
def test_a_plan_reads_back_as_it_was_written(plan):
    back = read_text(plan_text(plan))
    assert back == Plan(**{name: getattr(plan, name) for name in plan.__slots__} | {"file": "p.toml"})


def test_the_shipped_plans_are_written_as_people_would_write_them():
    for path in (builtin_activities() / "templates").glob("*.toml"):
        text = path.read_text("utf-8")
        assert plan_text(read_plan(path).value, lines_above(text)) == text


def test_notes_at_the_top_stay():
    assert lines_above("# mine\n\n# too\nid = 1\n# not this\n") == "# mine\n\n# too\n"
    assert lines_above("") == ""


def test_strands_and_parked_blocks_are_read(tmp_path):
    text = PLAN + '''
[[blocks]]
title = "Two tables"
priority = "must"
pin = "12:30"

[[blocks.strands]]
title = "Table 1"
place = "By the window"

[[blocks.strands.blocks]]
title = "Draw"
minutes = 20
least = 10
time = "work"

[[blocks.strands]]
title = "Table 2"

[[parked]]
title = "A vote"
minutes = 10
'''
    plan = read_plan(written(tmp_path, text)).value
    split = plan.blocks[-1]
    assert [strand.title for strand in split.strands] == ["Table 1", "Table 2"]
    assert split.strands[0].blocks[0].least == 10
    assert (split.pin, split.priority, plan.parked[0].title) == ("12:30", "must", "A vote")


def test_what_is_wrong_in_a_strand_is_said_with_its_place(tmp_path):
    text = PLAN + ('\n[[blocks]]\ntitle = "Two"\n[[blocks.strands]]\ntitle = "T"\n[[blocks.strands.blocks]]\n'
                   'minutes = 20\npinn = "12:00"\n')
    found = [str(problem) for problem in problems(tmp_path, text)]
    assert any("block 1 of strand 1 of block 4, with no activity, has no title" in one for one in found)
    assert any('did you mean "pin"' in one for one in found)


def test_an_id_in_a_strand_is_not_taken_twice(tmp_path):
    text = PLAN + ('\n[[blocks]]\ntitle = "Two"\n[[blocks.strands]]\ntitle = "T"\n[[blocks.strands.blocks]]\nid = "break"\n'
                   'title = "B"\nminutes = 5\n')
    [found] = problems(tmp_path, text)
    assert 'has the id "break", which block 2, with no activity, has too' in str(found) or "which block 2 has too" in str(found)


def test_strands_go_only_so_deep(tmp_path):
    path, text = "blocks", PLAN
    for _ in range(4):
        text += f'\n[[{path}]]\ntitle = "B"\n[[{path}.strands]]\ntitle = "S"\n'
        path += ".strands.blocks"
    assert "3 deep is the most" in str(problems(tmp_path, text)[-1])
