"""The pages that are made from the vocabulary: the reference, and the template. `python -m kit.content.reference` writes them."""

from collections.abc import Iterable
from pathlib import Path

from kit.content.literal import literal
from kit.content.template import template
from kit.content.vocabulary import ACTIVITY, BLOCK, COMMON, KINDS, PLAN, STRAND, Field, StepKind
from kit.model.text import listed
from kit.paths import builtin_activities

__all__ = ["reference", "template", "write_pages"]

_TOP = """\
# Every word of an activity file

This page is made from the table in `kit/content/vocabulary.py`. Do not change it by hand.
To write your own file, start with `README.md` and `TEMPLATE.toml` in this folder.

A file is plain text, saved as UTF-8, with a name that ends in `.toml`.
A file with `[[steps]]` is an activity. A file with `[[blocks]]` is a plan for a whole workshop.
"""
_HOLDS = {
    "text": "words, on as many lines as you like", "words": "words on one line",
    "id": "small letters, digits and dashes", "time": "a time of day, in quote marks", "yes-no": "true or false",
    "list": "a list of lines", "numbers": "a list of numbers", "choice": "one of these:", "parts": "parts of their own",
}


def reference() -> str:
    """The Markdown page of every key and every kind of step."""
    return "\n".join([
        _TOP,
        "## An activity\n", _fields(ACTIVITY),
        "## Every step\n", "A step stands under a line `[[steps]]`. It has a `kind`, and it may have any of these.\n",
        _fields(COMMON),
        "## The kinds of step\n", *(_kind(kind) for kind in KINDS.values()),
        "## A plan\n", _fields(PLAN),
        "## A block of a plan\n", "A block stands under a line `[[blocks]]`.\n", _fields(BLOCK),
        "## A strand of a block\n",
        "A strand stands under a line `[[blocks.strands]]`, below its block. All strands of a block start together.\n",
        _fields(STRAND),
    ]).rstrip() + "\n"


def write_pages(folder: Path) -> None:
    """Write the reference and the template into a folder of activities."""
    (folder / "REFERENCE.md").write_text(reference(), encoding="utf-8", newline="\n")
    (folder / "TEMPLATE.toml").write_text(template(), encoding="utf-8", newline="\n")


def _kind(kind: StepKind) -> str:
    makes = f"It can leave: {listed([f'`{made}`' for made in kind.makes])}.\n" if kind.makes else ""
    beside = f"Beside it: {listed([f'`{made}`' for made in kind.beside])}.\n" if kind.beside else ""
    fields = _fields(kind.fields) if kind.fields else "It has no words of its own.\n"
    return "\n".join(part for part in (f"### {kind.name}\n", f"{kind.help}\n", makes, beside, fields) if part)


def _fields(fields: Iterable[Field]) -> str:
    rows = [f"| `{field.name}` | {field.help} | {_holds(field)} | {_left_out(field)} |" for field in fields]
    return "\n".join(["| key | what it is for | what it holds | left out |", "| --- | --- | --- | --- |", *rows]) + "\n"


def _holds(field: Field) -> str:
    if field.type == "number":
        return f"a whole number from {field.least} to {field.most}"
    choices = ", ".join(f"`{choice}`" for choice in field.choices)
    between = ", each one of these:" if choices and field.type == "list" else ""
    return f"{_HOLDS[field.type]}{between} {choices}".rstrip()


def _left_out(field: Field) -> str:
    if field.required:
        return "it cannot be"
    return f"`{literal(field.default)}`" if field.default not in ("", ()) else "nothing"


if __name__ == "__main__":
    write_pages(builtin_activities())
