"""Running a workshop in the plain front end: one answer a line. It shows prompts and hands answers over; it decides nothing."""

import re
from collections.abc import Callable
from pathlib import Path

from kit.desk.outputs import by_kind, credited, saved_words
from kit.desk.pictures import ALT, dropped
from kit.desk.running_words import arrival_words, proposal_lines, spent_lines
from kit.desk.slips import asked_in
from kit.desk.workshop import Answered, Workshop
from kit.engine import Proposal
from kit.line.pointing import blank_second, point_second
from kit.line.slips import type_up
from kit.line.voice import Voice
from kit.line.words import COMMANDS, block_lines, help_lines, on_the_day, question_lines, step_lines
from kit.model import Refusal
from kit.model.text import clean, counted
from kit.store import StoreProblem


class Conversation:
    """One workshop, talked through line by line until it is over or somebody leaves."""

    def __init__(self, workshop: Workshop, voice: Voice) -> None:
        self._workshop = workshop
        self._voice = voice
        self._block = -1
        self._step = -1
        self._question = ""
        """The block, the step and the question that were said last: they are not said again."""
        self._offered: tuple[Proposal, ...] = ()
        """The proposals that were said last."""

    def run(self) -> None:
        """Talk until the workshop is over, or the lines end, or somebody types stop. All that was saved stays."""
        self._begin()
        while True:
            self._ask()
            line = self._voice.listen()
            word = "stop" if line is None else line.strip().casefold()
            if line is None or word in ("stop", "quit", "exit") or (self._workshop.over and not word):
                self._leave()
                return
            self._take(line)

    def take_up(self) -> None:
        """Take each line there is, say what came of it and what is asked then, and stay in the workshop."""
        while (line := self._voice.listen()) is not None:
            self._take(line)
        self._ask()

    def _begin(self) -> None:
        plan = self._workshop.script.plan
        self._voice.say(*self._workshop.told)
        self._voice.say(f"{self._workshop.programme.name}.", f"{plan.title}. {counted(len(plan.blocks), 'block')}, "
                        f"{counted(plan.minutes, 'minute')}.", "Type ? for help at any time, back to undo, stop to leave.")
        if self._workshop.resumed:
            self._voice.say(f"Going on with the workshop that began before. {counted(self._workshop.answers, 'answer')} kept.")

    def _ask(self) -> None:
        """Say what is new since the last question."""
        prompt = self._workshop.prompt
        if prompt.block != self._block:
            self._voice.gap()
            self._voice.say(*block_lines(self._workshop))
            self._block, self._step = prompt.block, -1
        if prompt.step != self._step:
            self._voice.say(*step_lines(prompt))
            self._step, self._question = prompt.step, ""
        if prompt.ask.question == self._question:
            return
        self._voice.say(*question_lines(prompt.ask))
        self._question = prompt.ask.question
        if self._workshop.over:
            self._voice.say("To hear what was made, type: made. To leave, press Enter.")

    def _take(self, line: str) -> None:
        """Do what a line says: a command, a note, or an answer."""
        words = clean(line)
        if words.casefold() in self._commands:
            self._commands[words.casefold()]()
        elif moved := re.fullmatch(r"(go|people)(?: to)?[ :]+(\d{1,4})", words, re.IGNORECASE):
            number = int(moved[2])
            self._hear(self._workshop.go_to(number) if moved[1].lower() == "go"
                       else self._workshop.note("attendance", {"people": number}))
        elif line_of_the_day := on_the_day(words):
            self._on_the_day(*line_of_the_day)
        elif told := re.fullmatch(r"(copy|screen) *:(.+)", words, re.IGNORECASE):
            self._copy_or_show(told[1].casefold(), told[2].strip())
        elif filed := self._filed(words):
            self._picture(*filed)
        elif noted := re.fullmatch(r"(park|jargon|note) *:(.+)", words, re.IGNORECASE | re.DOTALL):
            self._note(noted[1].lower(), noted[2].strip())
        else:
            self._hear(self._workshop.answer(_unquoted(line)))

    @property
    def _commands(self) -> dict[str, Callable[[], None]]:
        shop = self._workshop
        return {
            "?": lambda: self._voice.say(*help_lines(shop.prompt.ask)),
            "help": lambda: self._voice.say(*help_lines(shop.prompt.ask)),
            "again": self._again,
            "back": lambda: self._hear(shop.undo()),
            "undo": lambda: self._hear(shop.undo()),
            "done": lambda: self._hear(shop.done()),
            "skip": lambda: self._hear(shop.skip(), "Skipped."),
            "time": lambda: self._voice.say(str(shop.timing)),
            "pause": lambda: self._hear(shop.pause(), "Paused. No time counts. Type carry on when you are ready."),
            "carry on": lambda: self._hear(shop.carry_on(), "Going on."),
            "list": self._list,
            "made": self._made,
            "slips": lambda: type_up(self._voice, asked_in(shop.script), shop.slips),
            "screen": lambda: self._voice.say(*point_second(shop)),
            "blank": lambda: self._voice.say(blank_second(shop)),
            "next": lambda: self._voice.say(*shop.now),
            "late": self._late,
            "spent": lambda: self._voice.say(*spent_lines(shop.spent)),
            "slow down": lambda: self._hear(shop.slow_down(), "We slow down. This part has 5 minutes more."),
            "hand over": lambda: self._voice.say(*shop.handover),
        }

    def _late(self) -> None:
        """Say what can be done about the time. Only what was said here can be taken."""
        self._offered = self._workshop.proposals
        self._voice.say(str(self._workshop.timing), *proposal_lines(self._offered))
        if self._offered:
            self._voice.say("To do one of them, type take and its number. Or just carry on.")

    def _on_the_day(self, what: str, number: int, rest: str) -> None:
        """Do what one of the lines for the day says."""
        shop = self._workshop
        match what:
            case "take" if 1 <= number <= len(self._offered):
                proposal, self._offered = self._offered[number - 1], ()
                self._hear(shop.take(proposal), f"Done. {proposal.words} To take it back, type back.")
            case "take":
                self._voice.say("There is no such proposal. Type late to hear them.")
            case "break":
                self._hear(shop.rest(number) if number else shop.rest(), "A break. Type carry on when people are back.")
            case "arrived":
                self._hear(shop.arrived(rest), arrival_words(shop.records))
            case "left":
                self._hear(shop.left(rest), "Noted. One person fewer is here.")
            case "count":
                self._hear(shop.count(rest), "Turns are counted, for you alone." if rest else "Turns are not counted here.")
            case "leads":
                self._hear(shop.take_over(rest), f"Noted. {rest} leads now. To hear how things stand, type hand over.")
            case _:
                self._hear(shop.strand(number, rest), "Noted. The room goes on when you say so.")

    def _note(self, kind: str, words: str) -> None:
        if kind == "jargon":
            term, _, meaning = words.partition("=")
            self._hear(self._workshop.note("term", {"term": term.strip(), "meaning": meaning.strip()}))
        else:
            self._hear(self._workshop.note("parked" if kind == "park" else "note", {"text": words}))

    def _copy_or_show(self, what: str, where: str) -> None:
        if what == "copy":
            self._copy(Path(where).expanduser())
        else:
            self._voice.say(*point_second(self._workshop, where))

    def _filed(self, words: str) -> tuple[str, str] | None:
        """The drawing and the file, where a line gives a drawing its picture."""
        if found := re.fullmatch(r"picture ([a-z]\d{1,3}) *:(.+)", words, re.IGNORECASE):
            return found[1], found[2]
        return dropped(words) if self._workshop.prompt.ask.makes == "drawing" else None

    def _picture(self, label: str, path: str) -> None:
        alt = self._voice.ask(ALT) or ""
        self._hear(self._workshop.picture(label, path, alt), f"Saved: the picture is with drawing {label.upper()}.")

    def _copy(self, into: Path) -> None:
        try:
            copy = self._workshop.copy(into, lambda done, total, name: None)
        except StoreProblem as problem:
            self._voice.say(str(problem))
        else:
            self._voice.say(f"A second copy was made and verified: {copy.folder}.")

    def _hear(self, kept: Answered, words: str = "") -> None:
        """Say what came of a command. "Saved" is said only when it is on the disk."""
        if isinstance(kept, Refusal):
            self._voice.say(str(kept))
            return
        if kept.event.kind != "answered":
            self._question = ""
        if words := words or self._workshop.undone(kept):
            self._voice.say(words)
        elif kept.added:
            self._voice.say(f"Saved: {saved_words(kept.added)}")
        else:
            self._voice.say("Saved.")

    def _again(self) -> None:
        self._block = -1

    def _list(self) -> None:
        here = self._workshop.prompt.block
        for place, block in enumerate(self._workshop.script.plan.blocks, 1):
            state = "now" if place == here else "before this" if place < here else "to come"
            self._voice.say(f"{place}. {block.title}. {counted(block.minutes, 'minute')}. {state.capitalize()}.")

    def _made(self) -> None:
        records = by_kind(self._workshop.outputs)
        for heading, group in records:
            self._voice.say(f"{heading}.", *(f"{place}. {credited(record)}" for place, record in enumerate(group, 1)))
        if not records:
            self._voice.say("Nothing yet.")

    def _leave(self) -> None:
        self._voice.gap()
        if self._workshop.over:
            self._voice.say(f"{counted(len(self._workshop.records), 'record')} kept. They stay in the programme folder.")
        else:
            self._voice.say(f"That is all for now. {counted(self._workshop.answers, 'answer')} kept.",
                            "Everything that was shown as saved is safe. Run it again to go on from here.")


def _unquoted(line: str) -> str:
    words = line.strip()
    inside = words[1:-1].strip()
    if len(words) > 1 and words[0] == words[-1] == '"' and inside.casefold() in _WORDS:
        return inside
    return line


_WORDS = {command for command, _ in COMMANDS} | {"help", "undo", "quit", "exit", "carry on", "break", "arrived", "left"}
