"""Short words that the kit tells again in one text with others: on a card, in who acts, in what a later workshop asks about."""

import shutil

import pytest

from kit.desk.consent import Choice, choose
from kit.desk.forget import forget
from kit.desk.joining import bundle
from kit.desk.library import load_shelf
from kit.desk.programmes import new_programme
from kit.desk.workshop import open_workshop
from kit.desk.world import made_up_world
from kit.model import Refusal, Visible
from kit.store import read_history, read_programme
from kit.store.archive import unpack
from tests.keep.programme import every_byte

HEAD = '''
summary = "We write."
purpose = "To learn."
source = "For tests."
minutes = 30
least_minutes = 20
power = "People choose."
load = "some"
access = ["Anyone can pass."]
'''
FIRST = f'''id = "first"\ntitle = "First"{HEAD}
[[steps]]
kind = "write"
headings = ["What happened?", "How was it?"]
[[steps]]
kind = "agree"
question = "How shall we work?"
[[steps]]
kind = "decide"
[[steps]]
kind = "vote"
how = "fist-to-five"
'''
SECOND = f'''id = "second"\ntitle = "Second"{HEAD}
[[steps]]
kind = "sort"
cards = ["account"]
[[steps]]
kind = "carry"
'''
PLAN = 'id = "{0}"\ntitle = "{0}"\nsummary = "We look."\n[[blocks]]\nactivity = "{0}"\nminutes = 30\n'
ANSWERS = (7, None, "1", "Zorqday", "1", "", "Zorqcold hall", "Zorqsad", "1", "1", "Another", "1", "", "Ours", "Fine", "1", None,
           "Zorqrule here", "Be kind", None, "yes",
           "Zorqwhere?", "", "All", "", "", "", "", "", "Zorqlibrary", "", None,
           "Zorqowen phones", "zorqmay", "Bo asks", "", None, "Zorqautumn", "", None, "Zorqtea?", 7, "0 0 0 7 0 0", "")
WORDS = {"account": ("Zorqcold", "Zorqsad"), "rule": ("Zorqrule",), "promise": ("Zorqowen",),
         "decision": ("Zorqwhere", "Zorqlibrary", "Zorqautumn"), "vote": ("Zorqtea",)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    programme = new_programme(home, "Ours", "first-meeting", load_shelf(home), made_up_world(1))
    [file] = programme.plans_folder.glob("*.toml")
    file.write_text(PLAN.format("first"))
    (programme.plans_folder / "2-second.toml").write_text(PLAN.format("second"))
    (programme.plans_folder / "a.toml").write_text(FIRST)
    (programme.plans_folder / "b.toml").write_text(SECOND)
    run(programme, home, "first", ANSWERS)
    run(programme, home, "second", (7, None, None))  # the cards are drawn; what is carried in is asked about, and nobody answers
    return programme.folder


def run(programme, home, plan, answers):
    workshop = open_workshop(programme, load_shelf(home), made_up_world(plan), plan, fresh=True)
    for answer in answers:
        change = workshop.done() if answer is None else workshop.answer(answer)
        assert not isinstance(change, Refusal), (answer, change, workshop.prompt.ask.question)
    workshop.close()


@pytest.fixture
def programme(folder, tmp_path):
    return read_programme(shutil.copytree(folder, tmp_path / "ours"))


def made(programme, kind):
    return next(r for r in read_history(programme.folder).records() if r.kind == kind)


def test_all_of_it_is_told_again_somewhere(programme):
    raw = every_byte(programme.folder).decode(errors="replace")
    assert all(raw.count(word) > 1 for words in WORDS.values() for word in words)


@pytest.mark.parametrize("kind", WORDS)
def test_what_is_forgotten_is_in_no_text_that_tells_it_again(programme, kind):
    assert forget(programme, made(programme, kind).id, made_up_world(5)).still == ()
    raw = every_byte(programme.folder).decode(errors="replace")
    assert [word for word in WORDS[kind] if word in raw] == []
    others = [word for other, words in WORDS.items() if other != kind for word in words]
    assert [word for word in (*others, "Be kind", "Bo asks", "Fine") if word not in raw] == []


@pytest.mark.parametrize("choice", [Choice(visible=Visible.ME), Choice(withdraw=True)], ids=["private", "taken back"])
@pytest.mark.parametrize("kind", WORDS)
def test_what_is_kept_back_is_in_no_text_of_a_bundle(programme, tmp_path, kind, choice):
    choose(programme, made(programme, kind).id, choice, made_up_world(4))
    bundle(programme, tmp_path / "ours.kit", made_up_world(3))
    raw = "".join(data.decode(errors="replace") for data in unpack((tmp_path / "ours.kit").read_bytes()).values())
    assert [word for word in WORDS[kind] if word in raw] == []
