"""An idea with its picture at the left, where the profile asks for it."""

from collections.abc import Callable
from dataclasses import replace

from reportlab.platypus import Flowable

from printables.pdf.elements import Element
from printables.pdf.layout import Layout, bare
from printables.pdf.picture import PictureMark
from printables.pdf.setting import Setting
from printables.profile import MM

BESIDE = 6 * MM
"""White between a picture and its words."""
TALLEST = 0.5
"""Words that take a greater share of the page than this stand below their picture, where they can be split."""


def pictured(name: str, build: Callable[[Setting], list[Flowable]], setting: Setting, *path: Element) -> list[Flowable]:
    """What is built, with its picture beside it, tagged within the path."""
    side = setting.profile.picture_mm * MM
    if not name or not side:
        return build(setting)
    inner = replace(setting, taken=setting.taken + side + BESIDE)
    grid = Layout([[[PictureMark(name, side, setting.wording, *path)], build(inner)]], colWidths=[side + BESIDE, inner.width],
                  spaceAfter=setting.profile.gap * 0.5, style=[
        *bare(setting), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("BOTTOMPADDING", (0, 0), (-1, -1), setting.profile.gap * 0.5)])
    grid.mirror(setting.mirrored)
    if grid.wrap(setting.width, setting.height)[1] > setting.height * TALLEST:
        return [PictureMark(name, side, setting.wording, *path), *build(setting)]
    return [grid]

