"""A chart on paper, from its shapes (`printables.charts`), with its words for who does not see it."""

# mypy: allow-subclassing-any

from reportlab.platypus import Flowable

from printables.charts import TEXT, Box, Letters, Line, Shape, drawn, lines_of
from printables.pdf.elements import figure
from printables.pdf.setting import INK, Setting
from printables.tree import Chart


class ChartMark(Flowable):
    """The chart, a line of the profile for each row; smaller where the page would not hold it."""

    def __init__(self, node: Chart, setting: Setting) -> None:
        super().__init__()
        self.font, self.figure = setting.letters.regular, figure(setting.letters.line(node.alt))
        self.line = min(setting.profile.leading, setting.height * 0.8 / lines_of(node))
        self.chart = drawn(node, setting.width / self.line)
        self.width, self.height = setting.width, self.line * self.chart.high
        self.mirrored = setting.mirrored
        self.spaceAfter = setting.profile.gap

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """Its size, whatever room there is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it where reportlab has put the origin."""
        with self.canv.mark(self.figure):
            self.canv.box(self.figure, self.width, self.height)
            self.canv.saveState()
            self.canv.setFillColor(INK)
            self.canv.setStrokeColor(INK)
            self.canv.setLineWidth(self.line * 0.07)
            self.canv.setFont(self.font, self.line * TEXT)
            for shape in self.chart.shapes:
                self._shape(shape)
            self.canv.restoreState()

    def _shape(self, shape: Shape) -> None:
        if isinstance(shape, Letters):
            draw = self.canv.drawRightString if self.mirrored else self.canv.drawString
            draw(self._x(shape.x), self._y(shape.y), shape.text)
        elif isinstance(shape, Line):
            self.canv.line(self._x(shape.x), self._y(shape.y), self._x(shape.to_x), self._y(shape.to_y))
        elif isinstance(shape, Box):
            left = shape.x + shape.wide if self.mirrored else shape.x
            self.canv.rect(self._x(left), self._y(shape.y + shape.high), shape.wide * self.line, shape.high * self.line,
                           stroke=int(not shape.full), fill=int(shape.full))

    def _x(self, x: float) -> float:
        return self.width - x * self.line if self.mirrored else x * self.line

    def _y(self, y: float) -> float:
        return self.height - y * self.line
