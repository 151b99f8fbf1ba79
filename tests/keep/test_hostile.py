"""What strangers send: bundles, pictures and tables. Each nasty one is refused with a sentence, and nothing is changed."""

import io
import json
import stat
import struct
import zipfile
import zlib

import pytest
from PIL import Image, PngImagePlugin

from kit.desk.incoming import checked, read_bundle
from kit.desk.joining import bundle, unbundle
from kit.desk.outputs import outputs
from kit.desk.people import read_people, take_in
from kit.model import Visible
from kit.model.gate import Way
from kit.paperin.pictures import LONGEST_SIDE, cleaned
from kit.paperin.pictures import checked as checked_picture
from kit.store import StoreProblem
from kit.store.archive import may_be_named, pack, unpack
from tests.keep.programme import every_byte, marked
from tests.rooms import HOSTILE


def zipped(*files, change=lambda info: None):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            change(info)
            archive.writestr(info, data)
    return out.getvalue()


NAMES = ["../../evil.txt", "/etc/cron.d/x", "..\\..\\evil", "C:\\evil", "att/aa.png/../../../x", "CON", "plans/aux.toml",
         "plans/con.toml", "\u202egnp.exe", "att/" + "0" * 40 + ".png/x", "plans/.hidden.toml", "plans/a/b.toml",
         "manifest.json\0.png", "", "x" * 404,
         "photo.png:ads", "-rf", "plans/a.toml. ", "programme.json", "wal-000001-01.jsonl"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_not_ours_is_refused(name):
    assert not may_be_named(name)
    with pytest.raises(StoreProblem, match="was not taken in"):
        unpack(zipped(("manifest.json", b"{}"), (name or "x", b"x")))


def _link(info):
    info.external_attr = (stat.S_IFLNK | 0o777) << 16


def _overlapping():
    data = bytearray(zipped(("manifest.json", b"a" * 100), ("entries.jsonl", b"a" * 100)))
    second = data.rindex(b"PK\x01\x02")
    data[second + 42:second + 46] = struct.pack("<I", 0)
    return bytes(data)


def _encrypted():
    data = bytearray(zipped(("manifest.json", b"{}")))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _lying():
    data = bytearray(zipped(("manifest.json", b"\0" * 400_000_000)))
    where = data.rindex(b"PK\x01\x02")
    data[where + 24:where + 28] = struct.pack("<I", 10)
    return bytes(data)


@pytest.mark.parametrize(("name", "data"), [
    ("twice", lambda: zipped(("manifest.json", b"{}"), ("manifest.json", b"{}"))),
    ("link", lambda: zipped(("manifest.json", b"x"), change=_link)),
    ("overlap", _overlapping), ("encrypted", _encrypted), ("bomb", lambda: zipped(("manifest.json", b"\0" * 400_000_000))),
    ("lying", _lying), ("cut off", lambda: zipped(("manifest.json", b"x" * 1000))[:-30]), ("nothing", lambda: b""),
    ("text", lambda: b"this is no zip"), ("many", lambda: zipped(*[(f"plans/{n}.toml", b"") for n in range(5001)])),
    ("flipped", lambda: zipped(("manifest.json", b"x" * 1000)).replace(b"x", b"y", 1)),
])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_that_cannot_be_trusted_is_refused(name, data):
    made = data()
    if name == "flipped":
        middle = bytearray(made)
        middle[45] ^= 0xFF
        made = bytes(middle)
    with pytest.raises(StoreProblem, match=r"was not taken in: .*Nothing was changed\."):
        unpack(made)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    home = tmp_path_factory.mktemp("hostile")
    day = marked(home / "home")
    bundle(day.programme, home / "ours.kit", day.world)
    return unpack((home / "ours.kit").read_bytes())


def resummed(files):
    import hashlib

    about = json.loads(files["manifest.json"])
    about["files"] = {name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in files.items()
                      if name != "manifest.json"}
    return {**files, "manifest.json": json.dumps(about).encode()}


def entry(**changes):
    record = {"id": "x1", "kind": "thought", "when": "2026-01-01T10:00:00+00:00", "origin": {}, "content": {"text": "a"}}
    return json.dumps(["entry", {"records": [record | changes]}]).encode()


LINES = [
    b"[" * 200_000, b'["entry",{"records":[{"id":NaN}]}]', b"1e999", b"9" * 5000, b'["entry",{"records":1}]', b"[1,2,3]",
    b'["entry"]', b'["table","x"]', b"\xff\xfe", b'\xef\xbb\xbf["entry",{}]', b'["entry",{"records":[],"records":[]}]',
    entry(id="../x"), entry(id=""), entry(id=7), entry(when="yesterday"), entry(visible="everybody"), entry(content=[1]),
    entry(kind="drawing"), entry(kind="feedback", content={"question": "?", "counts": 3}), entry(content={"text": 2**70}),
    entry(content={"text": 1.5}), entry(content={"text": "x" * 30_000}), entry(replaces="\x1b]0;x\x07"),
    entry(kind="agreement", content={"lines": 1, "signed": True}), entry(content={"text": "\ud800"}),
    b'["erased",{"id":[]}]', b'["maker",{"key":"a"}]', b'["redacted",{"place":"x"}]',
    b'["entry",{"session":"s9","event":{"number":1,"at":"2026-01-01T10:00:00+00:00","kind":"begun","data":{}},"records":[]}]',
]


@pytest.mark.parametrize("line", LINES, ids=range(len(LINES)))
def test_lines_that_no_kit_writes_are_refused(files, line):
    with pytest.raises(StoreProblem, match="was not taken in"):
        checked(resummed({**files, "entries.jsonl": files["entries.jsonl"] + b"\n" + line}))


def test_a_changed_missing_or_extra_file_is_refused(files):
    for changed in ({**files, "entries.jsonl": files["entries.jsonl"] + b"\n"}, {**files, "plans/more.toml": b""},
                    {name: data for name, data in files.items() if not name.startswith("plans/")}):
        with pytest.raises(StoreProblem, match="was not taken in"):
            checked(changed)
    with pytest.raises(StoreProblem, match="newer version"):
        checked({**files, "manifest.json": files["manifest.json"].replace(b'"format": 1', b'"format": 999')})


def test_escapes_in_a_bundle_are_cleaned_as_at_the_door(files, tmp_path):
    body = files["entries.jsonl"] + b"\n" + entry(content={"text": "a\x1b]0;x\x07b\u202ec"})
    (tmp_path / "x.kit").write_bytes(pack(resummed({**files, "entries.jsonl": body})))
    from kit.desk.world import made_up_world

    done = unbundle(tmp_path / "home", read_bundle(tmp_path / "x.kit"), made_up_world(2))
    assert [r.content["text"] for r in outputs(done.programme) if r.id == "x1"] == ["a]0;xbc"]
    assert b"\x1b" not in every_byte(done.programme.folder)


def picture(kind="PNG", size=(60, 40), **given):
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **given)
    return out.getvalue()


def claims(wide, high):
    data = picture()
    start = data.index(b"IHDR")
    head = b"IHDR" + struct.pack(">II", wide, high) + data[start + 12:start + 17]
    return data[:start] + head + struct.pack(">I", zlib.crc32(head)) + data[start + 21:]


def _noted(words):
    noted = PngImagePlugin.PngInfo()
    noted.add_text("Comment", words, zip=True)
    return picture(pnginfo=noted)


def _moving():
    out = io.BytesIO()
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])
    return out.getvalue()


@pytest.mark.parametrize(("name", "data"), [
    ("claims much", claims(13_300, 13_300)), ("claims more", claims(50_000, 50_000)), ("long", claims(65_000, 500)),
    ("none", claims(0, 5)), ("gif", picture("GIF")), ("tiff", picture("TIFF")), ("moving", _moving()), ("text", b"a photo"),
    ("empty", b""), ("cut off", picture("JPEG", (600, 400))[:900]), ("text bomb", _noted("x" * 80_000_000)),
    ("eps", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"), ("svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
], ids=lambda value: value if isinstance(value, str) else "")
def test_a_picture_that_is_none_of_ours_is_refused(name, data):
    with pytest.raises(StoreProblem, match="picture"):
        cleaned(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_pixels_stays_of_a_picture(kind):
    exif = Image.Exif()
    exif[0x010F], exif[0x8298], exif[0x0112] = "Jane Camera", "Jane Participant", 6
    exif.get_ifd(0x8825)[1] = "N"
    data = picture(kind, (60, 40), exif=exif, **({"comment": b"Jane Participant"} if kind == "JPEG" else {})) + b"Jane trailing"
    again, ending = cleaned(data)
    assert b"Jane" in data
    assert b"Jane" not in again
    with Image.open(io.BytesIO(again)) as seen:
        assert (seen.size, ending, dict(seen.getexif())) == ((40, 60), ".jpg", {})
    assert checked_picture(again) == again


def test_a_large_photograph_becomes_one_that_fits_a_sheet():
    again, _ = cleaned(picture("JPEG", (5000, 2500)))
    with Image.open(io.BytesIO(again)) as seen:
        assert seen.size == (LONGEST_SIDE, LONGEST_SIDE // 2)


def test_what_is_see_through_stays_so():
    out = io.BytesIO()
    Image.new("RGBA", (5, 5), (0, 0, 0, 0)).save(out, "PNG")
    again, ending = cleaned(out.getvalue())
    with Image.open(io.BytesIO(again)) as seen:
        assert (ending, seen.getpixel((2, 2))[3]) == (".png", 0)


def table(tmp_path, text, name="people.csv"):
    (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return tmp_path / name


def test_people_come_in_with_headers_in_any_order(tmp_path):
    rows, troubles = read_people(table(tmp_path, f'Access_Needs;Shoe size;NAME\nramp;9;"{HOSTILE}"\n;;\n;4;\nx;1;Bo\ny;2;bo\n'))
    assert [row["name"] for row in rows] == ["[/] [b] ]0;x ünïcödé 名前 🙂", "Bo"]
    assert rows[0]["needs"] == "ramp"
    assert len(troubles) == 3
    assert "'Shoe size' was passed over" in troubles[0]
    assert "row 4: it has no name." in troubles[1]
    assert "row 6: that name is there already." in troubles[2]


def test_a_workbook_is_read_with_formulas_as_text(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    for row in (("Role", "Name"), ("carer", "=1+1"), (None, "Ana"), ("nurse", None)):
        book.active.append(row)
    book.save(tmp_path / "p.xlsx")
    rows, troubles = read_people(tmp_path / "p.xlsx")
    assert [(row["name"], row["role"]) for row in rows] == [("=1+1", "carer"), ("Ana", "")]
    assert troubles == ["p.xlsx, row 4: it has no name. It was left out."]


@pytest.mark.parametrize("data", [b"", b"Shoe\n9\n", b"PK\x03\x04 no workbook", b"Name\n" + b"a\n" * 3000, b"na\0me\n",
                                  b"\xff\xfe\x00"], ids=range(6))
def test_a_table_that_cannot_be_read_is_a_sentence(tmp_path, data):
    with pytest.raises(StoreProblem):
        read_people(table(tmp_path, data))


def test_people_and_their_access_needs_stay_with_the_facilitator(tmp_path):
    day = marked(tmp_path / "home")
    taken = take_in(day.programme, table(tmp_path, "name,needs\nAna,zorqramp\n"), day.world)
    assert [person.visible for person in taken.people] == [Visible.ME]
    take_in(day.programme, table(tmp_path, "name,needs\nAna,zorqlift\n"), day.world)
    for way in Way:
        words = str([dict(record.content) for record in outputs(day.programme, way)])
        assert "zorqramp" not in words
        assert ("zorqlift" in words) == (way is Way.SCREEN)
