"""Places for a pen: lines to write on, cells to fill, and a frame to draw in."""

# mypy: allow-subclassing-any

from reportlab.platypus import Flowable

from printables.pdf.elements import Element, field_on_paper, figure
from printables.pdf.setting import HAIR, INK, SOFT, Setting
from printables.pdf.written import draw_words
from printables.profile import MM
from printables.wording import Wording

LEAST_FRAME = 60 * MM
"""A drawing frame that would be lower than this goes to the next page."""


class WritingLines(Flowable):
    """Rules to write on. They part where a page ends."""

    def __init__(self, setting: Setting, lines: int, label: str = "", known_as: str = "", field: Element | None = None) -> None:
        super().__init__()
        self.setting, self.lines, self.known_as = setting, lines, known_as or label
        self.field = field or field_on_paper("tv", _space(setting.wording, label, lines))
        self.line = setting.profile.line_mm * MM
        self.spaceAfter = setting.profile.gap * 1.5

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """As wide as there is room, a line's height for each line."""
        self.width, self.height = room, self.lines * self.line
        return self.width, self.height

    def split(self, room: float, height: float) -> list[Flowable]:
        """The lines that fit here, and the rest."""
        here = int(height / self.line)
        parts = (here, self.lines - here) if here else ()
        return [WritingLines(self.setting, count, known_as=self.known_as, field=self.field) for count in parts]

    def draw(self) -> None:
        """Draw a rule at the foot of each line."""
        with self.canv.mark(self.field):
            self.canv.setStrokeColor(SOFT)
            self.canv.setLineWidth(HAIR)
            for number in range(self.lines):
                self.canv.line(0, number * self.line + 1, self.width, number * self.line + 1)
        self.canv.place("text", (0, 0, self.width, self.height), self.known_as)


class WritingLine(Flowable):
    """One line to write on, with its label before it."""

    def __init__(self, setting: Setting, label: str, known_as: str = "") -> None:
        super().__init__()
        self.setting, self.label, self.known_as = setting, setting.letters.line(label), known_as or label
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
            letters, size = self.setting.letters, self.setting.profile.body
            left = self.width - letters.width(self.label, size, bold=True) if self.setting.mirrored else 0
            draw_words(self.canv, self.label, letters, left, size * 0.25, size, INK, bold=True)
        left = 0 if self.setting.mirrored else self._start()
        with self.canv.mark(field_on_paper("tv", _space(self.setting.wording, self.label, 1))):
            self.canv.setStrokeColor(SOFT)
            self.canv.setLineWidth(HAIR)
            self.canv.line(left, 1, left + self.width - self._start(), 1)
        self.canv.place("text", (left, 0, self.width - self._start(), self.height), self.known_as)

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

    def __init__(self, setting: Setting, label: str) -> None:
        super().__init__()
        self.words = _space(setting.wording, label)

    def draw(self) -> None:
        """Draw nothing, and say what the place is for."""
        with self.canv.mark(field_on_paper("tv", self.words)):
            pass


class Frame(Flowable):
    """An empty frame over the rest of the page."""

    def __init__(self, setting: Setting, label: str) -> None:
        super().__init__()
        self.label, self.figure = label, figure(setting.wording.say("{label}: an empty frame", label=label))

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


def _space(wording: Wording, label: str, lines: int = 0) -> str:
    """Words for a place to write."""
    space = wording.say_counted("Space to write, {number} line", "Space to write, {number} lines", lines) if lines else (
        wording.say("Space to write"))
    return f"{space}: {label}" if label else space
