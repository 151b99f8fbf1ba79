"""The document tree as one HTML file: no outside reference, so that it works from a stick, and prints well."""

from printables.html.render import page

__all__ = ["page"]
