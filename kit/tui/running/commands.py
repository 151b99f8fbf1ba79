"""The commands of a running workshop: one table for keys, footer, palette and help."""

from kit.tui.commands import Command

MADE_UP = Command("run.made_up", "ctrl+g", "Answer for me", "For practice: made-up people answer this.")
BLANK = Command("run.blank", "ctrl+b,f12,b,full_stop", "Blank", "Blank the second screen, or show it again.", in_footer=False)

LATE = Command("run.late", "ctrl+l", "Late?", "What can be done when you are late, or when time is left.")

WORDS_DOWN = Command("run.words_down", "pagedown", "Words down",
                     "Move the words down. After their end, go on, where nothing else is asked.", in_footer=False)

COMMANDS = (
    Command("run.undo", "f3", "Undo", "Take back the last answer. You can do this as often as you like."),
    Command("run.skip", "f4", "Skip", "Leave this step and go on. What was said so far is kept."),
    Command("run.pause", "f5,shift+f5", "Pause", "Everything stands still, and no time counts."),
    Command("run.carry_on", "f5,shift+f5", "Carry on", "Go on after a pause."),
    Command("run.done", "f6", "Done", "No more of these: go on to what comes next."),
    MADE_UP,
    LATE,
    Command("run.go_to", "f7", "Go to", "Start another part of the plan, before or after this one."),
    Command("run.park", "f8", "Park", "Keep a topic for later, at any time."),
    Command("run.jargon", "f9", "Jargon", "Keep a word that needs plain words, at any time."),
    Command("run.note", "ctrl+n", "Note", "Keep a note that only you see."),
    Command("run.people", "ctrl+r", "Head count", "Say how many people are here now.", in_footer=False),
    Command("run.second", "ctrl+o", "Second screen", "Say how to open the second screen, and choose what it shows.",
            in_footer=False),
    BLANK,
    Command("run.rest", "ctrl+e", "Break", "Put in a break of ten minutes, now.", in_footer=False, priority=True),
    Command("run.slow_down", "ctrl+s", "Slow down", "Give this part five minutes more, and tell the room.", in_footer=False),
    Command("run.today", "ctrl+y", "Today", "Somebody comes late, leaves or takes over; groups; how long things took.",
            in_footer=False),
    Command("run.picture", "alt+p", "Picture", "Give a drawing its picture: drag a photograph's file into this window.",
            in_footer=False),
    Command("run.slips", "alt+s", "Slips", "Type up a stack of slips, one line each, at any time.", in_footer=False),
    Command("run.clock", "ctrl+t", "Clock", "Hide the clock, or show it again.", in_footer=False),
    Command("run.words_up", "pageup", "Words up", "Move the words of this step up.", in_footer=False),
    WORDS_DOWN,
    Command("run.back", "escape", "Leave", "Leave the workshop for now. You can go on with it at any time.",
            always=True),
)
