"""Words on one line, where a place is drawn by hand: labels, and the foot of the page."""

from reportlab.lib.colors import Color

from printables.pdf.letters import Letters
from printables.pdf.tagged import TaggedCanvas


def draw_words(canvas: TaggedCanvas, text: str, letters: Letters, x: float, y: float, size: float, color: Color,
               bold: bool = False) -> None:
    """Draw a text that has been `drawn` on one line, its left edge at x. The caller has marked the place."""
    canvas.setFillColor(color)
    if letters.shaped(text):
        from printables.pdf.typeset import draw_piece

        for piece, edge in letters.typesetter.line(text, size, bold).placed():
            draw_piece(canvas, piece, x + edge, y)
    else:
        canvas.setFont(letters.bold if bold else letters.regular, size)
        canvas.drawString(x, y, text)
