"""A chart of bars on paper: short labels, bars, and each number at the end of its bar. One ink, so nothing hangs on colour."""

# mypy: allow-subclassing-any

from reportlab.platypus import Flowable

from printables.pdf.elements import figure
from printables.pdf.setting import INK, Setting
from printables.tree import Bars

WIDEST = 0.6
"""Share of the line that the longest bar takes."""


class BarsMark(Flowable):
    """The chart, a line of the profile for each bar; smaller where the page would not hold it."""

    def __init__(self, node: Bars, setting: Setting) -> None:
        super().__init__()
        self.rows, self.font = node.rows, setting.letters.regular
        self.figure = figure(setting.letters.line(node.alt))
        self.line = min(setting.profile.leading, setting.height * 0.8 / len(node.rows))
        self.width, self.height = setting.width, self.line * len(node.rows)
        self.mirrored = setting.mirrored
        self.spaceAfter = setting.profile.gap

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """Its size, whatever room there is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it where reportlab has put the origin."""
        size, most = self.line * 0.7, max(1, *(number for _, number in self.rows))
        left = size * 2.2
        with self.canv.mark(self.figure):
            self.canv.box(self.figure, self.width, self.height)
            self.canv.saveState()
            self.canv.setFillColor(INK)
            self.canv.setFont(self.font, size)
            for place, (label, number) in enumerate(self.rows, 1):
                foot, long = self.height - place * self.line, self.width * WIDEST * number / most
                self._at(0, foot + size * 0.3, label)
                if long:
                    self.canv.rect(self._from(left, long), foot + size * 0.2, long, size * 0.8, stroke=0, fill=1)
                self._at(left + long + size * 0.4, foot + size * 0.3, f"{number}")
            self.canv.restoreState()

    def _at(self, x: float, y: float, text: str) -> None:
        if self.mirrored:
            self.canv.drawRightString(self.width - x, y, text)
        else:
            self.canv.drawString(x, y, text)

    def _from(self, x: float, wide: float) -> float:
        return self.width - x - wide if self.mirrored else x
