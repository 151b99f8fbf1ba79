"""Reading an answer: what was typed, or a value of the right form, becomes the value that is kept, or a refusal that says why."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from kit.model import Ask, Form, Option, Refusal
from kit.model.text import LONGEST, clean, clean_line, listed


def read(ask: Ask, given: Any) -> Any:
    """The value of an answer (see `Form` for its shape), or a `Refusal`.

    `given` is text as typed, or the value itself, as the app and the rehearsal hand it over.
    """
    if ask.form is Form.OVER:
        return Refusal("The workshop has ended, so there is nothing to answer.")
    if ask.form is Form.GO:
        return _NOTHING_ASKED if isinstance(given, str) and clean(given) else ""
    if isinstance(given, str):
        if len(given) > LONGEST:
            return Refusal(f"That is {len(given):,} characters. The most that can be kept in one answer is {LONGEST:,}. "
                           "Please type it in parts.")
        typed = clean(given)
        value = _typed(ask, typed) if typed else _empty(ask)
    else:
        value = _handed(ask, given)
    if not isinstance(value, Refusal) and ask.check and (sentence := ask.check(value)):
        return Refusal(sentence)
    return value


_NOTHING_ASKED = Refusal(
    "Nothing is asked here. Press Enter alone to go on. To keep those words, park them: park, a colon, the words.")


def how_to_answer(ask: Ask) -> str:
    """One or two plain sentences: what to type here."""
    return _HOW[ask.form](ask) + (" One at a time; type done when there are no more." if ask.many else "")


def _empty(ask: Ask) -> Any:
    if ask.default is not None:
        return ask.default if isinstance(ask.default, str) else _handed(ask, ask.default)
    if ask.optional and ask.form is Form.WORDS:
        return ""
    if ask.many:
        return Refusal("Nothing was typed. Type one, or say done when there are no more.")
    return Refusal(f"Nothing was typed. {how_to_answer(ask)}")


def _typed(ask: Ask, text: str) -> Any:
    return _READERS[ask.form](ask, text)


def _words(ask: Ask, text: str) -> str:
    return text


def _number(ask: Ask, text: str) -> int | Refusal:
    number = _whole(text)
    if number is None or not ask.least <= number <= ask.most:
        return Refusal(f"That is not a number from {ask.least} to {ask.most}. {how_to_answer(ask)}")
    return number


def _whole(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) < 7 else None


def _choice(ask: Ask, text: str) -> str | Refusal:
    place = _whole(text)
    if place is not None and 1 <= place <= len(ask.options):
        return ask.options[place - 1].key
    wanted = text.casefold()
    for exact in (True, False):
        fits = [o.key for o in ask.options
                if wanted in (o.key.casefold(), o.words.casefold())
                or (not exact and o.words.casefold().startswith(wanted))]
        if len(fits) == 1:
            return fits[0]
    return Refusal(f"That is none of the choices. {how_to_answer(ask)}")


def labelled(options: tuple[Option, ...], text: str) -> str | None:
    """The option that a label stands for: "A3", "a3", or just "3" where only one label ends so."""
    wanted = text.strip().upper()
    fits = [o.key for o in options if o.key.upper() == wanted]
    if not fits and wanted.isdecimal():
        fits = [o.key for o in options if re.sub(r"^\D+", "", o.key) == wanted.lstrip("0")]
    return fits[0] if len(fits) == 1 else None


def _no_label(ask: Ask, word: str) -> Refusal:
    return Refusal(f"{word!r} is none of these: {listed([o.key for o in ask.options], 'or')}.")


def _some(ask: Ask, text: str) -> list[str] | Refusal:
    wanted = text.casefold().strip(" .")
    if wanted in ("none", "no", "0"):
        return []
    if wanted in ("all", "everything"):
        return [o.key for o in ask.options]
    chosen = set()
    for word in re.split(r"[\s,;]+", text):
        key = labelled(ask.options, word)
        if key is None and word:
            return _no_label(ask, word[:40])
        chosen.add(key)
    return [o.key for o in ask.options if o.key in chosen]


def _counts(ask: Ask, text: str) -> dict[str, int] | Refusal:
    numbers = [_whole(part) for part in re.split(r"[\s,;]+", text) if part]
    order = listed([o.words for o in ask.options])
    if len(numbers) != len(ask.options) or None in numbers:
        return Refusal(f"Please type {len(ask.options)} numbers with spaces between, in this order: {order}. Type 0 for none.")
    return {o.key: n for o, n in zip(ask.options, numbers, strict=True) if n is not None}


def _split_label(ask: Ask, text: str) -> tuple[str, str] | Refusal:
    word, *rest = text.split(maxsplit=1)
    key = labelled(ask.options, word.rstrip(":.,"))
    if key is None:
        return _no_label(ask, word[:40])
    return key, rest[0] if rest else ""


def _label_and_words(ask: Ask, text: str) -> dict[str, Any] | Refusal:
    parts = _split_label(ask, text)
    if isinstance(parts, Refusal):
        return parts
    if not parts[1]:
        return Refusal(f"{parts[0]} has no words yet. {how_to_answer(ask)}")
    return {"label": parts[0], "text": parts[1]}


def _tally(ask: Ask, text: str) -> dict[str, Any] | Refusal:
    parts = _split_label(ask, text)
    if isinstance(parts, Refusal):
        return parts
    number = _whole(parts[1])
    if number is None or number > ask.most:
        return Refusal(f"After {parts[0]} there should be a number from 0 to {ask.most}. {how_to_answer(ask)}")
    return {"label": parts[0], "number": number}


def _meaning(ask: Ask, text: str) -> dict[str, str] | Refusal:
    term, _, meaning = text.partition(":") if ":" in text else text.partition("=")
    if not term.strip():
        return Refusal(f"There is no word before the colon. {how_to_answer(ask)}")
    return {"term": clean_line(term), "meaning": meaning.strip()}


def _order(ask: Ask, text: str) -> list[list[str]] | Refusal:
    places: list[list[str]] = []
    for place in re.split(r"[\s,;>]+", re.sub(r"\s*=\s*", "=", text.strip())):
        keys = []
        for word in place.split("="):
            key = labelled(ask.options, word)
            if key is None:
                return _no_label(ask, word[:40])
            keys.append(key)
        places.append(keys)
    return _placed(ask, places)


def _placed(ask: Ask, places: list[list[str]]) -> list[list[str]] | Refusal:
    """An order in which nothing stands twice, and no more than may."""
    said = [key for place in places for key in place]
    twice = next((key for key in said if said.count(key) > 1), None)
    if twice is not None:
        return Refusal(f"{twice} is there twice. Each label can be there once.")
    if len(said) > ask.most:
        return Refusal(f"That is {len(said)} labels. A slip has {ask.most} at most.")
    return places


def _handed(ask: Ask, value: Any) -> Any:
    """A value that is not text: checked part by part, as it may come from a file."""
    keys = {o.key for o in ask.options}
    match ask.form, value:
        case Form.NUMBER, int() if not isinstance(value, bool) and ask.least <= value <= ask.most:
            return value
        case Form.SOME, list() | tuple() if all(isinstance(v, str) and v in keys for v in value):
            return [o.key for o in ask.options if o.key in value]
        case Form.COUNTS, Mapping() if set(value) == keys and all(_is_count(v) for v in value.values()):
            return {o.key: value[o.key] for o in ask.options}
        case Form.LABELLED, {"label": str(label), "text": str(text)} if label in keys and clean(text):
            return {"label": label, "text": clean(text)}
        case Form.TALLY, {"label": str(label), "number": int(number)} if label in keys and _is_count(number):
            return {"label": label, "number": number}
        case Form.ORDER, list() | tuple() if value and all(_is_place(place, keys) for place in value):
            return _placed(ask, [list(place) for place in value])
        case Form.MEANING, {"term": str(term), "meaning": str(meaning)} if clean_line(term):
            return {"term": clean_line(term), "meaning": clean(meaning)}
    return Refusal(f"That answer has the wrong form. {how_to_answer(ask)}")


def _is_place(value: Any, keys: set[str]) -> bool:
    return isinstance(value, list | tuple) and len(value) > 0 and all(isinstance(key, str) and key in keys for key in value)


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 999_999


_READERS: dict[Form, Callable[[Ask, str], Any]] = {
    Form.WORDS: _words, Form.NUMBER: _number, Form.CHOICE: _choice, Form.SOME: _some, Form.COUNTS: _counts,
    Form.LABELLED: _label_and_words, Form.TALLY: _tally, Form.MEANING: _meaning, Form.ORDER: _order,
}


def _example(ask: Ask) -> str:
    return ask.options[min(2, len(ask.options) - 1)].key if ask.options else "A3"


def _order_example(ask: Ask) -> str:
    return " ".join(option.key for option in ask.options[:3][::-1])


def _default(ask: Ask) -> str:
    return "" if ask.default is None else f" An empty answer means {ask.default}."


_HOW: dict[Form, Callable[[Ask], str]] = {
    Form.OVER: lambda ask: "The workshop has ended.",
    Form.GO: lambda ask: "Press Enter to go on.",
    Form.WORDS: lambda ask: "Type the words." + (" It can stay empty." if ask.optional and not ask.many else _default(ask)),
    Form.NUMBER: lambda ask: f"Type a number from {ask.least} to {ask.most}.{_default(ask)}",
    Form.CHOICE: lambda ask: f"Type a number from 1 to {len(ask.options)}.",
    Form.SOME: lambda ask: f"Type the labels with spaces between, such as {_example(ask)}. Or type all, or none.",
    Form.COUNTS: lambda ask: (f"Type {len(ask.options)} numbers with spaces between, in this order: "
                              f"{listed([o.words for o in ask.options])}. Type 0 for none."),
    Form.LABELLED: lambda ask: (f"Type the label, a space, then the words, such as: {_example(ask)} "
                                f"{'a closed door' if ask.makes in ('drawing', 'caption') else 'some words'}."),
    Form.TALLY: lambda ask: f"Type the label, a space, then the number, such as: {_example(ask)} 4.",
    Form.ORDER: lambda ask: (f"Type the labels with spaces between, first place first, such as: {_order_example(ask)}. "
                             "Put = between two that are equal."),
    Form.MEANING: lambda ask: "Type the word, a colon, then the plain words. The meaning can wait.",
}
