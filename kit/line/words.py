"""A prompt in words: what the plain front end says of the block, the step and the question."""

import re
from collections.abc import Iterator

from kit.desk.workshop import Workshop
from kit.engine import how_to_answer
from kit.model import Ask, Form, Prompt
from kit.model.text import counted

COMMANDS = (
    ("?", "this help"),
    ("again", "hear the question again"),
    ("back", "undo the last answer; as often as you like"),
    ("done", "no more of these"),
    ("skip", "leave this step"),
    ("time", "where the day stands"),
    ("pause", "everything stands still; go on with: carry on"),
    ("list", "the blocks of the plan"),
    ("go 3", "start block 3, before or after this one"),
    ("people 11", "there are 11 people here now"),
    ("park: words", "park a topic"),
    ("jargon: word = meaning", "a word somebody just used"),
    ("note: words", "a note that only you see"),
    ("made", "what the room has made"),
    ("picture A3: file", "give drawing A3 its picture, a photograph's file"),
    ("slips", "type up a stack of slips, one line each, while the workshop goes on"),
    ("copy: folder", "make a second copy there, such as on a memory stick, and verify it"),
    ("screen", "how to open the second screen, and what it can show; to show that, such as the agreement: screen: agreement"),
    ("blank", "make the second screen blank, or show it again"),
    ("next", "what is now and what is next"),
    ("late", "what can be done when you are late, or when time is left"),
    ("take 1", "go on as proposal 1 says"),
    ("slow down", "give this part 5 minutes more, and tell the room"),
    ("break 10", "put in a break of 10 minutes; go on with: carry on"),
    ("table 2 done", "group 2 is done; it can also be working, nearly or help"),
    ("arrived: name", "somebody comes late; the name can be left out"),
    ("left: name", "somebody leaves; the name can be left out"),
    ("leads: name", "somebody else leads from now on"),
    ("count: Carers, Staff", "count turns in this round or talk, by role or table, for you alone; count: alone stops it"),
    ("hand over", "what somebody who takes over has to know"),
    ("spent", "how long each part took"),
    ("stop", "leave; all that is saved stays, and you can go on later"),
)
"""What can be typed at any time, and what it does."""


_ON_THE_DAY = re.compile(
    r"(?P<take>take) (?P<proposal>\d{1,2})|(?P<break>break)(?: (?P<minutes>\d{1,3}))?|(?P<table>table|group) (?P<number>\d{1,2}) "
    r"(?P<state>[a-z ]{1,20})|(?P<who>arrived|left)(?: *: *(?P<name>.*))?|(?P<leads>leads) *: *(?P<leader>.+)|"
    r"(?P<count>count) *:(?P<groups>.*)", re.IGNORECASE)


def on_the_day(words: str) -> tuple[str, int, str] | None:
    """One of the lines for the day as what it does, its number and its words; None where it is none of them."""
    found = _ON_THE_DAY.fullmatch(words)
    if found is None:
        return None
    said = {name: text for name, text in found.groupdict().items() if text is not None}
    what = next(said[name] for name in ("take", "break", "table", "who", "leads", "count") if name in said).casefold()
    number = next((int(said[name]) for name in ("proposal", "minutes", "number") if name in said), 0)
    return what, number, next((said[name].strip() for name in ("state", "name", "leader", "groups") if name in said), "")


def block_lines(workshop: Workshop) -> Iterator[str]:
    """The start of a block."""
    prompt = workshop.prompt
    blocks = workshop.script.plan.blocks
    if 1 <= prompt.block <= len(blocks):
        minutes = counted(blocks[prompt.block - 1].minutes, "minute")
        yield f"Block {prompt.block} of {len(blocks)}: {prompt.title}. {minutes}."
        if prompt.load == "high":
            yield "This can stir feelings. Leave time to land."
        if prompt.private:
            yield f"Only for you: {prompt.private}"
    else:
        yield f"{prompt.title}."


def step_lines(prompt: Prompt) -> Iterator[str]:
    """The start of a step: the words for the room and for the facilitator."""
    if prompt.steps > 1:
        minutes = f" About {counted(prompt.minutes, 'minute')}." if prompt.minutes else ""
        yield f"Step {prompt.step} of {prompt.steps}.{minutes}"
    for name, words in (("For the room", prompt.room), ("Say", prompt.say), ("Do", prompt.do), ("Watch for", prompt.watch)):
        if words:
            yield f"{name}: {words}"


def question_lines(ask: Ask) -> Iterator[str]:
    """The question, what goes with it, and how to answer."""
    yield from ask.room_facts
    yield from ask.facts
    yield from () if ask.room_facts else (table.line for table in ask.tables)
    yield ask.question
    if ask.form is Form.CHOICE:
        for place, option in enumerate(ask.options, 1):
            yield f"{place}. {option.words}"
    elif ask.form in (Form.SOME, Form.LABELLED, Form.TALLY, Form.ORDER):
        yield f"They are: {', '.join(option.words for option in ask.options)}."
    if ask.form is not Form.OVER:
        yield how_to_answer(ask)


def help_lines(ask: Ask) -> Iterator[str]:
    """How to answer here, and every command."""
    yield how_to_answer(ask)
    yield 'To give one of the words below as an answer, put it in quotes: "back".'
    yield "At any time you can type:"
    for command, does in COMMANDS:
        yield f"{command}. {does.capitalize()}."
