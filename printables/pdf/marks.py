"""Places for a pen: boxes to tick, lines to write on, a frame to draw in, and the bar beside a note."""

# mypy: allow-subclassing-any

from reportlab.platypus import Flowable, Paragraph

from printables.pdf.setting import HAIR, INK, SOFT, Setting
from printables.profile import MM

ASCENT, X_HEIGHT = 0.935, 0.53
"""Of Fira Sans, in em: from the top of a line to its foot, and the height of a small letter."""
LEAST_FRAME = 60 * MM
"""A drawing frame that would be lower than this goes to the next page."""


class Ticked(Paragraph):
    """A paragraph with a box to tick at its first line, which is where reportlab keeps a bullet text.

    Its style has one more part: `tick_box`, the side of the box in points.
    """

    def draw(self) -> None:
        """Draw the box centred on the height of a small letter, then the words."""
        if self.bulletText:
            middle = self.height - self.style.fontSize * (ASCENT - X_HEIGHT / 2)
            self.canv.setStrokeColor(INK)
            self.canv.setLineWidth(1.4)
            self.canv.roundRect(0.7, middle - self.style.tick_box / 2, self.style.tick_box, self.style.tick_box, 1.5)
        super().draw()


class Barred(Paragraph):
    """A paragraph with a bar down its left side."""

    def draw(self) -> None:
        """Draw the bar over the whole height, then the words."""
        self.canv.setFillColor(SOFT)
        self.canv.rect(0, -self.style.fontSize * 0.15, 3, self.height, stroke=0, fill=1)
        super().draw()


class WritingLines(Flowable):
    """Rules to write on. They part where a page ends."""

    def __init__(self, setting: Setting, lines: int) -> None:
        super().__init__()
        self.setting, self.lines = setting, lines
        self.line = setting.profile.line_mm * MM
        self.spaceAfter = setting.profile.gap * 1.5

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """As wide as there is room, a line's height for each line."""
        self.width, self.height = room, self.lines * self.line
        return self.width, self.height

    def split(self, room: float, height: float) -> list[Flowable]:
        """The lines that fit here, and the rest."""
        here = int(height / self.line)
        return [WritingLines(self.setting, here), WritingLines(self.setting, self.lines - here)] if here else []

    def draw(self) -> None:
        """Draw a rule at the foot of each line."""
        self.canv.setStrokeColor(SOFT)
        self.canv.setLineWidth(HAIR)
        for number in range(self.lines):
            self.canv.line(0, number * self.line + 1, self.width, number * self.line + 1)


class WritingLine(Flowable):
    """One line to write on, with its label before it."""

    def __init__(self, setting: Setting, label: str) -> None:
        super().__init__()
        self.setting, self.label = setting, setting.letters.line(label)
        self.height = setting.profile.line_mm * MM
        self.spaceAfter = 0

    def fits(self) -> bool:
        """True where the label leaves enough of the line to write on."""
        return self._start() <= self.setting.width * 0.6

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """As wide as there is room, one line high."""
        self.width = room
        return self.width, self.height

    def draw(self) -> None:
        """Draw the label, and the rule from where it ends."""
        self.canv.setFillColor(INK)
        self.canv.setFont(self.setting.letters.bold, self.setting.profile.body)
        self.canv.drawString(0, self.setting.profile.body * 0.25, self.label)
        self.canv.setStrokeColor(SOFT)
        self.canv.setLineWidth(HAIR)
        self.canv.line(self._start(), 1, self.width, 1)

    def _start(self) -> float:
        size = self.setting.profile.body
        return self.setting.letters.width(self.label, size, bold=True) + size / 2


class Frame(Flowable):
    """An empty frame over the rest of the page."""

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """All the room there is, or too much where that is too low, which moves the frame to the next page."""
        self.width, self.height = room, max(height - 1, LEAST_FRAME)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the frame."""
        self.canv.setStrokeColor(SOFT)
        self.canv.setLineWidth(1.2)
        self.canv.roundRect(0.6, 0.6, self.width - 1.2, self.height - 1.2, 6)
