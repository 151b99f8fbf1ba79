"""A picture that somebody brought, on paper."""

# mypy: allow-subclassing-any

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from printables.pdf.elements import figure
from printables.pdf.setting import Setting
from printables.pdf.texts import paragraph
from printables.photo import readable
from printables.tree import Photo

TALLEST = 0.6
"""Share of the page's height that a picture takes at most."""


class PhotoMark(Flowable):
    """The picture, as wide as the text or as tall as it may be, never larger than its own dots at 100 to an inch."""

    def __init__(self, image: ImageReader, alt: str, setting: Setting) -> None:
        super().__init__()
        self.image, self.figure = image, figure(alt)
        wide, high = image.getSize()
        by = min(setting.width / wide, setting.height * TALLEST / high, 72 / 100)
        self.width, self.height = wide * by, high * by
        self.spaceAfter = setting.profile.gap

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """Its size, whatever room there is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it where reportlab has put the origin."""
        with self.canv.mark(self.figure):
            self.canv.box(self.figure, self.width, self.height)
            self.canv.drawImage(self.image, 0, 0, self.width, self.height)


def photo(node: Photo, setting: Setting) -> list[Flowable]:
    """The picture; or, where it cannot be read, a paragraph that says so, with its words."""
    if (picture := readable(node.data)) is None:
        return [paragraph(node.unreadable, setting)]
    return [PhotoMark(ImageReader(picture), setting.letters.line(node.alt), setting)]
