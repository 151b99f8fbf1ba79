"""Projects and codebooks for qualitative data software: held against the rules of REFI-QDA 1.0, and against what was kept."""

import csv
import io
import json
import re
import zipfile
from xml.etree import ElementTree

import pytest

from kit.desk.exporting import export
from kit.desk.reflecting import holdings
from kit.model import Visible
from kit.model.gate import Way
from kit.reflect.coding import codes, codings
from kit.reflect.qda import qda
from kit.reflect.qdpx import qdpx_bytes
from kit.reflect.themes import themes
from tests.reflect.made import Made
from tests.reflect.whole import whole

NS = "{urn:QDA-XML:project:1.0}"
GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
RULES = {
    "Project": (("name",), ("Users", "CodeBook", "Sources", "Description")),
    "Users": ((), ("User",)), "User": (("guid",), ()), "CodeBook": ((), ("Codes",)), "Codes": ((), ("Code",)),
    "Code": (("guid", "name", "isCodable"), ("Description", "NoteRef", "Code")),
    "Sources": ((), ("TextSource", "PictureSource")),
    "TextSource": (("guid",), ("Description", "PlainTextContent", "PlainTextSelection", "Coding")),
    "PictureSource": (("guid",), ("Description", "TextDescription", "PictureSelection", "Coding")),
    "PlainTextSelection": (("guid", "startPosition", "endPosition"), ("Description", "Coding")),
    "Coding": (("guid",), ("CodeRef",)), "CodeRef": (("targetGUID",), ()), "Description": ((), ()),
}
"""Of each element we write: the attributes that it must have, and its children in the order in which they must stand."""
NEVER_EMPTY = ("Users", "Codes", "Sources", "CodeBook")


def breaches(root):
    """Every rule of the schema that a project breaks, in words."""
    found, known = [], [element.get("guid") for element in root.iter() if element.get("guid")]
    for element in root.iter():
        name = element.tag.removeprefix(NS)
        needs, order = RULES[name]
        children = [child.tag.removeprefix(NS) for child in element]
        found += [f"{name} has no {part}" for part in needs if element.get(part) is None]
        found += [f"{name} holds {child}" for child in children if child not in order]
        if name != "Sources" and [order.index(child) for child in children] != sorted(order.index(child) for child in children):
            found.append(f"the children of {name} are out of order")
        if name in NEVER_EMPTY and not children:
            found.append(f"{name} is empty")
        for part in ("guid", "targetGUID", "creatingUser"):
            if (value := element.get(part)) is not None and not (GUID.fullmatch(value) and value in known):
                found.append(f"{value} is no known GUID")
    found += [f"{guid} stands twice" for guid in set(known) if known.count(guid) > 1]
    return found


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    return whole(tmp_path_factory.mktemp("qda") / "home")


@pytest.fixture(scope="module")
def packed(day, tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    export(day.programme, "qdpx", folder, day.world)
    return zipfile.ZipFile(folder / "project.qdpx")


def test_a_project_keeps_every_rule_of_the_schema(packed):
    assert breaches(ElementTree.fromstring(packed.read("project.qde"))) == []


def test_the_rules_find_what_is_wrong():
    bad = (f'<Project xmlns="{NS[1:-1]}"><Sources/><Users><User guid="x"/></Users></Project>')
    assert {"Project has no name", "Sources is empty", "the children of Project are out of order",
            "x is no known GUID"} <= set(breaches(ElementTree.fromstring(bad)))


def test_a_project_comes_back_with_the_same_sources_codes_and_coded_passages(day, packed):
    root = ElementTree.fromstring(packed.read("project.qde"))
    held = holdings(day.programme, Way.EXPORT)
    every = codings(held)
    cards = {(theme.record.id, card.id) for _, theme in themes(held).walk() for card in theme.cards}
    places = {(one.text.id, one.code, one.reader, one.passage) for one in every}
    assert len(root.findall(f".//{NS}PlainTextSelection")) == len(places) + len(cards)
    codable = [code for code in root.iter(f"{NS}Code") if code.get("isCodable") == "true"]
    assert len(codable) == len(codes(held)) + len(list(themes(held).walk()))
    assert len({code.get("name").casefold() for code in root.iter(f"{NS}Code")}) == len(list(root.iter(f"{NS}Code")))
    sources = root.findall(f"{NS}Sources/{NS}TextSource")
    assert len({source.get("name") for source in sources}) == len(sources)
    for source in sources:
        text = packed.read(f"Sources/{source.get('plainTextPath').removeprefix('internal://')}").decode()
        assert text
        for chosen in source.findall(f"{NS}PlainTextSelection"):
            start, end = int(chosen.get("startPosition")), int(chosen.get("endPosition"))
            assert 0 <= start < end <= len(text)
            assert text[start:end].startswith(chosen.get("name"))


def test_the_same_programme_gives_the_same_bytes_and_the_same_ids(day, packed, tmp_path):
    export(day.programme, "qdpx", tmp_path, day.world)
    again = zipfile.ZipFile(tmp_path / "project.qdpx")
    assert {name: again.read(name) for name in again.namelist()} == {name: packed.read(name) for name in packed.namelist()}


def test_a_passage_is_where_it_stands_in_characters_also_after_an_emoji_and_hostile_words():
    made = Made()
    text = made.account("A", "🙂 <b>&\n\nthe warm hall")
    made.coding(text, "kind", quote="warm hall", note="a < b & \x00 c")
    made.coding(text, "slow", by="self")
    data = qdpx_bytes(qda(made.held, 'Ours "<&>"', {}))
    packed = zipfile.ZipFile(io.BytesIO(data))
    root = ElementTree.fromstring(packed.read("project.qde"))
    assert breaches(root) == []
    told = packed.read(next(name for name in packed.namelist() if name.startswith("Sources/"))).decode()
    chosen = root.findall(f".//{NS}PlainTextSelection")
    assert [told[int(one.get("startPosition")):int(one.get("endPosition"))] for one in chosen] == ["warm hall", told]
    assert chosen[0].find(f"{NS}Description").text == "evident. a < b &  c"
    assert data == qdpx_bytes(qda(made.held, 'Ours "<&>"', {}))


def test_a_programme_in_which_nothing_was_made_is_a_whole_project_too():
    packed = zipfile.ZipFile(io.BytesIO(qdpx_bytes(qda(Made().held, "Ours", {}))))
    assert breaches(ElementTree.fromstring(packed.read("project.qde"))) == []


def test_pictures_go_along_with_their_words():
    made = Made()
    made.record("drawing", {"label": "A1", "shown": True, "prompt": "", "text": "A door", "picture": "p.png"},
                visible=Visible.PUBLIC)
    packed = zipfile.ZipFile(io.BytesIO(qdpx_bytes(qda(made.held, "Ours", {"p.png": b"\x89PNG\r\n"}))))
    root = ElementTree.fromstring(packed.read("project.qde"))
    assert breaches(root) == []
    [picture] = root.iter(f"{NS}PictureSource")
    assert picture.find(f"{NS}Description").text == "A door"
    assert packed.read(f"Sources/{picture.get('path').removeprefix('internal://')}") == b"\x89PNG\r\n"


def test_the_codebook_goes_alone_and_to_taguette(day, tmp_path):
    export(day.programme, "qdc", tmp_path, day.world)
    export(day.programme, "taguette", tmp_path, day.world)
    root = ElementTree.fromstring((tmp_path / "codebook.qdc").read_bytes())
    assert root.tag == "{urn:QDA-XML:codebook:1.0}CodeBook"
    codable = [code for code in root.iter() if code.get("isCodable") == "true"]
    rows = list(csv.DictReader(io.StringIO((tmp_path / "taguette-codebook.csv").read_bytes().decode("utf-8-sig"))))
    assert len(rows) == len(codable) == len({row["tag"] for row in rows})
    assert "UK Standards for Public Involvement / Governance" in {row["tag"] for row in rows}


def test_parquet_files_have_the_columns_that_their_schema_says(day, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    export(day.programme, "parquet", tmp_path, day.world)
    schema = json.loads((tmp_path / "schema.json").read_text())
    held = holdings(day.programme, Way.EXPORT)
    counts = {"records": len(held.records), "codings": len(codings(held)), "workshops": 2}
    for name, columns in schema.items():
        table = parquet.read_table(tmp_path / f"{name}.parquet")
        assert {field.name: str(field.type) for field in table.schema} == {key: one["type"] for key, one in columns.items()}
        assert table.num_rows == counts[name]
