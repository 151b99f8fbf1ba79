"""Documents to one PDF. The same documents give the same bytes, on every machine and on every day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from reportlab import rl_config
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate

from kit.model.text import clean_line
from printables.fonts import typeface
from printables.layout import Place
from printables.pdf.build import build
from printables.pdf.furniture import draw_foot, draw_title
from printables.pdf.letters import Letters
from printables.pdf.setting import Setting
from printables.pdf.tagged import TaggedCanvas
from printables.pdf.unicode_map import mend
from printables.profile import Paper, Profile, poster
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

    The first one gives the language, and the title where none is given.
    """
    copies = (documents,) if isinstance(documents, Document) else tuple(documents)
    letters = Letters(typeface(copies[0].language), profile.letter_gap, profile.word_gap)
    settings = [_setting(document, profile, paper, letters) for document in copies]
    pages = [1] * len(copies)
    while True:
        pdf, seen, canvas = _print(copies, settings, pages, clean_line(title or copies[0].title))
        if seen == pages:
            return Rendered(pdf, sum(pages), letters.missing, tuple(canvas.places), tuple(canvas.sizes))
        pages = seen


def _setting(document: Document, profile: Profile, paper: Paper, letters: Letters) -> Setting:
    profile = poster(profile) if document.poster else profile
    turned = document.wide and profile.turns
    return Setting(profile, paper, letters, turned=turned, has_code=document.code is not None)


def _print(copies: Sequence[Document], settings: Sequence[Setting], pages: Sequence[int],
           title: str) -> tuple[bytes, list[int], TaggedCanvas]:
    """The PDF as it is when each copy has as many pages as given, how many each one really has, and what it was drawn on."""
    seen = [0] * len(copies)
    story: list[Flowable] = []
    templates = []
    for number, (document, setting) in enumerate(zip(copies, settings, strict=True)):
        templates += _templates(number, document, setting, seen, pages[number])
        story += [NextPageTemplate(str(number)), PageBreak()] if number else []
        story += build(([Heading(1, document.title)] if document.headed else []) + list(document.children), setting)
    out, drawn = BytesIO(), []

    def canvas(*args: object, **more: object) -> TaggedCanvas:
        drawn.append(TaggedCanvas(*args, **more))
        return drawn[-1]

    first = settings[0]
    BaseDocTemplate(out, pageTemplates=templates, pagesize=first.page, title=title, lang=copies[0].language,
                    displayDocTitle=True, invariant=1, pageCompression=1, creator="Workshop Kit", author="",
                    subject="", initialFontName=first.letters.regular).build(story, canvasmaker=canvas)
    return out.getvalue(), seen, drawn[-1]


def _templates(number: int, document: Document, setting: Setting, seen: list[int], pages: int) -> list[PageTemplate]:
    """The pages of one copy: a frame for the text, and the foot, which counts the pages as it draws them.

    The foot is drawn after the text, to be read after it. Where a document is leafed through,
    the first page has a foot with a code, and the others a low one.
    """
    def template(name: str, setting: Setting, after: str) -> PageTemplate:
        def head(canvas: TaggedCanvas, _: BaseDocTemplate) -> None:
            seen[number] += 1
            canvas.sheet = document.code.text if document.code else ""
            if seen[number] == 1 and not document.headed:
                draw_title(canvas, document, setting, pages)

        def foot(canvas: TaggedCanvas, _: BaseDocTemplate) -> None:
            draw_foot(canvas, document, setting, seen[number], pages)

        frame = Frame(setting.margin, setting.foot, setting.width, setting.height,
                      leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
        return PageTemplate(name, [frame], pagesize=setting.page, autoNextPageTemplate=after, onPage=head, onPageEnd=foot)

    name = str(number)
    if not document.leafed:
        return [template(name, setting, name)]
    on, low = f"{name} on", replace(setting, has_code=False)
    return [template(name, setting, on), template(on, low, on)]
