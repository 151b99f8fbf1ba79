"""Documents to one HTML page. Boxes can be ticked and lines written on there too; nothing is sent anywhere."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any

from kit.model.text import clean
from printables import tree
from printables.grid import Placed, begun, grid
from printables.html.pictures import code_svg, picture_svg
from printables.html.style import style
from printables.photo import png
from printables.profile import Paper, Profile
from printables.sentences import by_line
from printables.tree import Document, Link, Run, Strong, Words, letters

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""A browser that keeps to this can load nothing, whatever a text says."""


def page(documents: Document | Sequence[Document], profile: Profile, paper: Paper, title: str = "") -> str:
    """All documents as one HTML page. The first one gives the language, and the title where none is given."""
    copies = (documents,) if isinstance(documents, Document) else tuple(documents)
    first = copies[0]
    body = "".join(_Page(profile, number).article(document) for number, document in enumerate(copies))
    return (f'<!doctype html><html lang="{escape(first.language)}"><head><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
            f"<title>{_text(title or first.title)}</title><style>{style(profile, paper)}</style></head>"
            f"<body><main>{body}</main></body></html>\n")


def _text(text: str) -> str:
    return escape(clean(text), quote=True)


def _words(text: Words) -> str:
    return "".join(map(_run, text))


def _run(run: Run) -> str:
    if isinstance(run, Link) and run.leads:
        return f'<a href="{_text(run.address)}">{_text(run.shown)}</a>'
    return f"<strong>{_whole(run.words)}</strong>" if isinstance(run, Strong) else _whole(letters(run))


def _whole(text: str) -> str:
    """A run with the white space at its ends, which belongs between it and its neighbours."""
    inner = clean(text)
    before = text[:len(text) - len(text.lstrip())]
    return escape((before + inner + text[len(text.rstrip()):]) if inner else before)


def _cell(cell: Placed, before: str = "") -> str:
    over = "".join(f' {name}="{count}"' for name, count in (("colspan", cell.columns), ("rowspan", cell.rows)) if count > 1)
    if cell.column:
        return f"<td{over}>{before}{_words(cell.words)}</td>"
    return f'<th scope="row"{over}>{before}{_words(cell.words)}</th>'


class _Page:
    """One document on its way to HTML: how large it is, and how deep its headings are."""

    def __init__(self, profile: Profile, number: int) -> None:
        self.profile, self.number, self.level = profile, number, 0

    def article(self, document: Document) -> str:
        name = f"d{self.number}"
        head = self._heading(tree.Heading(1, clean(document.title) or "Sheet"), f' id="{name}"')
        code = self._code(document.code) if document.code else ""
        lang = f' lang="{escape(document.language)}"'
        return f'<article aria-labelledby="{name}"{lang}>{head}{self.nodes(document.children)}{code}</article>'

    def nodes(self, nodes: Iterable[tree.Node]) -> str:
        return "".join(_RENDERERS[type(node)](self, node) for node in nodes)

    def _heading(self, node: tree.Heading, more: str = "") -> str:
        if not clean(node.words):
            return ""
        self.level = min(node.level, self.level + 1, 6)
        return f"<h{self.level}{more}>{_text(node.words)}</h{self.level}>"

    def _code(self, code: tree.Code) -> str:
        said = f"{_text(code.label or code.text)}<br>{_text(code.does)}"
        return f'<figure class="code">{code_svg(code)}<figcaption>{said}</figcaption></figure>'

    def _beside(self, picture: str, html: str) -> str:
        if not (picture and self.profile.picture_mm):
            return html
        return f'<div class="idea">{picture_svg(picture)}{html}</div>'

    def _paragraph(self, node: tree.Paragraph) -> str:
        return self._beside(node.picture, f'<p class="said">{_words(by_line(node.words, self.profile))}</p>')

    def _note(self, node: tree.Note) -> str:
        return self._beside(node.picture, f'<p class="said note">{_words(by_line(node.words, self.profile))}</p>')

    def _list(self, node: tree.List) -> str:
        kind = "ol" if node.numbered else "ul"
        return f"<{kind}>{''.join(f'<li>{_words(item)}</li>' for item in node.items)}</{kind}>" if node.items else ""

    def _definitions(self, node: tree.Definitions) -> str:
        inner = "".join((f"<dt>{_text(entry.term)}</dt>" if clean(entry.term) else "") + f"<dd>{_words(entry.meaning)}</dd>"
                        for entry in node.entries)
        return f"<dl>{inner if inner.startswith('<dt>') else f'<dt>–</dt>{inner}'}</dl>" if inner else ""

    def _table(self, node: tree.Table) -> str:
        head = "".join(f'<th scope="col">{_text(title)}</th>' for title in node.header)
        rows = "".join(self._row(node, number, begun(row, number)) for number, row in enumerate(grid(node)))
        cells = "".join(f'<td><textarea rows="1" aria-label="{_text(title)}"></textarea></td>' for title in node.header)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}{f'<tr>{cells}</tr>' * node.blank_rows}</tbody></table>"

    def _row(self, node: tree.Table, number: int, row: Sequence[Placed]) -> str:
        picture = node.pictures[number] if node.pictures and self.profile.picture_mm else ""
        cells = [_cell(cell, picture_svg(picture) if picture and cell is row[0] else "") for cell in row]
        return f"<tr>{''.join(cells)}</tr>"

    def _ticks(self, node: tree.Ticks) -> str:
        pictures = node.pictures if node.pictures and self.profile.picture_mm else ("",) * len(node.answers)
        boxes = [(picture_svg(picture) if picture else "") + f'<input type="checkbox">{_text(answer)}'
                 for answer, picture in zip(node.answers, pictures, strict=True)]
        answers = "".join(f'<label class="answer">{box}</label>' for box in boxes)
        return f"<fieldset><legend>{_text(node.question)}</legend>{answers}</fieldset>"

    def _writing_space(self, node: tree.WritingSpace) -> str:
        label = _text(node.label)
        field = f'<textarea rows="{node.lines}"' + ("" if label else ' aria-label="Space to write"') + "></textarea>"
        return f"<p><label><strong>{label}</strong>{field}</label></p>" if label else f"<p>{field}</p>"

    def _drawing_frame(self, node: tree.DrawingFrame) -> str:
        return f'<div class="draw" role="img" aria-label="{_text(node.label)}: an empty frame"></div>'

    def _photo(self, node: tree.Photo) -> str:
        if (data := png(node.data)) is None:
            return f'<p class="said">{_text(node.unreadable)}</p>'
        return f'<p><img class="photo" alt="{_text(node.alt)}" src="data:image/png;base64,{b64encode(data).decode()}"></p>'

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
    tree.DrawingFrame: _Page._drawing_frame,
    tree.CutGrid: _Page._cut_grid,
}
