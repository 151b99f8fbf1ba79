"""Codes and drawings as inline SVG, each with its words."""

from html import escape

from printables.drawings import DRAWINGS, SIZE, Stroke, strokes
from printables.html.words import way
from printables.qr import QUIET, modules, runs
from printables.tree import Bars, Code
from printables.wording import Wording, code_words, picture_words


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


def bars_svg(bars: Bars) -> str:
    """A chart of bars, a line for each."""
    most, high = max(1, *(number for _, number in bars.rows)), 24 * len(bars.rows)
    inner = "".join(
        f'<text x="0" y="{24 * place + 17}">{escape(label)}</text>'
        f'<rect x="36" y="{24 * place + 4}" width="{300 * number // most}" height="16"/>'
        f'<text x="{300 * number // most + 42}" y="{24 * place + 17}">{number}</text>'
        for place, (label, number) in enumerate(bars.rows))
    return (f'<svg class="bars" role="img" aria-label="{escape(bars.alt, quote=True)}" viewBox="0 0 400 {high}" '
            f'font-size="14">{inner}</svg>')


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
