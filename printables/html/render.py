"""Documents to one HTML page. Boxes can be ticked and lines written on there too; nothing is sent anywhere."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from kit.model.text import clean
from printables import tree
from printables.grid import Placed, begun, grid
from printables.html.fonts import embedded
from printables.html.pictures import chart_svg, code_svg, picture_svg
from printables.html.style import style
from printables.html.words import Say, plain, way
from printables.photo import png
from printables.profile import Paper, Profile
from printables.sentences import by_line
from printables.tree import Document
from printables.wording import wording

POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
"""A browser that keeps to this can load nothing, whatever a text says."""


def page(documents: Document | Sequence[Document], profile: Profile, paper: Paper, title: str = "") -> str:
    """All documents as one HTML page. The first one gives the language, and the title where none is given."""
    copies = (documents,) if isinstance(documents, Document) else tuple(documents)
    first = copies[0]
    body = "".join(_Page(profile, number, document.language).article(document) for number, document in enumerate(copies))
    faces, families = embedded(body)
    return (f'<!doctype html><html{way(first.language)}><head><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
            f"<title>{plain(title or first.title)}</title><style>{faces}{style(profile, paper, families)}</style></head>"
            f"<body><main>{body}</main></body></html>\n")


def _cell(cell: Placed, say: Say, before: str = "") -> str:
    over = "".join(f' {name}="{count}"' for name, count in (("colspan", cell.columns), ("rowspan", cell.rows)) if count > 1)
    return say.element("td" if cell.column else 'th scope="row"', cell.words, over, before)


class _Page:
    """One document on its way to HTML: how large it is, and how deep its headings are."""

    def __init__(self, profile: Profile, number: int, language: str) -> None:
        self.profile, self.number, self.level = profile, number, 0
        self.say, self.wording = Say(language), wording(language)

    def article(self, document: Document) -> str:
        name = f"d{self.number}"
        head = self._heading(tree.Heading(1, clean(document.title) or "–"), f' id="{name}"')
        code = self._code(document.code) if document.code else ""
        return f'<article aria-labelledby="{name}"{way(document.language)}>{head}{self.nodes(document.children)}{code}</article>'

    def nodes(self, nodes: Iterable[tree.Node]) -> str:
        return "".join(_RENDERERS[type(node)](self, node) for node in nodes)

    def _heading(self, node: tree.Heading, more: str = "") -> str:
        if not clean(node.words):
            return ""
        self.level = min(node.level, self.level + 1, 6)
        return self.say.element(f"h{self.level}", node.words, more, language=node.language)

    def _code(self, code: tree.Code) -> str:
        said = f"{self.say.text(code.label or code.text)}<br>{self.say.text(code.does)}"
        return f'<figure class="code">{code_svg(code, self.wording)}<figcaption>{said}</figcaption></figure>'

    def _beside(self, picture: str, html: str) -> str:
        if not (picture and self.profile.picture_mm):
            return html
        return f'<div class="idea">{picture_svg(picture, self.wording)}{html}</div>'

    def _said(self, node: tree.Paragraph | tree.Note, kind: str) -> str:
        return self.say.element("p", by_line(node.words, self.profile), f' class="{kind}"', language=node.language)

    def _paragraph(self, node: tree.Paragraph) -> str:
        return self._beside(node.picture, self._said(node, "said"))

    def _note(self, node: tree.Note) -> str:
        return self._beside(node.picture, self._said(node, "said note"))

    def _list(self, node: tree.List) -> str:
        kind = "ol" if node.numbered else "ul"
        items = "".join(self.say.element("li", item) for item in node.items)
        return f"<{kind}>{items}</{kind}>" if items else ""

    def _definitions(self, node: tree.Definitions) -> str:
        inner = "".join((self.say.element("dt", entry.term) if clean(entry.term) else "") + self.say.element("dd", entry.meaning)
                        for entry in node.entries)
        return f"<dl>{inner if inner.startswith('<dt') else f'<dt>–</dt>{inner}'}</dl>" if inner else ""

    def _table(self, node: tree.Table) -> str:
        head = "".join(self.say.element('th scope="col"', title) for title in node.header)
        rows = "".join(self._row(node, number, begun(row, number)) for number, row in enumerate(grid(node)))
        cells = "".join(f'<td><textarea rows="1" aria-label="{plain(title)}"></textarea></td>' for title in node.header)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}{f'<tr>{cells}</tr>' * node.blank_rows}</tbody></table>"

    def _row(self, node: tree.Table, number: int, row: Sequence[Placed]) -> str:
        picture = node.pictures[number] if node.pictures and self.profile.picture_mm else ""
        cells = [_cell(cell, self.say, picture_svg(picture, self.wording) if picture and cell is row[0] else "") for cell in row]
        return f"<tr>{''.join(cells)}</tr>"

    def _ticks(self, node: tree.Ticks) -> str:
        pictures = node.pictures if node.pictures and self.profile.picture_mm else ("",) * len(node.answers)
        boxes = [(picture_svg(picture, self.wording) if picture else "") + f'<input type="checkbox">{self.say.text(answer)}'
                 for answer, picture in zip(node.answers, pictures, strict=True)]
        answers = "".join(f'<label class="answer">{box}</label>' for box in boxes)
        return f"<fieldset>{self.say.element('legend', node.question)}{answers}</fieldset>"

    def _writing_space(self, node: tree.WritingSpace) -> str:
        label = self.say.text(node.label)
        named = "" if label else f' aria-label="{plain(self.wording.say("Space to write"))}"'
        field = f'<textarea rows="{node.lines}"{named}></textarea>'
        return f"<p><label><strong>{label}</strong>{field}</label></p>" if label else f"<p>{field}</p>"

    def _drawing_frame(self, node: tree.DrawingFrame) -> str:
        frame = self.wording.say("{label}: an empty frame", label=node.label)
        return f'<div class="draw" role="img" aria-label="{plain(frame)}"></div>'

    def _photo(self, node: tree.Photo) -> str:
        if (data := png(node.data)) is None:
            return f'<p class="said">{plain(node.unreadable)}</p>'
        return f'<p><img class="photo" alt="{plain(node.alt)}" src="data:image/png;base64,{b64encode(data).decode()}"></p>'

    def _chart(self, node: tree.Chart) -> str:
        return chart_svg(node) if node.rows else ""

    def _cut_grid(self, node: tree.CutGrid) -> str:
        inner = [(self._code(card.code) if card.code else "") + self.nodes(card.children) for card in node.cards]
        cards = "".join(f'<li class="card">{card}</li>' for card in inner)
        return f'<ul class="cards">{cards}</ul>' if cards else ""


_RENDERERS: dict[type, Callable[[_Page, Any], str]] = {
    tree.Heading: _Page._heading,
    tree.Paragraph: _Page._paragraph,
    tree.Note: _Page._note,
    tree.List: _Page._list,
    tree.Definitions: _Page._definitions,
    tree.Table: _Page._table,
    tree.Ticks: _Page._ticks,
    tree.WritingSpace: _Page._writing_space,
    tree.Photo: _Page._photo,
    tree.Bars: _Page._chart,
    tree.Heat: _Page._chart,
    tree.Branches: _Page._chart,
    tree.DrawingFrame: _Page._drawing_frame,
    tree.CutGrid: _Page._cut_grid,
}
