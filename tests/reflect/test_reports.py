"""Reports: from one tree in four forms, through the gate, with who was not there and what was left out."""

import io
import re
import zipfile
from xml.etree import ElementTree

import docx
import pypdfium2
import pytest

from kit.cli import main
from kit.desk.consent import Choice, choose
from kit.desk.library import load_shelf
from kit.desk.reporting import FORMS, Wanted, report, report_words, say_who_was_absent
from kit.desk.reports import KINDS
from kit.desk.reports.drafts import drafts
from kit.desk.reports.material import Material
from kit.desk.wentout import went_out
from kit.desk.workshop import open_workshop
from kit.line.menu import Menu
from kit.line.voice import Voice
from kit.model import Visible
from kit.model.gate import Way
from kit.reflect.leftout import HANGS, HERE, READERS, left_out
from kit.store import NoSuchThing, StoreProblem
from printables.plain_text import plain_text
from tests.keep.programme import WORDS, marked
from tests.printables.tags import TaggedPdf
from tests.printables.test_validators import broken_rules
from tests.reflect.made import Made
from tests.reflect.whole import whole

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OUTSIDE = ("programme", "involvement", "accounts", "gallery")


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    """Two workshops; everybody let everything be made public."""
    return whole(tmp_path_factory.mktemp("whole") / "home")


def everything_in(path):
    """All that stands in a report: its bytes, what is packed in it, and the letters and words for pictures of a PDF."""
    data = path.read_bytes()
    out = [data.decode("utf-8", "replace")]
    if path.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            out += [packed.read(name).decode("utf-8", "replace") for name in packed.namelist()]
    if path.suffix == ".pdf":
        out += [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
        out += [figure.alt for figure in TaggedPdf(data).of("Figure")]
    return " ".join("\n".join(out).split())


def test_what_is_for_the_group_alone_is_in_no_byte_of_a_report_for_others(tmp_path):
    day = marked(tmp_path / "home")
    for kind in OUTSIDE:
        for form in FORMS:
            done = report(day.programme, Wanted(kind, form), tmp_path / "out", day.world)
            told = everything_in(done.path)
            assert [word for word in WORDS.values() if word in told] == []
            assert done.records == 0
            assert done.kept_back > 5
    assert "for this group alone" in report_words(day.programme, Wanted("programme"), day.world)


@pytest.mark.parametrize("choice", [Choice(visible=Visible.ME), Choice(withdraw=True), Choice(keep_until="2026-01-01")],
                         ids=["private", "withdrawn", "kept until"])
def test_with_a_flag_off_the_words_are_in_no_byte_of_any_report_or_draft(tmp_path, choice):
    day = marked(tmp_path / "home")
    choose(day.programme, "", Choice(visible=Visible.PUBLIC), day.world, workshop=day.session)
    wanted = [Wanted("tonight", form, public=True) for form in FORMS] + [Wanted("programme", "docx", drafts=True)]
    spoken = [Wanted(kind, drafts=drafts) for kind in ("programme", "involvement", "accounts", "gallery") for drafts in (0, 1)]
    gone = ["caption", "decided", "parked", "rule", "term"]
    before = report_words(day.programme, Wanted("programme"), day.world)
    assert [word for word in gone if WORDS[word] not in before] == []
    for record in day.records:
        if record.kind in ("caption", "decision", "dissent", "parked", "rule", "agreement", "term"):
            choose(day.programme, record.id, choice, day.world)
    after = [everything_in(report(day.programme, one, tmp_path / "b", day.world).path) for one in wanted]
    after += [report_words(day.programme, one, day.world) for one in spoken]
    assert [word for word in gone if WORDS[word] in " ".join(after)] == []


def test_private_notes_stand_in_the_facilitators_log_alone(tmp_path):
    day = marked(tmp_path / "home")
    for kind in KINDS:
        assert (WORDS["note"] in report_words(day.programme, Wanted(kind), day.world)) == (kind == "log")
    with pytest.raises(StoreProblem, match="for the facilitator alone"):
        report_words(day.programme, Wanted("log", public=True), day.world)


def test_every_report_says_who_was_not_there_and_what_was_left_out(ours):
    for kind in KINDS:
        said = report_words(ours.programme, Wanted(kind), ours.world)
        assert "Who was not there" in said
        assert "What was left out, and why" in said


def test_who_was_not_there_is_kept_and_told_in_every_report_from_then_on(tmp_path):
    day = marked(tmp_path / "home")
    assert "Nobody has written down who was not there." in report_words(day.programme, Wanted("tonight"), day.world)
    say_who_was_absent(day.programme, "Two carers: the lift [/] was broken.", day.world)
    say_who_was_absent(day.programme, "Three carers: the lift [/] was broken.", day.world)
    for wanted in (Wanted("tonight"), Wanted("programme"), Wanted("involvement", public=True)):
        said = report_words(day.programme, wanted, day.world)
        assert "Three carers: the lift [/] was broken." in said
        assert "Two carers" not in said
    with pytest.raises(StoreProblem, match="Say in a sentence"):
        say_who_was_absent(day.programme, " ", day.world)


def test_the_docx_of_a_report_has_real_headings_lists_tables_with_header_rows_and_words_for_pictures(ours, tmp_path):
    done = report(ours.programme, Wanted("programme", "docx"), tmp_path / "ours.docx", ours.world)
    book = docx.Document(done.path)
    styles = {paragraph.style.name for paragraph in book.paragraphs}
    assert {"Heading 1", "Heading 2", "Heading 3", "List Bullet"} <= styles
    assert all(table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None for table in book.tables)
    pictures = [shape._inline.docPr.get("descr") for shape in book.inline_shapes]
    assert any("Themes as a tree" in alt for alt in pictures)
    assert all(pictures)
    assert book.core_properties.author == ""
    again = report(ours.programme, Wanted("programme", "docx"), tmp_path / "again.docx", ours.world)
    assert again.path.read_bytes() == done.path.read_bytes()


@pytest.mark.parametrize("profile", ["clear", "giant"])
def test_the_pdf_of_a_report_is_tagged_with_words_for_every_chart(ours, tmp_path, profile):
    done = report(ours.programme, Wanted("programme", "pdf", profile), tmp_path / "ours.pdf", ours.world)
    pdf = TaggedPdf(done.path.read_bytes())
    assert pdf.problems == []
    assert broken_rules(done.path.read_bytes()) == []
    alts = [figure.alt for figure in pdf.of("Figure")]
    assert any(alt.startswith("A grid of") for alt in alts)
    assert any(alt.startswith("Themes as a tree") for alt in alts)
    assert all(alts)


def test_a_chart_is_drawn_in_one_ink_and_its_numbers_stand_in_a_table(ours, tmp_path):
    page = report(ours.programme, Wanted("programme", "html"), tmp_path / "ours.html", ours.world).path.read_text()
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', page)) <= {"#000", "none"}
    charts, tables = page.count('<svg class="bars"'), page.count("<table")
    assert 5 < charts <= tables
    assert page.rindex("<table") > page.rindex('<svg class="bars"')


def test_the_involvement_report_has_the_five_headings_of_the_short_form_and_room_for_own_words(ours):
    said = report_words(ours.programme, Wanted("involvement"), ours.world)
    places = [said.index(f"\n{heading}\n") for heading in
              ("1. Aim", "2. Methods", "3. Results", "4. Discussion and conclusions", "5. Reflections")]
    assert places == sorted(places)
    assert said.count("In your words") == 5


def test_the_people_quoted_see_first_exactly_what_would_be_shown_and_may_say_no(ours, tmp_path):
    said = report_words(ours.programme, Wanted("programme", drafts=True), ours.world)
    sheets = said.split("Before anybody else sees it: ")[1:]
    assert [sheet.split("\n")[0] for sheet in sheets if sheet.startswith("Letter")][:2] == ["Letter A", "Letter B"]
    assert sheets[-1].startswith("Everybody")
    told = report_words(ours.programme, Wanted("programme"), ours.world)
    accounts = [record for record in ours.records if record.kind == "account"]
    for record in accounts:
        [sheet] = [sheet for sheet in sheets if sheet.startswith(f"Letter {record.content['letter']}\n")]
        assert all(part in sheet and part in told for part in record.content["parts"] if part)
        assert "[ ] No" in sheet


def test_two_people_with_one_letter_or_one_number_never_stand_on_one_sheet():
    made = Made()
    for word, workshop in (("zorqada", "w1"), ("zorqbo", "w2")):
        made.account("A", word, workshop=workshop)
        made.record("drawing", {"label": "A1", "shown": True, "prompt": "Draw", "text": f"{word} drew"}, workshop=workshop)
    sheets = [plain_text(sheet) for sheet in drafts(Material("Ours", Way.REPORT, made.held, {}), "A report")]
    assert len(sheets) == 4
    assert all(("zorqada" in sheet) != ("zorqbo" in sheet) for sheet in sheets)
    assert ["workshop 1" in sheet for sheet in sheets if "zorqada drew" in sheet] == [True]


def test_minutes_and_turns_are_charts_for_the_facilitator_alone(ours):
    log = report_words(ours.programme, Wanted("log"), ours.world)
    assert "[Chart: Minutes planned (p) and used (u)." in log
    assert "[Chart: Turns counted." in log
    assert "Turns counted" not in report_words(ours.programme, Wanted("programme"), ours.world)


@pytest.mark.parametrize(("way", "why"), [
    (Way.PUBLIC, {HERE: 1, READERS: 1, HANGS: 1}), (Way.REPORT, {HERE: 1, HANGS: 2}), (Way.PAPER, {HANGS: 3})])
def test_why_something_was_left_out_is_said_for_the_way_it_would_have_gone(way, why):
    made = Made()
    for visible in (Visible.GROUP, Visible.REPORT, Visible.PUBLIC):
        made.record("thought", {"text": "x"}, visible=visible)
    assert left_out(made.all, (), way, "2026-06-01") == why


def test_what_tonights_report_left_out_is_of_tonight(tmp_path):
    day = marked(tmp_path / "home")
    first = next(record for record in day.records if record.kind == "caption")
    choose(day.programme, first.id, Choice(Visible.ME), day.world)
    assert "kept private by their makers" in report_words(day.programme, Wanted("tonight"), day.world)
    shelf = load_shelf(day.programme.folder.parent)
    open_workshop(day.programme, shelf, day.world, fresh=True).close()
    assert "kept private by their makers" not in report_words(day.programme, Wanted("tonight"), day.world)


def test_what_went_out_in_a_report_is_written_down(ours, tmp_path):
    done = report(ours.programme, Wanted("gallery", "text"), tmp_path / "out", ours.world)
    assert str(done.path) in {one.where for one in went_out(ours.programme) if one.way == "report"}


def test_hostile_words_are_words_in_every_form(tmp_path):
    day = marked(tmp_path / "home")
    workshop = day.open(fresh=True)
    workshop.answer(3)
    workshop.note("parked", {"text": '[/] <b>&=1+1 \x1b]0;x\x07\x00 שלום 🙂 "</w:t>"'})
    workshop.close()
    for form in FORMS:
        path = report(day.programme, Wanted("tonight", form), tmp_path / "out", day.world).path
        if form == "docx":
            assert any('[/] <b>&=1+1' in one.text and '"</w:t>"' in one.text for one in docx.Document(path).paragraphs)
            with zipfile.ZipFile(path) as packed:
                [ElementTree.fromstring(packed.read(name)) for name in packed.namelist() if name.endswith(".xml")]
        assert b"\x1b]0" not in path.read_bytes() or form == "pdf"


def test_the_command_writes_a_report_and_says_what_stays(tmp_path, capsys):
    marked(tmp_path)
    call = ["--home", str(tmp_path), "report", "Ours"]
    assert main([*call, "--format", "text", "--out", str(tmp_path / "out"), "--absent", "Nobody from the ward."]) == 0
    out, said = capsys.readouterr()
    assert "Nobody from the ward." in (tmp_path / "out" / "report-programme.txt").read_text()
    assert out.strip().endswith("report-programme.txt")
    assert "more stay here" in said
    assert main([*call, "nothing"]) == 2
    assert "There is no report 'nothing'." in capsys.readouterr().err
    (tmp_path / "file").write_text("x")
    assert main([*call, "--out", str(tmp_path / "file" / "x")]) == 3
    assert "could not be written to" in capsys.readouterr().err


def test_a_form_that_there_is_none_of_is_refused_in_a_sentence(tmp_path):
    day = marked(tmp_path)
    with pytest.raises(NoSuchThing, match="There is no form 'exe'"):
        report(day.programme, Wanted("programme", "exe"), None, day.world)


def test_plain_mode_writes_a_report_by_the_talk_that_the_app_shows_too(tmp_path):
    day = marked(tmp_path)
    said, typed = [], ["4", "13", "1", "5", str(tmp_path / "out"), "7", "Nobody from the ward.", "2", "1", "0", "0", "0"]
    Menu(tmp_path, day.shelf, day.world, Voice(said.append, lambda: typed.pop(0) if typed else None)).run()
    assert WORDS["caption"] in (tmp_path / "out" / "report-tonight.txt").read_text()
    heard = "".join(said)
    assert "Our programme so far" in heard
    assert "Nobody from the ward." in heard
