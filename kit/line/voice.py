"""How the plain front end speaks and listens: full sentences, one line at a time, no redraw, no colour, no symbols."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from getpass import getpass

from kit.model.text import clean

LEAVES = frozenset({"0", "back", "quit", "stop", "exit"})
"""What leaves a talk or a list."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Where lines go, and where answers come from."""

    write: Callable[[str], None]
    """Shows some text at once."""
    listen: Callable[[], str | None]
    """The next line somebody typed, without its line end; None where there are no more."""
    listen_unseen: Callable[[], str | None] | None = None
    """The same without showing what is typed, where the terminal can do that."""

    def say(self, *lines: str) -> None:
        """Say each line that is not empty."""
        for line in lines:
            if line:
                self.write(clean(line) + "\n")

    def gap(self) -> None:
        """An empty line before something new."""
        self.write("\n")

    def ask(self, words: str) -> str | None:
        """Say a question and give back the line that answers it."""
        self.say(words)
        return self.listen()

    def lines(self) -> Iterator[str]:
        """Each line somebody types, until they end or one leaves."""
        while (line := self.listen()) is not None and line.strip().casefold() not in LEAVES:
            yield line.strip()

    def help(self, commands: Iterable[tuple[str, str]]) -> None:
        """Say what can be typed, and what each does."""
        self.say(*(f"{typed}. {does[:1].upper()}{does[1:]}." for typed, does in commands))

    def ask_unseen(self, words: str) -> str | None:
        """The same for a passphrase: what is typed is not shown, where the terminal can do that."""
        self.say(words)
        return (self.listen_unseen or self.listen)()


def terminal_voice() -> Voice:
    """Standard input and output. Where both are a terminal, each answer is asked for with a word."""
    here = sys.stdin.isatty() and sys.stdout.isatty()
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")

    def write(text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()

    def listen() -> str | None:
        if here:
            write("Answer: ")
        line = sys.stdin.readline()
        return line.rstrip("\r\n") if line else None

    return Voice(write, listen, (lambda: getpass("Answer, not shown: ")) if here else None)
