"""`kit`: the words of every call, and what it is handed to. Nothing heavy is imported before it is needed."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn, TypeAlias

from kit import __version__
from kit.commands import OK, PROBLEM, USAGE


class Parser(argparse.ArgumentParser):
    """A parser whose errors are sentences."""

    def error(self, message: str) -> NoReturn:
        """Say what is off and where help is; exit code 2."""
        from kit.commands.telling import narrate

        narrate(f"{message[:1].upper()}{message[1:300]}. For the right words, type: {self.prog} --help")
        raise SystemExit(USAGE)


def main(words: Sequence[str] | None = None) -> int:
    """Run one call of `kit` and give its exit code. A fault of the kit's own is told without anybody's words."""
    from kit.store.problem import StoreProblem

    try:
        call = _parser().parse_args(words)
        return _command(call.family, call.command)(call)
    except StoreProblem as problem:
        from kit.commands.telling import narrate

        narrate(str(problem))
        return PROBLEM
    except (KeyboardInterrupt, BrokenPipeError):
        _let_go_of_output()
        return OK
    except Exception as error:
        from kit.commands.telling import narrate

        narrate(own_fault(error))
        return PROBLEM


def own_fault(error: BaseException) -> str:
    """A sentence about a fault of the kit's own: its kind and its place, and nothing that anybody said."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_globals.get('__name__', '?')}, line {trace.tb_lineno}" if trace else "an unknown place"
    return (f"Something went wrong in the kit itself ({type(error).__name__} in {place}). "
            "Everything that was shown as saved is safe.")


def _command(family: str, name: str) -> Callable[[argparse.Namespace], int]:
    """A command of `kit.commands`, by its module and its name; only that module is loaded."""
    command: Callable[[argparse.Namespace], int] = getattr(import_module(f"kit.commands.{family}"), name)
    return command


def _let_go_of_output() -> None:
    """Whoever read our output has gone: leave without a word about it."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> Parser:
    parser = Parser(prog="kit", description="Plan a workshop, print what the room needs, run the room, keep what it made. "
                    "With no command: the app. Nothing is ever sent anywhere.")
    parser.add_argument("--version", action="version", version=f"Workshop Kit {__version__}")
    _common(parser)
    parser.set_defaults(family="running", command="app")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)
    _looking(commands)
    _making(commands)
    run = _add(commands, "running", "run", "run a workshop, or go on with the one that is not over")
    run.add_argument("programme", nargs="?", help="name, code or folder; not needed where there is only one")
    run.add_argument("--plan", metavar="ID", help="which plan of the programme")
    run.add_argument("--new", action="store_true", help="begin anew, even if a workshop is not over")
    return parser


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def _looking(commands: Commands) -> None:
    _add(commands, "looking", "programmes", "list your programmes")
    _add(commands, "looking", "templates", "list the plans a programme can start from")
    _add(commands, "looking", "activities", "list the activities")
    _add(commands, "looking", "practices", "say which practices are served, and by what")
    outputs = _add(commands, "looking", "outputs", "say what the room made")
    outputs.add_argument("programme", help="name, code or folder")
    check = _add(commands, "looking", "check", "say what is wrong with a plan, an activity or a folder")
    check.add_argument("path", help="the file or folder")
    check.add_argument("--strict", choices=("words",), help="words: a text that may be hard to read is a problem too")


def _making(commands: Commands) -> None:
    new = _add(commands, "making", "new", "make a programme folder")
    new.add_argument("name", help="what the programme is called")
    new.add_argument("--from", dest="template", metavar="TEMPLATE", default="first-meeting", help="see: kit templates")
    rehearse = _add(commands, "making", "rehearse", "play a whole workshop with made-up people, and print its sheets")
    rehearse.add_argument("template", nargs="?", default="sixty-minute-drawing", help="see: kit templates")
    rehearse.add_argument("--people", type=_number(1, 500), default=12, help="how many made-up people (12)")
    rehearse.add_argument("--seed", type=_number(0, 10**9), default=1, help="the same seed gives the same rehearsal (1)")
    _paper(rehearse, several=False)
    printing = _add(commands, "making", "print", "print the sheets a workshop needs", command="print_")
    printing.add_argument("programme", help="name, code or folder")
    printing.add_argument("what", nargs="*", help="which sheets, such as agenda; all that the plan needs if left out")
    printing.add_argument("--people", type=_number(0, 500), default=0, help="people to print for")
    printing.add_argument("--notes", action="store_true", help="put private notes on the run sheet")
    printing.add_argument("--sample", action="store_true", help="every sheet there is, with made-up words")
    printing.add_argument("--pocket", action="store_true", help="also print codes that hold a sheet's text, for phones")
    printing.add_argument("--layout", metavar="FILE", help="write where each box and code stands on paper, as JSON")
    printing.add_argument("--format", choices=("pdf", "html", "text"), default="pdf")
    printing.add_argument("--out", metavar="DIR", help="another folder than the programme's own prints")
    _paper(printing, several=True)
    capture = _add(commands, "making", "capture", "keep one record for each line of standard input")
    capture.add_argument("programme", help="name, code or folder")
    capture.add_argument("--kind", default="thought", help="what each line is, such as thought, parked, need, term")


def _paper(parser: Parser, *, several: bool) -> None:
    profiles = ("clear", "large", "giant", "dyslexia", "easy")
    if several:
        parser.add_argument("--profile", nargs="+", choices=profiles, help="size of print; more than one can be given")
    else:
        parser.add_argument("--profile", choices=profiles, default="clear", help="size of print")
    parser.add_argument("--paper", choices=("A4", "Letter", "A5"), default=None if several else "A4")


def _add(commands: Commands, family: str, name: str, does: str, command: str = "") -> Parser:
    parser = commands.add_parser(name, help=does, description=f"{does[:1].upper()}{does[1:]}.")
    _common(parser, argparse.SUPPRESS)
    parser.set_defaults(family=family, command=command or name)
    return parser


def _common(parser: Parser, default: object = None) -> None:
    """Words that every call may have, before the command or after it."""
    off = False if default is None else default
    parser.add_argument("--home", metavar="DIR", default=default, help="where programmes live (else KIT_HOME, else Documents)")
    parser.add_argument("--json", action="store_true", default=off, help="answer in JSON")
    parser.add_argument("--plain", action="store_true", default=off, help="full sentences, a line at a time: for screen readers")
    parser.add_argument("--no-mouse", action="store_true", default=off, help="leave the mouse to the terminal")


def _number(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not text.isdecimal() or len(text) > 12 or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a number from {least} to {most}")
        return int(text)

    return read
