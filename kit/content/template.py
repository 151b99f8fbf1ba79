"""The file a person starts from: a whole activity that works, every key with its help, and every other kind of step to copy."""

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from kit.content.literal import example_line, literal
from kit.content.vocabulary import ACTIVITY, COMMON, KIND, KINDS, Field, StepKind

_WIDTH = 100
_TOP = """\
# Your own activity. Copy this file, give the copy a new name, and change the words.
# A line that starts with # is a note for you. The kit does not read it.
# Words stand between straight quote marks. Words over several lines stand between three of them.
# When you have saved your file, type: kit check NAME-OF-YOUR-FILE.toml
"""
_MORE = """\
# More kinds of step. To use one, copy it to where you want it and take the first # off each line.
"""
_STEPS: tuple[Mapping[str, Any], ...] = (
    {"kind": "say", "minutes": 3,
     "room": "What do you hope for today?\nThink of one thing, big or small. You can pass.",
     "say": "One word is enough. You can speak, write or draw.",
     "do": "Put paper and pens on every table.",
     "watch": "Some people need quiet to think. Do not fill the silence."},
    {"kind": "round", "first": "Anyone who would like to", "seconds": 30, "minutes": 8,
     "room": "One hope each, if you like.",
     "do": "Go round once. Thank each person in the same way. Go last yourself."},
    {"kind": "collect", "question": "Which hopes shall we write on the wall?", "makes": "thought", "minutes": 4,
     "do": "Write each hope as it was said, with no name."},
)
"""The steps of the example: its other words stand in the vocabulary, beside each field."""


def template() -> str:
    """The text of TEMPLATE.toml."""
    keys = [part for field in ACTIVITY if field.type != "parts" for part in (_help(field), f"{example_line(field)}\n")]
    steps = [_step(step, first=number == 0) for number, step in enumerate(_STEPS)]
    used = {step["kind"] for step in _STEPS}
    more = [_to_copy(kind) for kind in KINDS.values() if kind.name not in used]
    return "\n".join([_TOP, *_spaced(keys), _help(ACTIVITY[-1]), *steps, _MORE, *more])


def _spaced(keys: list[str]) -> Iterator[str]:
    """Each key right under its help."""
    for note, line in zip(keys[::2], keys[1::2], strict=True):
        yield f"{note}\n{line}"


def _help(field: Field) -> str:
    choices = f" One of: {', '.join(field.choices)}." if field.choices else ""
    left_out = "" if field.required else " You can leave it out."
    then = f" Then it is {literal(field.default)}." if left_out and field.type in ("number", "choice", "yes-no") else ""
    return _note(f"{field.help}{choices}{left_out}{then}")


def _note(words: str) -> str:
    return textwrap.fill(words, _WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)


def _step(step: Mapping[str, Any], first: bool) -> str:
    """One step of the example. The first explains the keys that every step may have; each explains its own."""
    kind = KINDS[step["kind"]]
    explained = {field.name: field for field in (*((KIND, *COMMON) if first else ()), *kind.fields)}
    lines = [_note(f"{kind.name}: {kind.help}"), "[[steps]]"]
    for name, value in step.items():
        if name in explained:
            lines.append(_help(explained[name]))
        lines.append(f"{name} = {literal(value)}")
    return "\n".join(lines) + "\n"


def _to_copy(kind: StepKind) -> str:
    lines = [_note(f"{kind.name}: {kind.help}"), "[[steps]]", f'kind = "{kind.name}"']
    for field in kind.fields:
        lines += [_help(field), example_line(field)]
    return textwrap.indent("\n".join(lines) + "\n", "# ")
