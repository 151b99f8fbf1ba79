"""A question with boxes to tick: all in one row where they fit, else in two rows or two columns, else one under the other."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from reportlab.platypus import Flowable

from printables.pdf.elements import Element, listing
from printables.pdf.layout import Layout, bare
from printables.pdf.pictured import pictured
from printables.pdf.setting import Setting
from printables.pdf.texts import Item, Path, Ticked, item, paragraph
from printables.profile import MM
from printables.tree import Ticks

LEAST_BETWEEN, MOST_BETWEEN = 6 * MM, 14 * MM
"""White between two answers in a row."""
APART = 4 * MM
"""White between two boxes under each other, so that a stroke in one stays out of the next."""
SMALL = 0.6
"""Size of the picture of an answer, as a share of that of an idea."""


def ticks(node: Ticks, setting: Setting) -> list[Flowable]:
    """The question and its answers, kept on one page."""
    question = paragraph(node.question, setting, setting.styled(fontName=setting.letters.bold, keepWithNext=1,
                                                          spaceAfter=setting.profile.gap * 0.5))
    answers = _pictured(node, setting) if node.pictures and setting.profile.picture_mm else _answers(node, setting)
    answers[-1].spaceAfter = setting.profile.gap * 2
    return setting.kept([question, *answers]) if node.question else answers


def _pictured(node: Ticks, setting: Setting) -> list[Flowable]:
    """The answers in two columns, each with its picture at its left."""
    whole = listing(marked=False)
    half = replace(setting, taken=setting.taken + setting.width / 2,
                   profile=replace(setting.profile, picture_mm=setting.profile.picture_mm * SMALL))
    cells = []
    for answer, picture in zip(node.answers, node.pictures, strict=True):
        path = whole, Element("LI")
        label = (*path, Element("Lbl"))
        cells.append(pictured(picture, partial(_answer, node, answer, path, label), half, *label))
    return [_grid(cells, [half.width] * 2, setting)]


def _answer(node: Ticks, answer: str, path: Path, label: Path, setting: Setting) -> list[Flowable]:
    """An answer whose box is read together with what else stands in its label."""
    ticked = _ticked(node, answer, setting, *path)
    ticked.label_path = label
    return [ticked]


def _answers(node: Ticks, setting: Setting) -> list[Flowable]:
    answers = node.answers
    whole = listing(marked=False)
    ticked: list[Flowable] = [_ticked(node, answer, setting, whole, Element("LI")) for answer in answers]
    for columns in dict.fromkeys((len(answers), max(2, -(-len(answers) // 2)), 2)) if len(answers) > 1 else ():
        widths = [max(_width(answer, setting) for answer in answers[column::columns]) for column in range(columns)]
        between = (setting.width - sum(widths)) / (columns - 1)
        if between >= LEAST_BETWEEN:
            apart = [width + min(between, MOST_BETWEEN) for width in widths[:-1]]
            return [_grid(ticked, [*apart, widths[-1]], setting)]
    return ticked


def _grid(ticked: Sequence[Flowable | list[Flowable]], widths: list[float], setting: Setting) -> Layout:
    columns = len(widths)
    rows: list[list[object]] = [list(ticked[n:n + columns]) for n in range(0, len(ticked), columns)]
    rows[-1] = [*rows[-1], *[""] * (columns - len(rows[-1]))]
    return Layout(rows, colWidths=widths, style=bare(setting)).mirror(setting.mirrored)


def _width(answer: str, setting: Setting) -> float:
    return setting.letters.width(setting.letters.line(answer), setting.profile.body) + _beside(setting) + 1


def _ticked(node: Ticks, answer: str, setting: Setting, *path: Element) -> Item:
    box = setting.profile.box_mm * MM
    style = setting.styled(leftIndent=_beside(setting), rightIndent=0, spaceAfter=0,
                           leading=max(setting.profile.leading, box + APART))
    style.tick_box = box
    made = item(setting.wording.say("Box to tick"), (setting.letters.line(answer),), setting, style, *path, kind=Ticked)
    question, *answers = node.known_as or (node.question, *node.answers)
    made.asked = question, answers[node.answers.index(answer)], node.several
    return made


def _beside(setting: Setting) -> float:
    """Width of a box and the white after it."""
    return (setting.profile.box_mm + 3) * MM
