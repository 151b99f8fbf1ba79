"""Charts as pictures, for programs that take no vector drawings: the same shapes, in black on white."""

from io import BytesIO
from typing import TYPE_CHECKING

from printables.charts import TEXT, Box, Letters, Line, Shape, drawn
from printables.tree import Chart

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

LINE = 48
"""Dots in a line of text."""
LINES = 24
"""Lines of text across."""


def chart_png(chart: Chart) -> bytes:
    """A chart as the bytes of a PNG file."""
    from PIL import Image, ImageDraw, ImageFont

    from printables.fonts import typeface

    made = drawn(chart, LINES)
    picture = Image.new("L", (round(made.wide * LINE), round(made.high * LINE)), 255)
    pen = ImageDraw.Draw(picture)
    font = ImageFont.truetype(BytesIO(typeface("en-GB").regular.read_bytes()), round(LINE * TEXT))
    for shape in made.shapes:
        _draw(pen, shape, font)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _draw(pen: "ImageDraw", shape: Shape, font: object) -> None:
    x, y = shape.x * LINE, shape.y * LINE
    if isinstance(shape, Letters):
        pen.text((x, y), shape.text, fill=0, font=font, anchor="ls")  # type: ignore[arg-type]
    elif isinstance(shape, Line):
        pen.line((x, y, shape.to_x * LINE, shape.to_y * LINE), fill=0, width=4)
    elif isinstance(shape, Box):
        place = (x, y, x + shape.wide * LINE, y + shape.high * LINE)
        pen.rectangle(place, fill=0 if shape.full else None, outline=0, width=4)
