"""Whatever is among the pictures of a pile: a sentence each, the rest of the pile goes on, and nothing acts on the terminal."""

import io
import json
import os
import struct
import zlib

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from benchmarks.piles.paper import Canvas
from kit.cli import main
from kit.desk.flows.paper_back import paper_back
from kit.desk.pile.cards import cards_of
from kit.desk.pile.standing import what_was_missed
from kit.paperin import opening, pdf_apart
from kit.store.keeping import open_for_reading
from printables.qr import modules
from tests.desk.test_flows import go
from tests.paperin.piles import OneCard
from tests.pile.room import Room

NAMES = ("a\x1b]0;owned\x07.png", "b[][bold].png", "c\nd.png", "e\u202egpj.png", "f<b>&=cmd().png", "g\udc9b.png", "h\x9b2J.png")


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """A programme with one card that was filled, as a picture."""
    room = Room(tmp_path_factory.mktemp("hostile"), people=1)
    [page] = room.print("feedback-card")
    for question in page.questions:
        room.tick(page, question, "Good")
    return room, room.save(page, "IMG_1.png")


@pytest.fixture
def room(printed, tmp_path):
    return printed[0].copied(tmp_path / "home"), printed[1]


def saved(picture, form, **more):
    out = io.BytesIO()
    picture.save(out, form, **more)
    return out.getvalue()


def pdf(content, more=(), resources=b""):
    """A PDF of one page."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<" + resources + b">>/Contents 4 0 R>>",
               stream(b"", content), *more]
    return b"%PDF-1.5\n" + b"\n".join(b"%d 0 obj %b endobj" % (number, one) for number, one in enumerate(objects, 1)) + \
        b"\ntrailer<</Root 1 0 R>>\n%%EOF"


def stream(about, data):
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (about, len(data), data)


def scan(call, capsys, *words):
    """What a call of `kit scan` prints, and its exit code."""
    code = main(["--home", str(call.home), "scan", "Ours", *map(str, words)])
    return code, capsys.readouterr()


def whys(answer):
    """Why each file was not read."""
    return {name: one["why"] for name, image in answer["images"].items() for one in image["unread"]}


LARGE_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (head := struct.pack(">IIBBBBB", 12_000, 8_400, 8, 2, 0, 0, 0)) + \
    struct.pack(">I", zlib.crc32(b"IHDR" + head)) + b"\0\0\0\x20IDAT" + b"\0" * 40
SMALL = Image.effect_noise((60, 40), 90)
BAD_EXIF = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x05\0\0\0\x01\0\0\xff\xff"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</F 5 0 R>>>>"
FILES = {
    "bomb.png": LARGE_PNG,
    "bomb.tif": saved(SMALL, "TIFF").replace(struct.pack("<HHII", 256, 4, 1, 60), struct.pack("<HHII", 256, 4, 1, 60_000)),
    "bomb.pdf": pdf(b"/F Do", [stream(b"/Type/XObject/Subtype/Image/Width 30000/Height 30000/ColorSpace/DeviceGray"
                                      b"/BitsPerComponent 8/Filter/FlateDecode", zlib.compress(bytes(99_999)))],
                    b"/XObject<</F 5 0 R>>"),
    "zip.jpg": b"PK\x03\x04" + bytes(99), "text.jpg": b"[/]\x1b[2J not a picture", "empty.jpg": b"",
    "gif.png": saved(SMALL, "GIF"), "exif.jpg": saved(SMALL, "JPEG", exif=BAD_EXIF),
    **{f"cut.{form.lower()}": data[:len(data) * 2 // 3] for form in ("JPEG", "PNG", "WEBP", "TIFF")
       for data in [saved(SMALL, form)]},
    "cut.pdf": saved(SMALL, "PDF")[:300],
}


def test_bombs_cut_files_and_wrong_kinds_are_a_sentence_each_and_the_card_among_them_is_read(room, tmp_path, capfd):
    here, card = room
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "folder.jpg").mkdir()
    os.mkfifo(tmp_path / "pipe.jpg")
    names = sorted([*FILES, "folder.jpg", "pipe.jpg", "gone.jpg"])
    code, said = scan(here, capfd, *(tmp_path / name for name in names), os.devnull, card, "--json")
    answer = json.loads(said.out)
    assert code == 0
    assert len(answer["images"]["IMG_1.png"]["cards"]) == 1
    why = whys(answer)
    assert sorted(why) == sorted([*names, "null"])
    assert [one for one in why.values() if not (one.endswith((".", "?")) and one[0].isupper() and len(one) < 160)] == []
    for name, says in {"bomb.png": "12,000 by 8,400", "bomb.tif": "60,000 by", "bomb.pdf": "30,000 by", "zip.jpg": "no picture",
                       "empty.jpg": "empty", "folder.jpg": "no picture or scan in it", "pipe.jpg": "device or a pipe",
                       "gone.jpg": "cannot be opened", "exif.jpg": "No code", "cut.jpeg": "ends too early",
                       "cut.tiff": "ends too early", "cut.pdf": "ends too early"}.items():
        assert says in why[name], name
    assert "Traceback" not in said.err
    assert "tempfile" not in said.err


def test_a_pdf_that_draws_itself_for_ever_is_left_and_says_so(monkeypatch):
    monkeypatch.setattr(pdf_apart, "SECONDS", 0.5)
    pages = list(opening.pages_in(pdf(b"/F Do", [stream(FORM, b"/F Do " * 10)], b"/XObject<</F 5 0 R>>"), "a.pdf"))
    assert [page.why for page in pages] == [pdf_apart.TOO_MUCH]


def test_a_damaged_note_of_the_camera_does_not_lose_the_picture():
    [page] = opening.pages_in(FILES["exif.jpg"], "a.jpg")
    assert page.image.size == (60, 40)


def test_names_of_files_that_could_act_on_a_terminal_are_shown_without_that(room, tmp_path, capsys):
    here, card = room
    for name in NAMES:
        (tmp_path / name).write_bytes(b"no picture")
    files = [tmp_path / name for name in NAMES]
    _, said = scan(here, capsys, *files, card)
    for text in (said.out, said.err):
        assert not {"\x1b", "\x07", "\u202e", "\x9b", "\udc9b"} & set(text)
    assert "b[][bold].png" in said.out
    assert "1 of 8 cards read" in said.out
    layout = here.home / "layout.json"
    layout.write_text(json.dumps(OneCard().layout))
    assert main(["scan", "--dry-run", "--layout", str(layout), *map(str, files), "--json"]) == 0
    out = capsys.readouterr().out
    assert not {"\x1b", "\x07", "\u202e", "\x9b", "\udc9b"} & set(out)
    assert sorted(json.loads(out)["images"]) == sorted(NAMES)


def code_of(here):
    return next(row["ids"][0][0] for row in open_for_reading(here.programme).rows("layouts"))


@pytest.fixture(scope="module")
def codes(printed, tmp_path_factory):
    """Pictures of codes that a stranger could hold in front of the camera."""
    folder, ours = tmp_path_factory.mktemp("codes"), code_of(printed[0])
    texts = {"escape": "\x1b]0;owned\x07", "path": "../../etc/passwd", "markup": "[/][@click=app.quit]x", "formula": "=cmd()",
             "wrong check": ours[:-1] + ("2" if ours[-1] != "2" else "3"), "other": "KMR-25F2-23C"}
    for name, text in texts.items():
        rows = modules(text)
        canvas = Canvas(*[20 + len(rows)] * 2)
        canvas.code(10, 10, len(rows), rows)
        canvas.done().save(folder / f"{name}.png")
    fullest = zxingcpp.create_barcode("A" * 4296, zxingcpp.BarcodeFormat.QRCode, ec_level="L")
    Image.fromarray(np.asarray(fullest.to_image(scale=6, add_quiet_zones=True))).save(folder / "fullest.png")
    return folder


def test_what_strangers_codes_say_is_told_harmlessly_and_no_card_comes_of_it(room, codes, capsys):
    here, _ = room
    _, said = scan(here, capsys, codes, "--json")
    answer = json.loads(said.out)
    assert not any(image["cards"] for image in answer["images"].values())
    why = whys(answer)
    assert sorted(why) == sorted(path.name for path in codes.iterdir())
    assert not set("\x1b\x07") & set(said.out)
    assert all(len(one) < 200 for one in why.values())
    assert "check" in why["wrong check.png"]
    assert "AAAA…" in why["fullest.png"]
    assert "another programme, KMR" in why["other.png"]
    assert "../../etc/passwd" in why["path.png"]


def test_the_talk_that_both_front_ends_show_says_what_is_wrong_with_a_path_and_goes_on(room, codes, tmp_path):
    here, card = room
    (tmp_path / "none").mkdir()
    said, _ = go(paper_back(here.programme, here.world), "Read", "x" * 5000, "Read", "\0", "Read", "[/]", "Read",
                 str(tmp_path / "none"), "Read", str(codes), "What was not", "Read", str(card), None)
    assert said.count("There is no file") == 3
    assert "There is no picture or scan to read" in said
    assert "[/][@click=app.quit]x" in said
    assert "\x1b" not in said
    assert "1 of 1 card read" in said
    assert len(cards_of(open_for_reading(here.programme))) == 1
    assert len(what_was_missed(here.programme)) == 7
