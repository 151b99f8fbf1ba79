"""What the words of calls are made of."""

import argparse
from typing import NoReturn, TypeAlias

from kit.commands import USAGE
from kit.commands.numbers import number, seconds

__all__ = ["Commands", "Parser", "add", "common", "number", "paper", "programme", "seconds", "way"]


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


def way(parser: Parser) -> None:
    """Which way out: only what may go that way is told."""
    parser.add_argument("--for", dest="way", choices=("screen", "room", "paper", "bundle", "report", "export", "public"),
                        default="screen", help="only what may go out that way")
