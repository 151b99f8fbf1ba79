"""A question with boxes to tick: all in one row where they fit, else in two columns, else one under the other."""

from reportlab.platypus import Flowable

from printables.pdf.elements import Element, listing
from printables.pdf.layout import Layout
from printables.pdf.setting import Setting
from printables.pdf.texts import Item, Ticked, item, paragraph
from printables.profile import MM
from printables.tree import Ticks

LEAST_BETWEEN, MOST_BETWEEN = 6 * MM, 14 * MM
"""White between two answers in a row."""


def ticks(node: Ticks, setting: Setting) -> list[Flowable]:
    """The question and its answers, kept on one page."""
    question = paragraph(node.question, setting, setting.styled(fontName=setting.letters.bold, keepWithNext=1,
                                                          spaceAfter=setting.profile.gap * 0.5))
    answers = _answers(node.answers, setting)
    answers[-1].spaceAfter = setting.profile.gap * 2
    return setting.kept([question, *answers]) if node.question else answers


def _answers(answers: tuple[str, ...], setting: Setting) -> list[Flowable]:
    whole = listing(marked=False)
    ticked: list[Flowable] = [_ticked(answer, setting, whole) for answer in answers]
    for columns in (len(answers), 2) if len(answers) > 1 else ():
        widths = [max(_width(answer, setting) for answer in answers[column::columns]) for column in range(columns)]
        between = (setting.width - sum(widths)) / (columns - 1)
        if between >= LEAST_BETWEEN:
            apart = [width + min(between, MOST_BETWEEN) for width in widths[:-1]]
            return [_grid(ticked, [*apart, widths[-1]], setting)]
    return ticked


def _grid(ticked: list[Flowable], widths: list[float], setting: Setting) -> Layout:
    columns = len(widths)
    rows = [ticked[n:n + columns] for n in range(0, len(ticked), columns)]
    rows[-1] = rows[-1] + [""] * (columns - len(rows[-1]))
    return Layout(rows, colWidths=widths, hAlign="LEFT", style=[
        ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ("FONT", (0, 0), (-1, -1), setting.letters.regular, setting.profile.body)])


def _width(answer: str, setting: Setting) -> float:
    return setting.letters.width(setting.letters.line(answer), setting.profile.body) + _beside(setting) + 1


def _ticked(answer: str, setting: Setting, whole: Element) -> Item:
    box = setting.profile.box_mm * MM
    style = setting.styled(leftIndent=_beside(setting), rightIndent=0, spaceAfter=0,
                           leading=max(setting.profile.leading, box * 1.15))
    style.tick_box = box
    return item("Box to tick", (setting.letters.line(answer),), setting, style, whole, Element("LI"), kind=Ticked)


def _beside(setting: Setting) -> float:
    """Width of a box and the white after it."""
    return (setting.profile.box_mm + 3) * MM
