"""Words on the screen. Every widget that shows words is a `Words`, and `Words` never reads markup.

A name such as `[b]` or `[/]` is shown as it was typed. `tests/tui/test_no_markup.py` sees to it that no other way is used.
"""

from typing import cast

from textual.content import Content
from textual.css.styles import RulesMap
from textual.widgets import Static

from kit.model.text import clean, clean_line

__all__ = ["Content", "Words", "beside", "line", "lines", "plain", "styled"]


class Words(Static):
    """Words as they are: no markup, and nothing that can act on the terminal."""

    def __init__(self, words: "str | Content" = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(plain(words), markup=False, id=id, classes=classes)

    def say(self, words: "str | Content", *, layout: bool = True) -> None:
        """Show other words; the same words again cost nothing. `layout=False` where the height cannot change: it is cheaper."""
        content = plain(words)
        if not (isinstance(self.content, Content) and content.is_same(self.content)):
            self.update(content, layout=layout and not self._fits(content))

    def _fits(self, content: Content) -> bool:
        """Whether words take just the room there is, so that nothing else on the screen has to move."""
        width, height = self.content_size
        return width > 0 and not self.styles.is_auto_width and content.get_height(cast(RulesMap, self.styles), width) == height


def plain(words: "str | Content") -> Content:
    """Words with no markup and no control characters, line ends kept."""
    return words if isinstance(words, Content) else Content(clean(words))


def line(words: str) -> Content:
    """Words on one line."""
    return Content(clean_line(words))


def styled(words: str, style: str) -> Content:
    """Words in a style such as `bold $label`, with their spaces kept. The style is ours, the words may be anybody's."""
    left, right = len(words) - len(words.lstrip(" ")), len(words) - len(words.rstrip(" "))
    return Content.styled(f"{' ' * left}{clean(words)}{' ' * right}" if words.strip() else words, style)


def lines(*parts: "str | Content") -> Content:
    """Parts under each other."""
    return Content("\n").join(plain(part) for part in parts)


def beside(*parts: "str | Content") -> Content:
    """Parts in a row, with their spaces kept."""
    return Content("").join(part if isinstance(part, Content) else Content(part) for part in parts)
