"""Paragraphs that know what they are: text, a heading, an item with its label, a note, an answer to tick."""

# mypy: allow-subclassing-any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable, Paragraph

from printables.pdf.elements import Element, field_on_paper
from printables.pdf.setting import INK, SOFT, Setting
from printables.tree import Words

X_HEIGHT = 0.53
"""Of Fira Sans, in em: height of a small letter."""

Path = tuple[Element, ...]


class Text(Paragraph):
    """A paragraph of reportlab's, its text tagged as the last element of `path`, however often it is split."""

    path: Path = ()
    has_links = False
    """True where a link is among its words, or was before it was split."""

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)
        self.has_links = any(getattr(frag, "link", False) for frag in self.frags)

    def tagged(self, *path: Element) -> "Text":
        """The same, with its place in the tree."""
        self.path = path
        return self

    def draw(self) -> None:
        """Draw what stands around the text, then the text."""
        self.draw_around()
        with (self.canv.linked if self.has_links else self.canv.mark)(*self.path):
            super().draw()

    def beginText(self, x: float, y: float) -> PDFTextObject:
        """Called by reportlab: the text as the canvas writes it, marked within where there are links."""
        written = self.canv.beginText(x, y)
        if self.has_links:
            self.canv.linked_text(written)
        return written

    def draw_around(self) -> None:
        """Draw what is not the text itself."""

    def split(self, width: float, height: float) -> list[Flowable]:
        """Parts that stay one element. What is drawn around the text goes with each part, a label with the first."""
        parts: list[Flowable] = super().split(width, height)
        for part in parts:
            part.path, part.has_links = self.path, self.has_links
        return parts

    def base(self) -> float:
        """Height of the first line's foot."""
        first = self.blPara.lines[0] if self.blPara.kind else self.blPara
        return float(self.height - getattr(first, "ascent", first.fontSize))


class HeadingText(Text):
    """A heading, which is a bookmark too."""

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)
        self.words, self.level = "", 1

    def draw_around(self) -> None:
        """Bookmark the place. The canvas knows how deep a heading may be here."""
        if self.words:
            self.path[-1].kind = self.canv.bookmark(self.words, self.level, self.height)


class Barred(Text):
    """A paragraph with a bar down its left side."""

    def draw_around(self) -> None:
        """Draw the bar over the whole height."""
        with self.canv.artifact():
            self.canv.setFillColor(SOFT)
            self.canv.rect(0, -self.style.fontSize * 0.15, 3, self.height, stroke=0, fill=1)


class Item(Text):
    """An item of a list: a label at the left, then the text. `path` leads to the text, `label_path` to the label."""

    label = ""
    label_path: Path = ()

    def draw_around(self) -> None:
        """Draw the label on the first line."""
        if self.label:
            with self.canv.mark(*self.label_path):
                self.canv.setFillColor(INK)
                self.canv.setFont(self.style.bulletFontName, self.style.fontSize)
                self.canv.drawString(self.style.bulletIndent, self.base(), self.label)

    def split(self, width: float, height: float) -> list[Flowable]:
        """The label stays with the first part."""
        parts = super().split(width, height)
        if parts:
            parts[0].label, parts[0].label_path = self.label, self.label_path
        return parts


class Ticked(Item):
    """An answer with a box to tick. Its style has one more part: `tick_box`, the side of the box in points."""

    asked: tuple[str, str, bool] = ("", "", False)
    """The question, the answer, and whether several may be ticked, for whoever reads the paper back."""

    def draw_around(self) -> None:
        """Draw the box centred on the height of a small letter."""
        if not self.label:
            return
        side = self.style.tick_box
        foot = self.base() + self.style.fontSize * X_HEIGHT / 2 - side / 2
        field = field_on_paper("cb", self.label)
        with self.canv.mark(*self.label_path, field):
            self.canv.box(field, side, side)
            self.canv.setStrokeColor(INK)
            self.canv.setLineWidth(1.4)
            self.canv.roundRect(0.7, foot, side, side, 1.5)
            self.canv.place("box", (0.7, foot, side, side), *self.asked)


def text(words: Words | str, setting: Setting, style: ParagraphStyle | None = None) -> Text:
    """Words as a paragraph, in the style of the body if none is given. It has no place in the tree yet."""
    style = style or setting.body
    return Text("", style, frags=setting.frags((words,) if isinstance(words, str) else words, style))


def paragraph(words: Words | str, setting: Setting, style: ParagraphStyle | None = None) -> Text:
    """Words as a paragraph of their own."""
    return text(words, setting, style).tagged(Element("P"))


def item(label: str, words: Words, setting: Setting, style: ParagraphStyle, *path: Element, kind: type[Item] = Item) -> Item:
    """An item of the list at the end of the path; the label is drawn as it is."""
    made = kind("", style, frags=setting.frags(words or (" ",), style))
    made.path = (*path, Element("LBody"))
    made.label, made.label_path = label, (*path, Element("Lbl"))
    return made
