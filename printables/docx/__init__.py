"""The document tree as a DOCX file, for whoever writes on: real headings, lists, tables with header rows, words for pictures."""

from printables.docx.render import docx_bytes

__all__ = ["docx_bytes"]
