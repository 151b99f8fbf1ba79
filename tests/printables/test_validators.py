"""Every sheet in every profile against the machine-checkable rules of PDF/UA-1.

`page` has them in a wheel of its own. veraPDF needs Java: where it is not there, it is skipped with a word, and
`make check-print` installs it.
"""

import page
import pytest

from printables.pack import pack, print_sheet
from printables.pdf import render
from printables.profile import PAPERS, PROFILES
from tests.printables import verapdf
from tests.printables.samples import every_page, printed, with_text
from tests.printables.test_hostile import PEOPLE_TYPE
from tests.printables.test_promises import everything


def broken_rules(pdf):
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    return [failure.message for failure in report.failures]


@every_page
def test_every_sheet_passes_page_validation(name, profile, paper):
    for _, rendered in printed(name, profile, paper):
        assert broken_rules(rendered.pdf) == []


@pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))
def test_every_kind_of_node_passes_page_validation(profile):
    assert broken_rules(render(everything(), profile, PAPERS["A4"]).pdf) == []


@pytest.mark.parametrize("kind", PEOPLE_TYPE)
def test_whatever_a_person_types_passes_page_validation(kind):
    for sheet in pack(with_text(PEOPLE_TYPE[kind])):
        assert broken_rules(print_sheet(sheet, PROFILES["clear"], PAPERS["A4"]).pdf) == []


def test_the_validator_notices_a_file_that_is_not_tagged(tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    Canvas(str(tmp_path / "plain.pdf")).save()
    assert broken_rules((tmp_path / "plain.pdf").read_bytes())


@pytest.mark.verapdf
@every_page
def test_every_sheet_passes_verapdf(name, profile, paper):
    if verapdf.java() is None:
        pytest.skip("veraPDF or Java is not installed here. make check-print brings them.")
    for _, rendered in printed(name, profile, paper):
        assert verapdf.failures(rendered.pdf) == []
