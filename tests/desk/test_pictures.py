"""A drawing's picture: from whatever path a terminal gives, made safe, with its drawing everywhere, and gone with it."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from kit.desk.consent import Choice, choose
from kit.desk.forget import forget
from kit.desk.joining import bundle
from kit.desk.library import load_shelf
from kit.desk.outputs import outputs
from kit.desk.paper import Order, print_pack
from kit.desk.paper_preview import sheet_words
from kit.desk.pictures import add_picture, dropped, path_of, picture_data, picture_path, pictures_of, safe_picture
from kit.desk.viewing import view
from kit.desk.workshop import open_workshop
from kit.desk.world import made_up_world
from kit.model import Refusal, Visible
from kit.store import StoreProblem, read_history
from tests.desk.test_slips import with_drawings
from tests.tui.playing import programme, still_world

SECRET = b"Made by somebody at 51.5 North"


@pytest.fixture
def photo(tmp_path):
    """A photograph that says where it was taken."""
    image = Image.new("RGB", (60, 40), "white")
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    file = tmp_path / "My photo's [b].jpg"
    image.save(file, "JPEG", exif=exif)
    return file


@pytest.mark.parametrize(("typed", "path"), [
    ("/home/a/x.jpg", "/home/a/x.jpg"), ("'/home/a/my x.jpg' ", "/home/a/my x.jpg"), ('"/home/a/my x.jpg"', "/home/a/my x.jpg"),
    (r"/home/a/my\ x\(1\).jpg", "/home/a/my x(1).jpg"), ("file:///home/a/my%20x.jpg", "/home/a/my x.jpg"),
    (r"/home/a/it\'s.jpg", "/home/a/it's.jpg"), ("/home/a/it's.jpg", "/home/a/it's.jpg"), ("my x.jpg", "my x.jpg"),
    (r"C:\Users\a\x.jpg", r"C:\Users\a\x.jpg"), (r'"C:\Users\a b\x.jpg"', r"C:\Users\a b\x.jpg")])
def test_a_path_is_understood_however_a_terminal_writes_it(typed, path):
    assert str(path_of(typed)) == path


@pytest.mark.parametrize("typed", ["", "  ", "''", "/x\0.jpg", "/x\x1b]0;x\x07.jpg"])
def test_what_is_no_path_is_none(typed):
    assert path_of(typed) is None


def test_a_line_is_a_picture_only_where_there_is_such_a_file(photo):
    quoted = "'" + str(photo).replace("'", "'\\''") + "'"
    assert dropped(f"a3 {quoted}") == ("A3", quoted)
    assert dropped("A3 a door.jpg") is None
    assert dropped("A3 a house with a door") is None
    assert dropped(f"A3 {photo.parent}") is None


@pytest.mark.parametrize("typed", ["/nowhere/x.jpg", "/dev/zero", "/", "../..", "x" * 10_000, "\0", "/proc/self/mem"])
def test_a_path_to_no_picture_is_refused_in_a_sentence(typed):
    with pytest.raises(StoreProblem) as refused:
        safe_picture(typed)
    assert len(str(refused.value)) < 200


def test_a_photograph_goes_to_its_drawing_without_what_else_was_in_it_and_undo_takes_it_back(tmp_path, photo):
    ours, _ = with_drawings(tmp_path / "home")
    workshop = open_workshop(ours, load_shelf(tmp_path / "home"), still_world())
    kept = workshop.picture("a1", f'"{photo}"', "A door")
    assert not isinstance(kept, Refusal)
    [drawing] = pictures_of(workshop.outputs)
    assert (drawing.content["label"], drawing.content["alt"], drawing.content["shown"]) == ("A1", "A door", True)
    assert Image.open(io.BytesIO(picture_data(ours, drawing))).size == (60, 40)
    workshop.undo()
    assert pictures_of(workshop.outputs) == ()
    assert isinstance(workshop.picture("A9", str(photo)), Refusal)
    assert isinstance(workshop.picture("A1", "/nowhere.jpg"), Refusal)
    workshop.close()
    for file in (tmp_path / "home").rglob("*"):
        assert not file.is_file() or (SECRET not in file.read_bytes() and b"My photo" not in file.read_bytes())


def test_a_picture_filed_while_the_gallery_is_asked_stays_with_its_drawing(tmp_path, photo):
    ours, _ = with_drawings(tmp_path / "home")
    workshop = open_workshop(ours, load_shelf(tmp_path / "home"), still_world())
    workshop.undo()
    workshop.picture("A1", str(photo), "A door")
    workshop.answer(["A1"])
    drawings = [r for r in workshop.records if r.kind == "drawing"]
    assert sorted(d.content["label"] for d in drawings if d.content["label"][0] == "A") == ["A1", "A2", "A3"]
    assert [d.content["alt"] for d in drawings if d.content.get("picture")] == ["A door"]
    workshop.close()


def test_a_private_drawings_picture_is_on_no_list_and_in_no_bundle_and_goes_when_it_is_forgotten(tmp_path, photo):
    ours, _ = with_drawings(tmp_path / "home")
    world = made_up_world(1)
    add_picture(ours, "A3", str(photo), "MARKEDDOOR", world)
    assert pictures_of(outputs(ours)) == ()
    bundle(ours, tmp_path / "x.kitbundle", world)
    packed = (tmp_path / "x.kitbundle").read_bytes()
    assert b"att/" not in packed
    hidden = next(r for r in read_history(ours.folder).records() if r.kind == "drawing" and r.content["label"] == "A3")
    assert hidden.visible is Visible.ME
    forget(ours, hidden.id, world)
    assert not [file for file in (ours.folder / "att").iterdir() if file.suffix == ".jpg"]
    assert not [file for file in ours.folder.rglob("*") if file.is_file() and b"MARKEDDOOR" in file.read_bytes()]


def test_a_picture_that_comes_after_its_makers_choice_leaves_one_drawing_with_both(tmp_path, photo):
    ours, _ = with_drawings(tmp_path / "home")
    world = made_up_world(1)
    drawing = next(r for r in outputs(ours) if r.kind == "drawing" and r.content["label"] == "A1")
    choose(ours, drawing.id, Choice(visible=Visible.REPORT), world)
    add_picture(ours, "A1", str(photo), "A door", world)
    [now] = [r for r in read_history(ours.folder).records() if r.kind == "drawing" and r.content["label"] == "A1"]
    assert (now.visible, now.content["alt"]) == (Visible.REPORT, "A door")


def test_the_real_picture_is_opened_from_the_folder_alone_and_never_from_a_locked_one(tmp_path, photo):
    ours, _ = with_drawings(tmp_path / "home")
    add_picture(ours, "A1", str(photo), "", made_up_world(1))
    [drawing] = pictures_of(outputs(ours))
    assert picture_path(ours, drawing).parent == ours.folder / "att"
    with pytest.raises(StoreProblem, match="shown here alone"):
        picture_path(replace(ours, sealed=True), drawing)
    with pytest.raises(StoreProblem):
        picture_path(ours, replace(drawing, content={**drawing.content, "picture": "../programme.json"}))
    with pytest.raises(StoreProblem):
        view(ours.folder / "programme.json")


def test_the_hand_out_of_what_was_made_carries_the_picture_with_its_words(tmp_path, photo):
    ours, _ = with_drawings(tmp_path / "home")
    world, shelf = made_up_world(1), load_shelf(tmp_path / "home")
    for label, words in (("A1", "A door"), ("A3", "A window")):
        add_picture(ours, label, str(photo), words, world)
    assert "[Picture: A door]" in (told := sheet_words(ours, shelf, Order(), "what-we-made"))
    assert "A window" not in told
    [made] = print_pack(ours, shelf, Order(what=("what-we-made",)), tmp_path / "out")
    assert made.pages


def test_where_nothing_was_drawn_yet_the_sentence_says_so(tmp_path, photo):
    with pytest.raises(StoreProblem, match="There is no drawing 'A3'"):
        add_picture(programme(tmp_path / "home"), "a3", str(photo), "", made_up_world(1))
