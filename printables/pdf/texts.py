"""Paragraphs that know what they are: text, a heading, an item with its label, a note, an answer to tick."""

# mypy: allow-subclassing-any

from typing import TYPE_CHECKING, Self, TypeVar

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable, Paragraph

from printables.pdf.elements import Element, field_on_paper
from printables.pdf.setting import INK, SOFT, Setting
from printables.pdf.written import draw_words
from printables.tree import Words

if TYPE_CHECKING:
    from printables.pdf.typeset import Typeset

X_HEIGHT = 0.53
"""Of Fira Sans, in em: height of a small letter."""

Path = tuple[Element, ...]


class Text(Paragraph):
    """A paragraph, its text tagged as the last element of `path`, however often it is split.

    reportlab sets plain letters. Text that must be shaped is `typeset`, and then reportlab sets none of it. In a document that
    runs right to left everything stands at the other side: indents, labels, boxes.
    """

    path: Path = ()
    typeset: "Typeset | None" = None
    has_links = False
    """True where reportlab sets words with a link among them, or did before they were split."""

    @classmethod
    def of(cls, words: Words, setting: Setting, style: ParagraphStyle, language: str = "") -> Self:
        """The words in this style, in a language of their own or in the document's."""
        runs = setting.drawn(words)
        shaped = setting.letters.shaped(*(run.text for run in runs))
        made = cls("", style, frags=[] if shaped else setting.frags(runs, style))
        made.letters = setting.letters
        if shaped:
            from printables.pdf.typeset import typeset

            made.typeset = typeset(runs, style, setting.letters, language)
        else:
            made.has_links = any(run.link for run in runs)
        return made

    def tagged(self, *path: Element) -> "Text":
        """The same, with its place in the tree."""
        self.path = path
        return self

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """How wide and high it is."""
        if not self.typeset:
            size: tuple[float, float] = super().wrap(width, height)
            return size
        self.width, self.height = width, self.typeset.wrap(width)
        return self.width, self.height

    def draw(self) -> None:
        """Draw what stands around the text, then the text."""
        self.draw_around()
        wide = self.widest()
        self.canv.place("words", (self.side(self.style.leftIndent, wide), 0, wide, self.height))
        if self.typeset:
            self.typeset.draw(self.canv, self.height, self.path)
            return
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
        parts: list[Flowable] = self._halves(width, height) if self.typeset else super().split(width, height)
        for part in parts:
            part.path, part.letters, part.has_links = self.path, self.letters, self.has_links
        return parts

    def _halves(self, width: float, height: float) -> list[Flowable]:
        assert self.typeset
        made: list[Flowable] = []
        for half in self.typeset.split(width, height):
            made.append(self.__class__("", half.style, frags=[]))
            made[-1].typeset = half
        return made

    def base(self) -> float:
        """Height of the first line's foot."""
        if self.typeset:
            return float(self.height - self.typeset.first_foot())
        first = self.blPara.lines[0] if self.blPara.kind else self.blPara
        return float(self.height - getattr(first, "ascent", first.fontSize))

    def widest(self) -> float:
        """Width of its longest line."""
        if self.typeset:
            return float(max(line.width for line in self.typeset.broken))
        room = self.width - self.style.leftIndent - self.style.rightIndent
        spare = (line[0] if isinstance(line, tuple) else line.extraSpace for line in self.blPara.lines)
        return float(room - min(spare, default=0))

    def side(self, left: float, width: float) -> float:
        """Left edge of something so wide that stands so far from the side where lines start."""
        return float(self.width - left - width) if self.letters.mirrored else left


class HeadingText(Text):
    """A heading, which is a bookmark too."""

    words, level = "", 1

    def draw_around(self) -> None:
        """Bookmark the place. The canvas knows how deep a heading may be here."""
        if self.words:
            self.path[-1].kind = self.canv.bookmark(self.words, self.level, self.height)


class Barred(Text):
    """A paragraph with a bar down the side where its lines start."""

    def draw_around(self) -> None:
        """Draw the bar over the whole height."""
        with self.canv.artifact():
            self.canv.setFillColor(SOFT)
            self.canv.rect(self.side(0, 3), -self.style.fontSize * 0.15, 3, self.height, stroke=0, fill=1)


class Item(Text):
    """An item of a list: a label before it, then the text. `path` leads to the text, `label_path` to the label."""

    label = ""
    label_path: Path = ()

    def draw_around(self) -> None:
        """Draw the label on the first line."""
        if self.label:
            width = self.letters.width(self.label, self.style.fontSize, bold=True)
            with self.canv.mark(*self.label_path):
                draw_words(self.canv, self.label, self.letters, self.side(self.style.bulletIndent, width), self.base(),
                           self.style.fontSize, INK, bold=True)

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
        left, foot = self.side(0.7, side), self.base() + self.style.fontSize * X_HEIGHT / 2 - side / 2
        field = field_on_paper("cb", self.label)
        with self.canv.mark(*self.label_path, field):
            self.canv.box(field, side, side, left=left)
            self.canv.setStrokeColor(INK)
            self.canv.setLineWidth(1.4)
            self.canv.roundRect(left, foot, side, side, 1.5)
            self.canv.place("box", (left, foot, side, side), *self.asked)


AnItem = TypeVar("AnItem", bound=Item)


def text(words: Words | str, setting: Setting, style: ParagraphStyle | None = None) -> Text:
    """Words as a paragraph, in the style of the body if none is given. It has no place in the tree yet."""
    return Text.of((words,) if isinstance(words, str) else words, setting, style or setting.body)


def paragraph(words: Words | str, setting: Setting, style: ParagraphStyle | None = None) -> Text:
    """Words as a paragraph of their own."""
    return text(words, setting, style).tagged(Element("P"))


def item(label: str, words: Words, setting: Setting, style: ParagraphStyle, *path: Element,
         kind: type[AnItem] = Item) -> AnItem:
    """An item of the list at the end of the path; the label is drawn as it is."""
    made = kind.of(words or (" ",), setting, style)
    made.path = (*path, Element("LBody"))
    made.label, made.label_path = label, (*path, Element("Lbl"))
    return made
