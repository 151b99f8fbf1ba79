"""The commands of the second screen: one table for its keys and for the line that tells them."""

from collections.abc import Mapping

from kit.tui.commands import Command, key_name

COMMANDS = (
    Command("room.blank", "b,full_stop,escape", "Blank", "Show nothing at all, or show it again."),
    Command("room.show", "f5,shift+f5", "Show", "Show what is asked now, as a clicker does when it starts."),
    Command("room.after", "right,n", "Next page", "Show the next page: the agreement, where to sit, a drawing."),
    Command("room.before", "left,p", "Page before", "Show the page before."),
    Command("room.more", "space,pagedown,down", "More", "Show more of a long page, and after its end the next page."),
    Command("room.less", "pageup,up", "Back", "Show what came before."),
    Command("room.time", "t", "Time", "Tell the time in the next way: left, used, in words, as a shape, or not at all."),
    Command("room.colours", "i", "Colours", "Dark words on white, or light words on black."),
    Command("room.keys", "question_mark,f1,h", "Keys", "Show the keys."),
    Command("room.leave", "q,f10", "Close", "Close the second screen, on the second press."),
)


def said(changed: Mapping[str, str]) -> str:
    """The keys in one line, after a person's own changes."""
    rows = (f"{key_name(changed.get(c.id, c.keys).split(',')[0])}: {c.label.lower()}." for c in COMMANDS if c.id != "room.keys")
    return f"{' '.join(rows)} Ctrl and plus: larger."
