"""A key that is pressed twice running: once may be a mistake, twice is an answer."""

from kit.tui.commands import key_name


class Twice:
    """The key that was pressed last, and the one that was asked for again."""

    def __init__(self) -> None:
        self.key = ""
        """What was pressed last, as people call it: `q`, `F10`, `Esc`."""
        self._asked: str | None = None

    def press(self, key: str) -> bool:
        """Note a key by Textual's name. Gives whether another one was asked for: that question is over."""
        self.key = key if len(key) == 1 else key_name(key)
        over = self._asked is not None and self._asked != self.key
        if over:
            self._asked = None
        return over

    def again(self) -> bool:
        """Whether this key was asked for. If it was not, it is from now on."""
        asked, self._asked = self._asked, self.key
        return asked == self.key
