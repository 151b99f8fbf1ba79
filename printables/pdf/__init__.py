"""The document tree on paper, drawn with reportlab. Nothing outside this package knows reportlab or qrcode."""

from printables.pdf.render import Rendered, render

__all__ = ["Rendered", "render"]
