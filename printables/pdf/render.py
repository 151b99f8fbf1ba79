"""Documents to one PDF. The same documents give the same bytes, on every machine and on every day."""

# mypy: allow-subclassing-any

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO

from reportlab import rl_config
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Spacer

from kit.model.text import clean_line
from printables.fonts import typeface
from printables.layout import Place
from printables.pdf.body import Body
from printables.pdf.build import build
from printables.pdf.canvas import SheetCanvas
from printables.pdf.furniture import draw_foot, draw_title
from printables.pdf.letters import Letters
from printables.pdf.setting import Setting
from printables.pdf.unicode_map import mend
from printables.profile import Paper, Profile, poster
from printables.qr import modules
from printables.tree import Document, Heading

# Compressed streams as they are, not spelt out in letters: a fifth smaller, and every reader takes them.
rl_config.useA85 = 0
mend()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A PDF and what there is to know about it."""

    pdf: bytes
    pages: int
    missing: tuple[str, ...]
    """Characters that the typeface lacks. Each is drawn as a box wherever it stands."""
    places: tuple[Place, ...] = ()
    """Where everything stands that is read back."""
    sizes: tuple[tuple[float, float], ...] = ()
    """Width and height of each page, in points."""


def render(documents: Document | Sequence[Document], profile: Profile, paper: Paper, title: str = "") -> Rendered:
    """All documents in one PDF, each with its own page numbers.

    The first one gives the language, and the title where none is given. Copies that differ in their code alone are laid out once.
    """
    copies = (documents,) if isinstance(documents, Document) else tuple(documents)
    language = copies[0].language
    letters = Letters(typeface(language), profile.letter_gap, profile.word_gap, language)
    settings = [_setting(document, profile, paper, letters) for document in copies]
    out = BytesIO()
    canvas = _canvas(out, copies[0], settings[0], clean_line(title or copies[0].title))
    body, before = None, copies[0]
    for document, setting in zip(copies, settings, strict=True):
        sheet = document.code.text if document.code else ""
        if body and not body.linked and _alike(document, before):
            body = canvas.repeat(body, sheet)
        else:
            body = _lay_out(document, setting, canvas, sheet)
        before = document
        canvas.finish(body, partial(_draw_foot, canvas, document, setting, len(body.pages)))
    canvas.save()
    return Rendered(out.getvalue(), len(canvas.sizes), letters.missing, tuple(canvas.places), tuple(canvas.sizes))


def _setting(document: Document, profile: Profile, paper: Paper, letters: Letters) -> Setting:
    profile = poster(profile) if document.poster else profile
    turned = document.wide and profile.turns
    return Setting(profile, paper, letters, turned=turned, has_code=document.code is not None)


def _canvas(out: BytesIO, document: Document, setting: Setting, title: str) -> SheetCanvas:
    canvas = SheetCanvas(out, pagesize=setting.page, invariant=1, pageCompression=1, lang=document.language,
                         initialFontName=setting.letters.regular)
    canvas.setTitle(title)
    canvas.setCreator("Workshop Kit")
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _alike(one: Document, other: Document) -> bool:
    """True where nothing but the text of their codes differs, and the codes are as large."""
    if not (one.code and other.code):
        return False
    return len(modules(one.code.text)) == len(modules(other.code.text)) and one == replace(other, code=one.code)


def _draw_foot(canvas: SheetCanvas, document: Document, setting: Setting, pages: int, page: int) -> None:
    draw_foot(canvas, document, _low(setting) if document.leafed and page > 1 else setting, page, pages)


def _low(setting: Setting) -> Setting:
    """The same without a code, where a document is leafed through and this is not its first page."""
    return replace(setting, has_code=False)


def _lay_out(document: Document, setting: Setting, canvas: SheetCanvas, sheet: str) -> Body:
    """Everything but the feet of the pages, which are drawn last, to be read last."""
    def first(canvas: SheetCanvas, _: BaseDocTemplate) -> None:
        if not document.headed:
            draw_title(canvas, document, setting)

    canvas.sheet = sheet
    after = _low(setting) if document.leafed else setting
    templates = [PageTemplate("first", [_frame(setting)], pagesize=setting.page, autoNextPageTemplate="next", onPage=first),
                 PageTemplate("next", [_frame(after)], pagesize=after.page)]
    head = [Heading(1, document.title)] if document.headed else []
    story = build([*head, *document.children], setting)
    _OnCanvas(canvas, pageTemplates=templates, pagesize=setting.page).build(story or [Spacer(0, 0)])
    return canvas.body()


def _frame(setting: Setting) -> Frame:
    return Frame(setting.margin, setting.foot, setting.width, setting.height,
                 leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)


class _OnCanvas(BaseDocTemplate):
    """A document of reportlab's on a canvas that goes on after it."""

    _doSave = 0

    def __init__(self, canvas: SheetCanvas, **more: object) -> None:
        super().__init__(None, **more)
        self._canvas = canvas

    def _makeCanvas(self, *_: object, **__: object) -> SheetCanvas:
        return self._canvas
