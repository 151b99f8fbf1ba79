"""`kit`: the words of every call, and what it is handed to. Nothing heavy is imported before it is needed."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module

from kit import __version__
from kit.calls.parts import Parser, common
from kit.commands import OK, PROBLEM, USAGE


def main(words: Sequence[str] | None = None) -> int:
    """Run one call of `kit` and give its exit code. A fault of the kit's own is told without anybody's words."""
    from kit.commands.telling import narrate, narrate_problem, speak_utf8
    from kit.store.problem import NoSuchThing, StoreProblem

    speak_utf8()
    talking = False
    given = sys.argv[1:] if words is None else list(words)
    try:
        call = _call(_parser(all_commands=not set(given) <= _OF_THE_APP), given)
        talking = call.family == "running"
        return _command(call.family, call.command)(call)
    except StoreProblem as problem:
        narrate_problem(problem, given)
        return USAGE if isinstance(problem, NoSuchThing) else PROBLEM
    except KeyboardInterrupt:
        if not talking:
            narrate("Stopped before the end. What was finished by then is there; the rest is not.")
        return OK if talking else PROBLEM
    except BrokenPipeError:
        _let_go_of_output()
        return OK
    except Exception as error:
        narrate(own_fault(error))
        return PROBLEM


def _call(parser: Parser, given: Sequence[str]) -> argparse.Namespace:
    """The call, where files may stand after its options too."""
    call, more = parser.parse_known_args(given)
    if more and (not hasattr(call, "files") or any(word.startswith("-") for word in more)):
        parser.error(f"unrecognized arguments: {' '.join(more)}")
    if more:
        call.files = [*call.files, *more]
    return call


def own_fault(error: BaseException) -> str:
    """A sentence about a fault of the kit's own: its kind and its place in our code, and nothing that anybody said."""
    trace, place = error.__traceback__, "an unknown place"
    while trace:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.partition(".")[0] in ("kit", "printables"):
            place = f"{module}, line {trace.tb_lineno}"
        trace = trace.tb_next
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


_OF_THE_APP = frozenset({"--plain", "--no-mouse"})
"""Words with which no command is named. Then no command's words are read: the first screen does not wait for them."""

FAMILIES = ("looking.looking", "making.making", "keeping.keeping", "keeping.joining", "planning.planning", "planning.staging",
            "running.timekeeping",
            "running.deciding", "looking.reflecting", "running.running")
"""The families of commands in the order in which the help tells them: a module of `kit.calls` and its function."""


def _parser(*, all_commands: bool = True) -> Parser:
    parser = Parser(prog="kit", description="Plan a workshop, print what the room needs, run the room, keep what it made. "
                    "With no command: the app. Nothing is ever sent anywhere.")
    parser.add_argument("--version", action="version", version=f"Workshop Kit {__version__}")
    common(parser)
    parser.set_defaults(family="running", command="app")
    if not all_commands:
        return parser
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)
    for family in FAMILIES:
        module, name = family.split(".")
        getattr(import_module(f"kit.calls.{module}"), name)(commands)
    return parser
