"""QR codes: ECC M, four modules of white around, drawn as one path of row runs so that no reader shows seams.

Sizes after PAPER.md, 4: never under 25 mm, never under 0.6 mm a module.
"""

# mypy: allow-subclassing-any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from printables.pdf.elements import Element, figure
from printables.pdf.setting import Setting
from printables.profile import MM
from printables.qr import QUIET, modules, runs
from printables.tree import Code
from printables.wording import Wording, code_words

LEAST_MM = 25.0
LEAST_MODULE_MM = 0.6


def side(text: str, wanted_mm: float) -> float:
    """Side of the code in points, quiet zone included: as wanted, and never too small to read."""
    return max(wanted_mm, LEAST_MM, (len(modules(text)) + 2 * QUIET) * LEAST_MODULE_MM) * MM


def white(text: str, size: float) -> float:
    """Width of the quiet zone of a code of this size, in points."""
    return size * QUIET / (len(modules(text)) + 2 * QUIET)


def code_figure(code: Code, wording: Wording) -> Element:
    """The code as somebody hears it who does not see it."""
    return figure(code_words(code, wording))


def draw_code(canvas: Canvas, text: str, x: float, y: float, size: float) -> None:
    """Draw the code with its lower left corner, quiet zone included, at x and y (points)."""
    rows = modules(text)
    module = size / (len(rows) + 2 * QUIET)
    dark = [f"{QUIET + start} {QUIET + number} {end - start} 1 re" for number, row in enumerate(rows) for start, end in runs(row)]
    canvas.addLiteral(f"q 0 g {module:.5f} 0 0 {-module:.5f} {x:.3f} {y + size:.3f} cm {' '.join(dark)} f Q")


class CodeMark(Flowable):
    """A code that stands among the text: its dark part and the white below and after it.

    What it stands in keeps the white above and before it free, so that the dark part starts where the text does: at the left,
    or at the right where it is mirrored.
    """

    def __init__(self, code: Code, setting: Setting) -> None:
        super().__init__()
        self.wording = setting.wording
        self.code, self.side = code, side(code.text, setting.profile.code_mm)
        self.white = white(code.text, self.side)
        self.width = self.height = self.side - self.white
        self.left = 0 if setting.mirrored else -self.white

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """Its size, whatever room there is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it where reportlab has put the origin."""
        element = code_figure(self.code, self.wording)
        with self.canv.mark(element):
            self.canv.box(element, self.width, self.height)
            draw_code(self.canv, self.code.text, self.left, 0, self.side)
        dark = self.side - 2 * self.white
        self.canv.place("code", (self.left + self.white, self.white, dark, dark), self.code.text)
