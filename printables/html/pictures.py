"""Codes and drawings as inline SVG, each with its words."""

from html import escape

from printables import charts
from printables.drawings import DRAWINGS, SIZE, Stroke, strokes
from printables.html.words import way
from printables.qr import QUIET, modules, runs
from printables.tree import Chart, Code
from printables.wording import Wording, code_words, picture_words

LINE, CHART_LINES = 24, 18
"""Of a chart: units in a line of text, and lines of text across."""


def code_svg(code: Code, wording: Wording) -> str:
    """A QR code with its quiet zone, as one path."""
    rows = modules(code.text)
    side = len(rows) + 2 * QUIET
    path = "".join(f"M{QUIET + start} {QUIET + number}h{end - start}v1h-{end - start}z"
                   for number, row in enumerate(rows) for start, end in runs(row))
    words = escape(code_words(code, wording), quote=True)
    return (f'<svg role="img" aria-label="{words}" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
            f'<path d="{path}"/></svg>')


def picture_svg(name: str, wording: Wording) -> str:
    """A line drawing."""
    alt, language = picture_words(name, wording)
    drawing = DRAWINGS[name]
    inner = "".join(_shape(stroke) for stroke in strokes(drawing))
    return (f'<svg class="picture" role="img" aria-label="{escape(alt, quote=True)}"{way(language) if language else ""} '
            f'viewBox="0 0 {SIZE} {SIZE}">{inner}</svg>')


def chart_svg(chart: Chart) -> str:
    """A chart, from its shapes."""
    made = charts.drawn(chart, CHART_LINES)
    inner = "".join(map(_mark, made.shapes))
    return (f'<svg class="bars" role="img" aria-label="{escape(chart.alt, quote=True)}" viewBox="0 0 {made.wide * LINE:g} '
            f'{made.high * LINE:g}" font-size="{LINE * charts.TEXT:g}">{inner}</svg>')


def _mark(shape: charts.Shape) -> str:
    x, y = round(shape.x * LINE, 1), round(shape.y * LINE, 1)
    if isinstance(shape, charts.Letters):
        return f'<text x="{x:g}" y="{y:g}">{escape(shape.text)}</text>'
    if isinstance(shape, charts.Line):
        return f'<path d="M{x:g} {y:g}L{shape.to_x * LINE:g} {shape.to_y * LINE:g}" stroke="#000" stroke-width="2"/>'
    edge = "" if shape.full else ' fill="none" stroke="#000" stroke-width="2"'
    return f'<rect x="{x:g}" y="{y:g}" width="{shape.wide * LINE:g}" height="{shape.high * LINE:g}"{edge}/>'


def _shape(stroke: Stroke) -> str:
    numbers = [f"{number:g}" for number in stroke.numbers]
    if stroke.kind in "od":
        x, y, r = numbers
        return f'<circle cx="{x}" cy="{y}" r="{r}"' + (' fill="#000"/>' if stroke.kind == "d" else "/>")
    if stroke.kind == "r":
        x, y, wide, high, r = numbers
        return f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" rx="{r}"/>'
    points = [f"{x:g} {y:g}" for x, y in stroke.points]
    between = "C" if stroke.kind == "c" else "L"
    return f'<path d="M{points[0]}{between}{" ".join(points[1:])}{"z" if stroke.kind == "p" else ""}"/>'
