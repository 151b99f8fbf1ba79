"""Help for the thing that has the focus: what it is, and what can be done with it."""

from typing import Protocol, runtime_checkable

from textual.screen import Screen


@runtime_checkable
class Tells(Protocol):
    """A widget or a screen that can tell about itself."""

    @property
    def about_this(self) -> str:
        """What it is and what can be done with it, in a few sentences; empty where there is nothing to say just now."""


def about_focus(screen: Screen[object]) -> str:
    """What the thing with the focus says of itself, then what it stands in says, up to the screen."""
    inside = screen.focused.ancestors_with_self if screen.focused else [screen]
    return "\n".join(dict.fromkeys(node.about_this for node in inside if isinstance(node, Tells) and node.about_this))
