"""The commands of the planner: one table for keys, footer, palette and help. No letter changes a plan: letters slip in."""

from kit.tui.commands import Command

COMMANDS = (
    Command("plan.add", "f6,insert", "Add", "Add an activity from the shelf, or a plain part, after this one."),
    Command("plan.undo", "f3,ctrl+z", "Undo", "Take back the last change. You can do this as often as you like."),
    Command("plan.earlier", "f7,alt+up,shift+up", "Up", "Move this part up."),
    Command("plan.later", "f8,alt+down,shift+down", "Down", "Move this part down."),
    Command("plan.remove", "delete,ctrl+x", "Remove", "Take this part out. Undo brings it back."),
    Command("plan.park", "f9", "Park", "Keep this part for another time, or bring it back."),
    Command("plan.longer", "right,plus", "+5 min", "Give this part 5 minutes more. With Shift and the arrow it is 15."),
    Command("plan.shorter", "left,minus", "-5 min", "Take 5 minutes from this part. With Shift and the arrow it is 15."),
    Command("plan.much_longer", "shift+right", "+15 min", "Give this part 15 minutes more.", in_footer=False),
    Command("plan.much_shorter", "shift+left", "-15 min", "Take 15 minutes from this part.", in_footer=False),
    Command("plan.redo", "f4,ctrl+y", "Redo", "Do again what was undone."),
    Command("plan.copy", "ctrl+d", "Copy", "Put the same part in once more."),
    Command("plan.split", "ctrl+g", "Groups", "Let groups do this part side by side."),
    Command("plan.words_down", "pagedown,space", "More words", "Move the words beside the list down."),
    Command("plan.words_up", "pageup", "Words up", "Move the words beside the list up.", in_footer=False),
    Command("plan.other", "o", "Another plan", "Look at another plan of this programme."),
)

BACK_HERE = Command("plan.back", "escape,backspace", "Back", "Go back to the screen before. All changes are kept.", always=True)
"""Back. Left is taken here: it makes a part shorter."""

EDITS = ("longer", "shorter", "much_longer", "much_shorter", "add", "earlier", "later", "park", "copy", "split", "remove")
"""Actions that change the plan."""
