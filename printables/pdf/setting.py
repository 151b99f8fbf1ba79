"""What every part of one rendering shares: sizes, styles, letters, and the room there is on a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether
from reportlab.platypus.paraparser import ParaFrag

from printables.pdf.elements import Address, link_to
from printables.pdf.letters import Letters
from printables.profile import MM, Paper, Profile
from printables.tree import Link, Strong, Words, letters
from printables.wording import Wording, wording

INK = HexColor("#000000")
"""Text."""
SOFT = HexColor("#333333")
"""Rules, frames and the foot of the page; nothing on paper is paler."""
OF_AN_N = 0.84
"""Mean width of a character of running English, spaces too, as a share of a small n."""
HAIR = 0.6
"""Thinnest line, in points."""


@dataclass(frozen=True, slots=True)
class DrawnRun:
    """A run in letters that the typefaces have."""

    text: str
    strong: bool
    link: Address | None


@dataclass(frozen=True)
class Setting:
    """The sizes of one rendering in points, and how its text becomes paragraphs."""

    profile: Profile
    paper: Paper
    letters: Letters
    turned: bool = False
    """True where the paper lies on its side."""
    has_code: bool = True
    """True where the foot of the page carries a code."""
    taken: float = 0
    """Width that stands beside the text for something else."""

    @property
    def wording(self) -> Wording:
        """The kit's own words in the language of the document."""
        return wording(self.letters.language)

    @property
    def mirrored(self) -> bool:
        """True where lines start at the right, and everything stands at the other side."""
        return self.letters.mirrored

    @property
    def page(self) -> tuple[float, float]:
        """Width and height of the page."""
        sides = self.paper.width_mm * MM, self.paper.height_mm * MM
        return (sides[1], sides[0]) if self.turned else sides

    @property
    def margin(self) -> float:
        """White on every side."""
        return self.paper.margin_mm * MM

    @property
    def width(self) -> float:
        """Width of the text."""
        return self.page[0] - 2 * self.margin - self.taken

    @property
    def foot(self) -> float:
        """From the page's lower edge to the text: room for the furniture."""
        tall = self.profile.code_mm * MM if self.has_code else 2 * self.profile.leading
        return 10 * MM + tall + 4 * MM

    @property
    def height(self) -> float:
        """Height of the text."""
        return self.page[1] - self.margin - self.foot

    @cached_property
    def body(self) -> ParagraphStyle:
        """Running text: left aligned, never wider than the measure, long words broken where the line ends."""
        size = self.profile.body
        measure = self.letters.width("n", size) * OF_AN_N * self.profile.measure
        return ParagraphStyle(
            "body", fontName=self.letters.regular, fontSize=size, leading=self.profile.leading, textColor=INK,
            bulletFontName=self.letters.bold, bulletFontSize=size, bulletColor=INK, spaceAfter=self.profile.gap,
            rightIndent=max(0.0, self.width - measure), splitLongWords=1, allowWidows=0, allowOrphans=0)

    def heading(self, level: int) -> ParagraphStyle:
        """A heading of level 1 to 3; deeper ones look like level 3."""
        size = self.profile.headings[min(level, 3) - 1]
        return ParagraphStyle(
            f"heading {level}", parent=self.body, fontName=self.letters.bold, fontSize=size, leading=size * 1.2,
            spaceBefore=size * (0, 1, 0.6)[min(level, 3) - 1], spaceAfter=size * (0.6 if level == 1 else 0.4),
            rightIndent=0, keepWithNext=1)

    def styled(self, parent: ParagraphStyle | None = None, **changes: object) -> ParagraphStyle:
        """Another style, changed in some ways. The body's, if none is given."""
        parent = parent or self.body
        return ParagraphStyle(f"{parent.name} changed", parent=parent, **changes)

    def kept(self, flowables: list[Flowable]) -> list[Flowable]:
        """The same, on one page where a page can hold them. Within a card they are so anyway."""
        if self.taken or sum(flowable.wrap(self.width, self.height)[1] for flowable in flowables) > self.height:
            return flowables
        return [KeepTogether(flowables)]

    def drawn(self, text: Words) -> list[DrawnRun]:
        """Runs as letters there are."""
        return [DrawnRun(self.letters.drawn(letters(run)), isinstance(run, Strong),
                         Address(run.address, link_to(run)) if isinstance(run, Link) and run.leads else None) for run in text]

    def frags(self, runs: Sequence[DrawnRun], style: ParagraphStyle) -> list[ParaFrag]:
        """Runs as reportlab sets them. No parser sees them, so no character in them can be markup."""
        return [frag for number, run in enumerate(runs) for frag in self._run(run, style, number)]

    def _run(self, run: DrawnRun, style: ParagraphStyle, number: int) -> list[ParaFrag]:
        font = self.letters.bold if run.strong else style.fontName
        link = [(number, run.link)] if run.link else []
        frags: list[ParaFrag] = []
        for line_number, line in enumerate(run.text.split("\n")):
            if line_number:
                frags.append(_frag(style, font, "", lineBreak=True))
            if line:
                frags.append(_frag(style, font, line, link=link))
        # One frag alone would be set by a simpler way of reportlab's, which does not say where a link begins.
        return frags + ([_frag(style, font, "")] if link else [])


def _frag(style: ParagraphStyle, font: str, text: str, link: Sequence[object] = (), **more: bool) -> ParaFrag:
    return ParaFrag(text=text, fontName=font, fontSize=style.fontSize, textColor=style.textColor, rise=0, greek=0,
                    link=list(link), us_lines=[], bold=0, italic=0, **more)
