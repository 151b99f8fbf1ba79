"""Sorting cards into themes: what goes together, what to call it, and what becomes of each theme. Nothing is thrown away.

A card may go under several themes, and a theme under another: themes are distinct but overlap (PARTNERS2).
"""

from typing import Any

from kit.engine.scene import Chance, Made, Part, Scene, StepScript
from kit.engine.steps.coding import readable
from kit.engine.steps.writing import WHO_MAY_SEE
from kit.model import Ask, Form, Option, Visible, known_as, text_of

WHO_CONFIRMS = "Who confirms themes today? Such as: everybody here."
WHY_NOT = "Why not, in a few words? It can stay empty."

_LONGEST_SHOWN = 120
_NEW = Option("new", "A new theme")
_FATES = (
    Option("draft", "It stays a draft"), Option("confirmed", "We confirm it"),
    Option("cross", "We confirm it, and it cuts across the others"), Option("under", "It belongs under another theme"),
    Option("merged", "It becomes part of another theme"), Option("rejected", "We do not use it, and keep it on record"),
)


def sort(scene: Scene) -> StepScript:
    """Cards first, a handful at a time; then each theme's state."""
    drawn = yield Chance(lambda _: {"cards": _cards(scene), "themes": _earlier(scene)})
    cards = {str(place): one for place, one in enumerate(drawn["cards"], 1)}
    themes = {one["content"]["key"]: one for one in drawn["themes"]}
    if not cards:
        yield Ask(Form.GO, "There are no cards yet, so there is nothing to sort. Go on.")
        return
    options = tuple(Option(key, f"{key} {one['text'][:_LONGEST_SHOWN]}") for key, one in cards.items())
    while (chosen := (yield Ask(Form.SOME, "Which cards go together?", options, many=True, makes="theme",
                                facts=tuple(option.words for option in options),
                                so_far=tuple(map(_line, themes.values()))))) is not None:
        if chosen:
            yield from _put([cards[key]["key"] for key in chosen], themes)
    yield from _states(themes)


def _cards(scene: Scene) -> list[dict[str, str]]:
    kinds = scene.step["cards"]
    return [{"key": known_as(r), "text": text_of(r)}
            for records in (scene.known().records(), scene.records()) for r in readable(records, kinds)]


def _earlier(scene: Scene) -> list[dict[str, Any]]:
    """Themes that stand, from earlier workshops and this one, each with its record's id."""
    return [{"id": r.id, "content": {**r.content, "key": known_as(r)}, "visible": str(r.visible)}
            for records in (scene.known().records(), scene.records()) for r in records
            if r.kind == "theme" and not r.withdrawn and r.visible is not Visible.ME]


def _line(theme: dict[str, Any]) -> str:
    return f"{theme['content']['name']}: {len(theme['content']['cards'])}"


def _put(keys: list[str], themes: dict[str, dict[str, Any]]) -> StepScript:
    """Put cards under a theme that is there, or a new one."""
    places = list(themes)
    options = (_NEW, *(Option(str(n), themes[key]["content"]["name"]) for n, key in enumerate(places, 1)))
    where = yield Ask(Form.CHOICE, "Under which theme do they go?", options, makes="theme")
    if where != _NEW.key:
        theme = themes[places[int(where) - 1]]
        cards = [*theme["content"]["cards"], *(key for key in keys if key not in theme["content"]["cards"])]
        yield from _changed(theme, {"cards": cards})
        return
    name = yield Ask(Form.WORDS, "What do you call this theme, for now?", makes="theme")
    content = {"name": name, "cards": keys, "status": "draft", "cross": False, "under": "", "into": "", "confirmed_by": "",
               "why": ""}
    id = yield Made("theme", content)
    themes[id] = {"id": id, "content": {**content, "key": id}, "visible": str(Visible.GROUP)}


def _changed(theme: dict[str, Any], parts: dict[str, Any]) -> StepScript:
    theme["content"] = {**theme["content"], **parts}
    theme["id"] = yield Made("theme", dict(theme["content"]), Visible(theme["visible"]), replaces=theme["id"])


def _states(themes: dict[str, dict[str, Any]]) -> StepScript:
    """What becomes of each theme that is still in use."""
    open_ = {key: one for key, one in themes.items() if one["content"]["status"] in ("draft", "confirmed")}
    if not open_:
        return
    who = yield Ask(Form.WORDS, WHO_CONFIRMS, default="everybody here")
    may_see = yield Ask(Form.CHOICE, "Who may see the names of these themes?", WHO_MAY_SEE, makes="theme")
    for key, theme in open_.items():
        theme["visible"] = may_see
        yield from _state(key, theme, open_, who)


def _state(key: str, theme: dict[str, Any], open_: dict[str, dict[str, Any]], who: str) -> StepScript:
    others = [other for other, one in open_.items() if other != key and one["content"]["status"] in ("draft", "confirmed")]
    fates = _FATES if others else tuple(fate for fate in _FATES if fate.key not in ("under", "merged"))
    fate = yield Ask(Form.CHOICE, f"{theme['content']['name']}: what shall become of it?", fates, makes="theme")
    parts: dict[str, Any] = {"status": {"cross": "confirmed", "under": "confirmed"}.get(fate, fate), "cross": fate == "cross",
                             "confirmed_by": who if fate in ("confirmed", "cross", "under") else ""}
    if fate in ("under", "merged"):
        options = tuple(Option(str(n), open_[other]["content"]["name"]) for n, other in enumerate(others, 1))
        place = yield Ask(Form.CHOICE, "Which one?", options, makes="theme")
        parts["under" if fate == "under" else "into"] = others[int(place) - 1]
    if fate == "rejected":
        parts["why"] = yield from _why()
    yield from _changed(theme, parts)


def _why() -> Part:
    return (yield Ask(Form.WORDS, WHY_NOT, optional=True))
