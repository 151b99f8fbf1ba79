"""Looking back: what earlier workshops left open is asked about, one by one. Each is done, dropped or carried on."""

from collections.abc import Mapping
from typing import Any

from kit.content.vocabulary import CARRIED
from kit.engine.scene import Chance, Made, Scene, StepScript
from kit.model import Ask, Form, Option

ASKED: Mapping[str, tuple[str, tuple[Option, ...]]] = {
    "agreement": ("Does our agreement still hold?", (
        Option("done", "Yes, it stands"), Option("on", "We come back to it today"))),
    "promise": ("Was this done?", (
        Option("done", "It is done"), Option("on", "Still to do"), Option("dropped", "No longer needed"))),
    "change": ("You asked for this. What came of it?", (
        Option("done", "We did it"), Option("on", "Still to do"), Option("dropped", "We could not, or will not"))),
    "decision": ("Where does this decision stand?", (
        Option("done", "Looked at: it stands"), Option("on", "Still open"), Option("dropped", "No longer needed"))),
    "elsewhere": ("This was decided elsewhere. Has everybody heard it?", (
        Option("done", "Heard"), Option("on", "We want to talk about it again"))),
    "parked": ("We parked this. What about it now?", (
        Option("done", "Talked about, or settled"), Option("on", "Keep it parked"), Option("dropped", "Let it go"))),
    "drawing": ("Shall the drawings from before hang on the wall again?", (
        Option("on", "Yes, hang them again"), Option("dropped", "Not this time"))),
}
"""What is asked of each kind of thing, and what can become of it."""

_MORE = "What came of it, or why not? Leave it empty if there is nothing to add."


def carry(scene: Scene) -> StepScript:
    """Ask about everything that is carried in. What it was, and what became of it, is kept with a link to where it came from."""
    wanted = scene.step["what"] or scene.place.carry or CARRIED
    items = yield Chance(lambda chance: [{"what": item.what, "of": list(item.of), "about": item.words}
                                         for item in scene.known().carried() if item.what in wanted])
    if not items:
        yield Ask(Form.GO, "Nothing was left open before today. Go on.")
        return
    earlier = {tuple(r.content["of"]): r.id for r in scene.earlier("carried")}
    for number, item in enumerate(items, 1):
        yield from _ask_about(item, (f"{number} of {len(items)}",), earlier.get(tuple(item["of"]), ""))


def _ask_about(item: dict[str, Any], facts: tuple[str, ...], before: str) -> StepScript:
    """One thing: what became of it, and why. What is carried on needs no words, but an agreement that is to change does."""
    question, options = ASKED[item["what"]]
    said = (item["about"],)
    came = yield Ask(Form.CHOICE, question, options, makes="carried", facts=(*said, *facts), room_facts=(question, *said))
    text = ""
    if (came == "on") is (item["what"] == "agreement") and item["what"] != "drawing":
        text = yield Ask(Form.WORDS, _MORE, optional=True, makes="carried", facts=said, room_facts=said)
    yield Made("carried", {**item, "came": came, "text": text}, replaces=before)
