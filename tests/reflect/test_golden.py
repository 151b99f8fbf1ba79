"""What a rehearsed programme of twelve stages comes to: every report, what is rich and thin, themes, and exports, kept as files.

Everybody in it let what they made go into reports. After a change that is meant, write the files anew with KIT_GOLDEN=1 and
read them.
"""

import os
from pathlib import Path

import pytest

from kit.desk.consent import Choice, choose
from kit.desk.exporting import export
from kit.desk.library import load_shelf
from kit.desk.paper import Order
from kit.desk.reflecting import holdings
from kit.desk.reflection_words import view_lines
from kit.desk.rehearsal import rehearse_line
from kit.desk.reporting import FORMS, Wanted, report, report_words
from kit.desk.reports import KINDS
from kit.desk.world import made_up_world
from kit.model import Visible
from kit.model.gate import Way
from kit.store import read_history

pytestmark = pytest.mark.xdist_group("golden-reports")

PEOPLE = 7

GOLDEN = Path(__file__).parent / "golden"
VIEWS = ("matrix", "thin", "themes", "feedback", "codebook")
EXPORTS = {"csv": "data-dictionary.csv", "qdc": None, "taguette": None, "markdown": None}
"""Forms of export with the file that is kept; None: the only one."""


@pytest.fixture(scope="module")
def rehearsed(tmp_path_factory):
    """The rehearsed programme, in which everybody let what they made go into reports."""
    home = tmp_path_factory.mktemp("partners2")
    shelf, order = load_shelf(home), Order(what=("due-before",), form="text")
    ours = rehearse_line(home, shelf.lines["partners2"], shelf, PEOPLE, 1, order, lambda *now: None).programme
    world = made_up_world("golden")
    for session in read_history(ours.folder).sessions():
        choose(ours, "", Choice(Visible.REPORT), world, workshop=session)
    return ours


def as_it_was(name, text):
    """Whether a text is what is kept under a name."""
    path = GOLDEN / name
    if os.environ.get("KIT_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return text == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_says_what_it_said(rehearsed, kind):
    assert as_it_was(f"report-{kind}.txt", report_words(rehearsed, Wanted(kind), made_up_world("golden")))


@pytest.mark.parametrize("view", VIEWS)
def test_looking_back_says_what_it_said(rehearsed, view):
    held = holdings(rehearsed, Way.REPORT, "2026-01-05")
    assert as_it_was(f"{view}.txt", "\n".join(view_lines(held, view, "")) + "\n")


@pytest.mark.parametrize("form", EXPORTS)
def test_an_export_holds_what_it_held(rehearsed, tmp_path, form):
    done = export(rehearsed, form, tmp_path, made_up_world("golden"))
    path = next(path for path in done.files if EXPORTS[form] in (None, path.name))
    assert as_it_was(f"export-{path.name}", path.read_bytes().decode("utf-8"))


def test_the_whole_programme_goes_out_in_every_form_of_a_report(rehearsed, tmp_path):
    for form in FORMS:
        done = report(rehearsed, Wanted("programme", form), tmp_path, made_up_world("golden"))
        assert done.records > 500
        assert done.path.stat().st_size > 10_000
