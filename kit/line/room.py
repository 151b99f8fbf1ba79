"""The second screen in plain lines: each change is said once, in full sentences, as it comes."""

import time
from collections.abc import Callable, Iterator

from kit.desk.secondscreen import POLL, SecondScreen
from kit.engine.calm import beside_digits, calm_words, digits
from kit.line.voice import Voice
from kit.model.wall import Page, RoomTime, Wall

_TOLD_AT = (0, 1, 2, 5, 10, 15, 20, 30)
"""Minutes left at which the time is said. It is not said each minute."""


def follow(second: SecondScreen, voice: Voice, look: str, wait: Callable[[], object] = lambda: time.sleep(POLL)) -> None:
    """Say every change until somebody presses Ctrl and C. `wait` passes the time between two looks."""
    teller = Teller(look)
    voice.say("This is the second screen, in words. Ctrl and C closes it.")
    while True:
        second.look()
        for line in teller.tell(second):
            voice.say(line)
        wait()


class Teller:
    """Remembers what was said last, so that only what is new is said."""

    def __init__(self, look: str) -> None:
        self._look = look
        self._wall: Wall | None = None
        self._trouble = ""
        self._time = -1

    def tell(self, second: SecondScreen) -> Iterator[str]:
        """The lines that are new."""
        if second.trouble != self._trouble:
            self._trouble = second.trouble
            yield second.trouble or "The programme can be read again."
        before, self._wall = self._wall, second.wall
        if second.wall.blank:
            if before is None or not before.blank:
                yield "The screen is blank."
            return
        if before is None or before.blank or before.page != second.wall.page:
            self._time = -1 if not _goes_on(before, second.wall) else self._time
            yield from _new(before.page if before and not before.blank else None, second.wall.page)
        yield from self._told_time(second.time)

    def _told_time(self, time: RoomTime | None) -> Iterator[str]:
        """How much time is left, where that is not what was said last. Another step says it anew."""
        mark = -1 if time is None else min((minutes for minutes in _TOLD_AT if time.left <= minutes), default=99)
        if mark != self._time and time is not None and self._look != "off":
            yield _spoken(time, self._look)
        self._time = mark


def _goes_on(before: Wall | None, now: Wall) -> bool:
    """Whether the room is still at the same words."""
    return before is not None and before.pages[0].words == now.pages[0].words


def _spoken(time: RoomTime, look: str) -> str:
    number = digits(time, look)
    return f"{number} {beside_digits(time, look)}." if number else calm_words(time)


def _new(before: Page | None, page: Page) -> Iterator[str]:
    """What a page says that the one before did not. On another page, everything."""
    same = before is not None and (before.heading, before.words) == (page.heading, page.words)
    if not same:
        yield from filter(None, (page.heading, *page.words.split("\n")))
    yield from (line for line in page.lines if not (same and before and line in before.lines))
    if page.picture and not same:
        yield "There is a picture of it."
    if page.question and not (same and before and before.question == page.question):
        yield page.question
