"""Places for a pen: lines to write on, cells to fill, and a frame to draw in."""

# mypy: allow-subclassing-any

from reportlab.platypus import Flowable

from kit.model.text import counted
from printables.pdf.elements import Element, field_on_paper, figure
from printables.pdf.setting import HAIR, INK, SOFT, Setting
from printables.profile import MM

LEAST_FRAME = 60 * MM
"""A drawing frame that would be lower than this goes to the next page."""


class WritingLines(Flowable):
    """Rules to write on. They part where a page ends."""

    def __init__(self, setting: Setting, lines: int, label: str = "", field: Element | None = None) -> None:
        super().__init__()
        self.setting, self.lines, self.label = setting, lines, label
        self.field = field or field_on_paper("tv", _space(label, counted(lines, "line")))
        self.line = setting.profile.line_mm * MM
        self.spaceAfter = setting.profile.gap * 1.5

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """As wide as there is room, a line's height for each line."""
        self.width, self.height = room, self.lines * self.line
        return self.width, self.height

    def split(self, room: float, height: float) -> list[Flowable]:
        """The lines that fit here, and the rest."""
        here = int(height / self.line)
        return [WritingLines(self.setting, count, self.label, self.field) for count in (here, self.lines - here)] if here else []

    def draw(self) -> None:
        """Draw a rule at the foot of each line."""
        with self.canv.mark(self.field):
            self.canv.setStrokeColor(SOFT)
            self.canv.setLineWidth(HAIR)
            for number in range(self.lines):
                self.canv.line(0, number * self.line + 1, self.width, number * self.line + 1)
        self.canv.place("text", (0, 0, self.width, self.height), self.label)


class WritingLine(Flowable):
    """One line to write on, with its label before it."""

    def __init__(self, setting: Setting, label: str) -> None:
        super().__init__()
        self.setting, self.label = setting, setting.letters.line(label)
        self.height = setting.profile.line_mm * MM
        self.spaceAfter = 0.0

    def fits(self) -> bool:
        """True where the label leaves enough of the line to write on."""
        return self._start() <= self.setting.width * 0.6

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """As wide as there is room, one line high."""
        self.width = room
        return self.width, self.height

    def draw(self) -> None:
        """Draw the label, and the rule from where it ends."""
        with self.canv.mark(Element("P")):
            self.canv.setFillColor(INK)
            self.canv.setFont(self.setting.letters.bold, self.setting.profile.body)
            self.canv.drawString(0, self.setting.profile.body * 0.25, self.label)
        with self.canv.mark(field_on_paper("tv", _space(self.label, "1 line"))):
            self.canv.setStrokeColor(SOFT)
            self.canv.setLineWidth(HAIR)
            self.canv.line(self._start(), 1, self.width, 1)
        self.canv.place("text", (self._start(), 0, self.width - self._start(), self.height), self.label)

    def _start(self) -> float:
        size = self.setting.profile.body
        return self.setting.letters.width(self.label, size, bold=True) + size / 2


class Rule(Flowable):
    """A thin line across, above what begins here."""

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self.height = 1.0
        self.spaceAfter = setting.profile.gap

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width = room
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line."""
        with self.canv.artifact():
            self.canv.setStrokeColor(SOFT)
            self.canv.setLineWidth(HAIR)
            self.canv.line(0, 0.5, self.width, 0.5)


class Cell(Flowable):
    """An empty cell of a table, to write in."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label = label

    def draw(self) -> None:
        """Draw nothing, and say what the place is for."""
        with self.canv.mark(field_on_paper("tv", _space(self.label))):
            pass


class Frame(Flowable):
    """An empty frame over the rest of the page."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label, self.figure = label, figure(f"{label}: an empty frame")

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """All the room there is, or too much where that is too low, which moves the frame to the next page."""
        self.width, self.height = room, max(height - 1, LEAST_FRAME)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the frame."""
        with self.canv.mark(self.figure):
            self.canv.box(self.figure, self.width, self.height)
            self.canv.setStrokeColor(SOFT)
            self.canv.setLineWidth(1.2)
            self.canv.roundRect(0.6, 0.6, self.width - 1.2, self.height - 1.2, 6)
        self.canv.place("text", (0.6, 0.6, self.width - 1.2, self.height - 1.2), self.label)


def _space(label: str, size: str = "") -> str:
    """Words for a place to write."""
    return "Space to write" + (f", {size}" if size else "") + (f": {label}" if label else "")
