"""From the state of a session to what is shown: the facilitator's prompt, and the room's own view."""

from dataclasses import replace

from kit.engine.play import Play
from kit.engine.strands import room_lines, state_lines
from kit.model import Ask, Block, Form, Prompt, RoomView
from kit.model.text import counted

_PRIVATE_FORMS = (Form.COUNTS, Form.SOME, Form.TALLY, Form.LABELLED, Form.NUMBER, Form.ORDER)
"""Answers that the facilitator enters for the room; their questions are no words for the wall."""


def prompt_of(play: Play) -> Prompt:
    """What the facilitator is asked now."""
    block = play.here
    if play.over:
        return Prompt(play.block, "", "The end", 1, 1, "Thank you for being here.", "", "", "", "", 0, play.ask)
    if block is None:
        return Prompt(0, "", "Before we start", 1, 1, "", "", "Count the people, so that sheets and tables fit.", "", "", 0,
                      play.ask)
    step = play.steps[play.step]
    return Prompt(play.block, block.id, block.title, play.step + 1, len(play.steps), step.room, step.say, step.do, step.watch,
                  block.private, step.minutes or (block.minutes if len(play.steps) == 1 else 0), _ask(play, block),
                  play.script.load(block))


def room_view(play: Play) -> RoomView:
    """What the whole room may see now. The only place where a room view is made.

    It takes the block's title, the step's words for the room, and the lines a step marks as the room's own. A question
    is shown only where the room itself answers it in words that the facilitator writes up as they are said.
    """
    block = play.here
    if play.rest:
        return RoomView(block.title if block else "", f"A break of about {counted(play.rest, 'minute')}.", paused=True)
    if play.paused:
        return RoomView(block.title if block else "", "We have paused. Take the time you need.", paused=True)
    if play.over:
        return RoomView("The end", "Thank you for being here.")
    if block is None:
        return RoomView(play.script.plan.title, "Welcome. We start soon.")
    step = play.steps[play.step]
    private = play.ask.form in _PRIVATE_FORMS or play.ask.makes == "talk"
    question = play.ask.question if play.ask.many and not private else ""
    slower = ("We are slowing down. There is time.",) if play.slow else ()
    lines = (*slower, *room_lines(block), *play.ask.room_facts)
    return RoomView(block.title, step.room, lines, question, minutes=step.minutes)


def _ask(play: Play, block: Block) -> Ask:
    """What is asked now, and in a block of groups side by side also what each of them is at."""
    if not block.strands:
        return play.ask
    return replace(play.ask, facts=state_lines(block, play.strands), room_facts=room_lines(block))

