"""What the words of calls are made of."""

import argparse
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn, TypeAlias

from kit.commands import USAGE


class Parser(argparse.ArgumentParser):
    """A parser whose errors are sentences."""

    def error(self, message: str) -> NoReturn:
        """Say what is off and where help is; exit code 2."""
        from kit.commands.telling import narrate

        narrate(f"{message[:1].upper()}{message[1:300]}. For the right words, type: {self.prog} --help")
        raise SystemExit(USAGE)


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
"""What commands are added to."""


def programme(commands: Commands, family: str, name: str, does: str, command: str = "") -> Parser:
    """A command about one programme."""
    parser = add(commands, family, name, does, command)
    parser.add_argument("programme", help="name, code or folder")
    return parser


def paper(parser: Parser, *, several: bool) -> None:
    """Size of print and of paper."""
    profiles = ("clear", "large", "giant", "dyslexia", "easy")
    if several:
        parser.add_argument("--profile", nargs="+", choices=profiles, help="size of print; more than one can be given")
    else:
        parser.add_argument("--profile", choices=profiles, default="clear", help="size of print")
    parser.add_argument("--paper", choices=("A4", "Letter", "A5"), default=None if several else "A4")


def add(commands: Commands, family: str, name: str, does: str, command: str = "") -> Parser:
    """A command: the function `command`, or else `name`, of the module `kit.commands.<family>`."""
    parser = commands.add_parser(name, help=does, description=f"{does[:1].upper()}{does[1:]}.")
    common(parser, argparse.SUPPRESS)
    parser.set_defaults(family=family, command=command or name)
    return parser


def common(parser: Parser, default: object = None) -> None:
    """Words that every call may have, before the command or after it."""
    off = False if default is None else default
    parser.add_argument("--home", metavar="DIR", default=default, help="where programmes live (else KIT_HOME, else Documents)")
    parser.add_argument("--json", action="store_true", default=off, help="answer in JSON")
    parser.add_argument("--plain", action="store_true", default=off, help="full sentences, a line at a time: for screen readers")
    parser.add_argument("--no-mouse", action="store_true", default=off, help="leave the mouse to the terminal")


def seconds(text: str) -> float:
    """A number of seconds above 0, up to an hour."""
    with suppress(ValueError):
        if len(text) <= 12 and 0 < (number := float(text)) <= 3600:
            return number
    raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a number of seconds up to 3600")


def number(least: int, most: int) -> Callable[[str], int]:
    """Reads a whole number between two."""
    def read(text: str) -> int:
        if not text.isdecimal() or len(text) > 12 or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a number from {least} to {most}")
        return int(text)

    return read
