"""A line drawing on paper."""

# mypy: allow-subclassing-any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from printables.drawings import DRAWINGS, LINE, SIZE, Stroke, strokes
from printables.pdf.elements import Element, figure
from printables.pdf.setting import INK
from printables.wording import Wording, picture_words


class PictureMark(Flowable):
    """A drawing among the text, square, its side in points."""

    def __init__(self, name: str, side: float, wording: Wording, *path: Element) -> None:
        super().__init__()
        self.path = path
        self.drawing = DRAWINGS[name]
        self.width = self.height = side
        self.figure = figure(*picture_words(name, wording))

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """Its size, whatever room there is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw each stroke."""
        with self.canv.mark(*self.path, self.figure):
            self.canv.box(self.figure, self.width, self.height)
            self.canv.saveState()
            self.canv.translate(0, self.height)
            self.canv.scale(self.width / SIZE, -self.width / SIZE)
            self.canv.setLineWidth(LINE)
            self.canv.setLineCap(1)
            self.canv.setLineJoin(1)
            self.canv.setStrokeColor(INK)
            self.canv.setFillColor(INK)
            for stroke in strokes(self.drawing):
                _draw(self.canv, stroke)
            self.canv.restoreState()


def _draw(canvas: Canvas, stroke: Stroke) -> None:
    if stroke.kind in "od":
        canvas.circle(*stroke.numbers, stroke=stroke.kind == "o", fill=stroke.kind == "d")
    elif stroke.kind == "r":
        canvas.roundRect(*stroke.numbers)
    else:
        path, points = canvas.beginPath(), stroke.points
        path.moveTo(*points[0])
        if stroke.kind == "c":
            for n in range(1, len(points) - 2, 3):
                path.curveTo(*points[n], *points[n + 1], *points[n + 2])
        else:
            for point in points[1:]:
                path.lineTo(*point)
        if stroke.kind == "p":
            path.close()
        canvas.drawPath(path, stroke=1, fill=0)
