"""Drawings, from the first line to the captions: numbered sheets, a gallery by choice, marks, and captions fairly dealt.

A drawing is known by its label (A3: the third sheet of the first prompt), never by a name. The person who drew it keeps
the number of their sheet for the day, so that nobody is ever given their own drawing to caption.
"""

from collections.abc import Mapping, Sequence

from kit.engine.dealing import deal, fill_in
from kit.engine.opening import MOST_PEOPLE
from kit.engine.scene import Chance, Made, Scene, StepScript
from kit.model import Ask, Form, Option, Record, Visible
from kit.model.sheetcode import SERIES
from kit.model.text import listed

Dealt = Mapping[str, Sequence[str]]
"""The drawings that whoever has a sheet is to caption."""


def draw(scene: Scene) -> StepScript:
    """Which sheets came back, and what their makers say they show. Each drawing is private for now."""
    letter = SERIES[scene.series % len(SERIES)]
    handed = yield Ask(Form.NUMBER, "How many drawing sheets went out?", least=0, most=MOST_PEOPLE, default=scene.people or None)
    sheets = tuple(Option(f"{letter}{n}", f"{letter}{n}") for n in range(1, handed + 1))
    empty: list[str] = []
    if sheets:
        empty = yield Ask(Form.SOME, "Which sheets have no drawing on them? Nobody is asked why. Press Enter for none.", sheets,
                          default=[])
    drawn = tuple(option for option in sheets if option.key not in empty)
    known = {r.content["label"]: r for r in scene.standing("drawing") if r.content["label"][0] == letter}
    for label, drawing in known.items():
        if label not in {option.key for option in drawn}:
            yield Made("drawing", {"label": label, "dropped": True}, Visible.ME, replaces=drawing.id)
    for option in drawn:
        if option.key not in known:
            content = {"label": option.key, "prompt": scene.step["prompt"], "text": "", "shown": False}
            yield Made("drawing", content, Visible.ME, sheet=scene.sheet("drawing-sheet", int(option.key[1:])))
    yield from _described(scene, drawn)


def _described(scene: Scene, drawn: tuple[Option, ...]) -> StepScript:
    said: dict[str, bool] = {}
    while drawn:
        answer = yield Ask(
            Form.LABELLED, "What do people say their drawing shows? Only if they want to.", drawn, many=True, makes="drawing",
            so_far=tuple(f"{label}, private" for label in said))
        if answer is None:
            return
        said[answer["label"]] = True
        drawing = _drawing(scene, answer["label"])
        yield Made("drawing", {**drawing.content, "text": answer["text"]}, drawing.visible,
                   replaces=drawing.id, sheet=drawing.origin.sheet)


def gallery(scene: Scene) -> StepScript:
    """Which drawings may be shown. What is not named stays private."""
    drawings = scene.standing("drawing")
    if not drawings:
        yield Ask(Form.GO, "There are no drawings yet, so there is nothing to hang up. Go on.")
        return
    shown = yield Ask(Form.SOME, "Which drawings may be shown? All others stay private.", _options(drawings),
                      makes="drawing", facts=("Ask each person. Nobody is asked why.",))
    drawings = scene.standing("drawing")  # one may have got its picture meanwhile
    for drawing in drawings:
        show = drawing.content["label"] in shown
        yield Made("drawing", {**drawing.content, "shown": show}, Visible.GROUP if show else Visible.ME,
                   replaces=drawing.id, sheet=drawing.origin.sheet)
    private = [d.content["label"] for d in drawings if d.content["label"] not in shown]
    if private:
        yield Ask(Form.GO, f"Give back or put away {listed(private)}. Go on when that is done.")


def resonate(scene: Scene) -> StepScript:
    """How many marks each drawing got. Drawings are always listed by label, never by marks."""
    shown = _on_show(scene)
    if not shown:
        yield Ask(Form.GO, "No drawing is on show, so there is nothing to mark. Go on.")
        return
    marks: dict[str, int] = {}
    ids = {r.content["label"]: r.id for r in scene.earlier("resonance")}
    while (answer := (yield Ask(
            Form.TALLY, "Which drawings have marks, and how many?", _options(shown), many=True, makes="resonance",
            so_far=tuple(f"{label} {marks[label]}" for label in sorted(marks, key=_order))))) is not None:
        label = answer["label"]
        marks[label] = answer["number"]
        ids[label] = yield Made("resonance", {"label": label, "marks": answer["number"], "drawing": _drawing(scene, label).id},
                                replaces=ids.get(label, ""))


def caption(scene: Scene) -> StepScript:
    """Deal the drawings on show to the people who drew, then take the captions in any order."""
    drawings, shown = scene.standing("drawing"), _on_show(scene)
    if not shown:
        yield Ask(Form.GO, "No drawing is on show, so there is nothing to caption. Go on.")
        return
    makers = sorted({d.content["label"][1:] for d in drawings}, key=int)
    owners = {d.content["label"]: d.content["label"][1:] for d in shown}
    dealt = yield Chance(lambda chance: deal(makers, owners, scene.step["each"], chance))
    while gone := (yield _who_captions(dealt)):
        dealt = yield _filled_in(dealt, owners, gone)
    lines = _dealt_lines(dealt)
    so_far: list[str] = []
    while (answer := (yield Ask(Form.LABELLED, "What do the captions say?", _options(shown), many=True, makes="caption",
                                so_far=tuple(so_far), facts=lines))) is not None:
        drawing = _drawing(scene, answer["label"])
        yield Made("caption", {"label": answer["label"], "text": answer["text"], "drawing": drawing.id})
        so_far.append(f"{answer['label']} {answer['text']}")


def _who_captions(dealt: Dealt) -> Ask:
    sheets = tuple(Option(maker, f"sheet {maker}") for maker in dealt)
    return Ask(Form.SOME, "Say who captions which drawing. Who passes, or has left? Press Enter for nobody.", sheets,
               default=[], room_facts=_dealt_lines(dealt))


def _filled_in(dealt: Dealt, owners: Mapping[str, str], gone: Sequence[str]) -> Chance:
    """Others take over the drawings of those who pass. Nobody gives up what they have."""
    return Chance(lambda chance: fill_in(dealt, gone, owners, chance))


def _dealt_lines(dealt: Dealt) -> tuple[str, ...]:
    return tuple(f"Whoever has sheet {maker}: {listed(list(labels))}." for maker, labels in dealt.items() if labels)


def _on_show(scene: Scene) -> tuple[Record, ...]:
    return tuple(d for d in scene.standing("drawing") if d.content["shown"])


def _drawing(scene: Scene, label: str) -> Record:
    return next(d for d in scene.standing("drawing") if d.content["label"] == label)


def _options(drawings: Sequence[Record]) -> tuple[Option, ...]:
    labels = sorted((d.content["label"] for d in drawings), key=_order)
    return tuple(Option(label, label) for label in labels)


def _order(label: str) -> tuple[str, int]:
    return label[0], int(label[1:])
