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
from kit.desk.defaults import DEFAULT_TEMPLATE, PRACTICE_TEMPLATE


class Parser(argparse.ArgumentParser):
    """A parser whose errors are sentences."""

    def error(self, message: str) -> NoReturn:
        """Say what is off and where help is; exit code 2."""
        from kit.commands.telling import narrate

        narrate(f"{message[:1].upper()}{message[1:300]}. For the right words, type: {self.prog} --help")
        raise SystemExit(USAGE)


def main(words: Sequence[str] | None = None) -> int:
    """Run one call of `kit` and give its exit code. A fault of the kit's own is told without anybody's words."""
    from kit.commands.telling import narrate, speak_utf8
    from kit.store.problem import NoSuchThing, StoreProblem

    speak_utf8()
    talking = False
    try:
        given = sys.argv[1:] if words is None else list(words)
        call = _parser(all_commands=not set(given) <= _OF_THE_APP).parse_args(given)
        talking = call.family == "running"
        return _command(call.family, call.command)(call)
    except StoreProblem as problem:
        narrate(str(problem))
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


def _parser(*, all_commands: bool = True) -> Parser:
    parser = Parser(prog="kit", description="Plan a workshop, print what the room needs, run the room, keep what it made. "
                    "With no command: the app. Nothing is ever sent anywhere.")
    parser.add_argument("--version", action="version", version=f"Workshop Kit {__version__}")
    _common(parser)
    parser.set_defaults(family="running", command="app")
    if not all_commands:
        return parser
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)
    _looking(commands)
    _making(commands)
    _keeping(commands)
    _joining(commands)
    _planning(commands)
    _timekeeping(commands)
    run = _add(commands, "running", "run", "run a workshop, or go on with the one that is not over")
    run.add_argument("programme", nargs="?", help="name, code or folder; not needed where there is only one")
    run.add_argument("--plan", metavar="ID", help="which plan of the programme")
    run.add_argument("--new", action="store_true", help="begin anew, even if a workshop is not over")
    room = _add(commands, "running", "room", "the second screen: what the whole room may see, while another window runs it")
    room.add_argument("programme", nargs="?", help="name, code or folder; not needed where there is only one")
    room.add_argument("--browser", action="store_true", help="as a page for a browser on this laptop, with the real pictures")
    room.add_argument("--port", type=_number(1024, 65535), default=0, help="the page's port; any that is free if left out")
    room.add_argument("--clock", choices=("left", "used", "words", "shape", "off"), default="",
                      help="minutes left or used, words or a shape without digits, or no clock; as the settings say if left out")
    return parser


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def _looking(commands: Commands) -> None:
    _add(commands, "looking", "programmes", "list your programmes")
    _add(commands, "looking", "templates", "list the plans a programme can start from")
    _add(commands, "looking", "activities", "list the activities")
    _add(commands, "looking", "practices", "say which practices are served, and by what")
    outputs = _add(commands, "looking", "outputs", "say what the room made")
    outputs.add_argument("programme", help="name, code or folder")
    outputs.add_argument("--for", dest="way", choices=("screen", "room", "paper", "bundle", "report", "export", "public"),
                         default="screen", help="only what may go out that way")
    check = _add(commands, "looking", "check", "say what is wrong with a plan or an activity, or hard to read on sheets")
    check.add_argument("path", help="the file or folder, or a programme's name, code or folder")
    check.add_argument("--add-terms", action="store_true", help="ask what hard words mean, for the programme's glossary")
    check.add_argument("--strict", choices=("words",), help="words: a text that may be hard to read is a problem too")


def _making(commands: Commands) -> None:
    new = _add(commands, "making", "new", "make a programme folder")
    new.add_argument("name", help="what the programme is called")
    new.add_argument("--from", dest="template", metavar="TEMPLATE", default=DEFAULT_TEMPLATE, help="see: kit templates")
    rehearse = _add(commands, "making", "rehearse", "play a whole workshop with made-up people, and print its sheets")
    rehearse.add_argument("template", nargs="?", default=PRACTICE_TEMPLATE, help="see: kit templates")
    rehearse.add_argument("--people", type=_number(1, 500), default=12, help="how many made-up people (12)")
    rehearse.add_argument("--seed", type=_number(0, 10**9), default=1, help="the same seed gives the same rehearsal (1)")
    _paper(rehearse, several=False)
    printing = _add(commands, "making", "print", "print the sheets a workshop needs", command="print_")
    printing.add_argument("programme", help="name, code or folder")
    printing.add_argument("what", nargs="*", help="which sheets, such as agenda; all that the plan needs if left out")
    printing.add_argument("--people", type=_number(0, 500), default=0, help="people to print for")
    printing.add_argument("--plan", metavar="ID", default="", help="which plan; the one running or next if left out")
    printing.add_argument("--notes", action="store_true", help="put private notes on the run sheet")
    printing.add_argument("--sample", action="store_true", help="every sheet there is, with made-up words")
    printing.add_argument("--preview", action="store_true", help="say what comes: copies, pages, paper; print nothing")
    printing.add_argument("--pocket", action="store_true", help="also print codes that hold a sheet's text, for phones")
    printing.add_argument("--layout", metavar="FILE", help="write where each box and code stands on paper, as JSON")
    printing.add_argument("--format", choices=("pdf", "html", "text"), default="pdf")
    printing.add_argument("--language", choices=("en-GB", "cy", "pl", "ar", "ur", "hi", "bn"),
                          help="language of the kit's own words on agenda, glossary and feedback card")
    printing.add_argument("--out", metavar="DIR", help="another folder than the programme's own prints")
    _paper(printing, several=True)
    seat = _add(commands, "seating", "seat", "plan who sits where in each round")
    seat.add_argument("file", help="a programme, or a JSON file with people, tables, rounds and wishes")
    seat.add_argument("--table", action="append", default=[], metavar="WORDS",
                      help="of a programme: a table and what it offers, such as “step-free, near the door”; once for each table")
    seat.add_argument("--rounds", type=_number(0, 20), default=0, help="of a programme: rounds; as many as the plan mixes tables")
    seat.add_argument("--seconds", type=_seconds, default=5.0, help="how long to look for a better plan (5)")
    seat.add_argument("--seed", type=_number(0, 10**9), default=1, help="the same seed gives the same plan (1)")
    capture = _add(commands, "making", "capture", "keep one record for each line of standard input")
    capture.add_argument("programme", help="name, code or folder")
    capture.add_argument("--kind", default="thought", help="what each line is, such as thought, parked, need, term")


def _keeping(commands: Commands) -> None:
    consent = _programme(commands, "keeping", "consent", "write down what somebody says about a thing they made")
    consent.add_argument("code", nargs="?", default="", help="the code on the slip, or a record's id")
    consent.add_argument("--workshop", metavar="ID", default="", help="all that a workshop made")
    consent.add_argument("--visible", choices=("me", "group", "report", "public"), help="who may see it")
    consent.add_argument("--named", choices=("real", "chosen", "letter", "none"), help="how its maker is named")
    consent.add_argument("--as", dest="name", metavar="NAME", default="", help="that name")
    consent.add_argument("--keep-until", metavar="DATE", default="", help="such as 2027-03-31")
    consent.add_argument("--withdraw-until", metavar="DATE", default="", help="until when it can be taken back")
    consent.add_argument("--withdraw", action="store_true", help="take it back: it goes out on no way any more")
    consent.add_argument("--slip", metavar="CODE", default="", help="the consent slip that says so; its code takes it back too")
    consent.add_argument("--by", default="the facilitator", help="who writes this down")
    consent.add_argument("--wording", metavar="ID", default="spoken-1", help="which words were read out")
    forget = _programme(commands, "keeping", "forget", "erase a person, one thing or a workshop from every file")
    forget.add_argument("who", nargs="?", default="", help="a name that was given, the code on a slip, or a record's id")
    forget.add_argument("--workshop", metavar="ID", default="", help="a whole workshop")
    forget.add_argument("--names", action="store_true", help="only the key from makers to names; what they made stays")
    doctor = _programme(commands, "keeping", "doctor", "look at every file: whole, damaged, what is missing")
    doctor.add_argument("--copy", metavar="DIR", help="make a second copy there, and verify it")
    people = _programme(commands, "keeping", "people", "take in people from a table (CSV or XLSX)")
    people.add_argument("file", help="the table; headers in any order")
    lock = _programme(commands, "locking", "lock", "set a passphrase, or another one")
    lock.add_argument("--sheet", metavar="FILE", help="also write the recovery sheet as a PDF in large print")
    unlock = _programme(commands, "locking", "unlock", "take the passphrase off")
    unlock.add_argument("--check", action="store_true", help="only see whether the passphrase is right")


def _joining(commands: Commands) -> None:
    bundle = _programme(commands, "joining", "bundle", "put a programme into one file, for another laptop")
    bundle.add_argument("file", help="the file to make, such as ours.kitbundle")
    bundle.add_argument("--sealed", action="store_true", help="seal the file with a passphrase")
    unbundle = _add(commands, "joining", "unbundle", "make a programme folder from a bundle, or join it to the one that is here")
    unbundle.add_argument("file", help="the bundle")
    merge = _programme(commands, "joining", "merge", "join another folder, or a bundle, of the same programme to this one")
    merge.add_argument("other", nargs="?", default="", help="the other folder or bundle")
    merge.add_argument("--choose", metavar="ID", default="", help="settle a conflict: this record stands")


def _planning(commands: Commands) -> None:
    plan = commands.add_parser("plan", help="look at a plan and change it", description="Look at a plan and change it.")
    actions = plan.add_subparsers(title="what to do", metavar="ACTION", parser_class=Parser, required=True)
    _plan(actions, "show", "show a plan with its times")
    add = _plan(actions, "add", "add a block: an activity by its id, or a plain block by its title")
    add.add_argument("what", help="see: kit activities")
    add.add_argument("parts", nargs="*", metavar="NAME=VALUE", help="such as minutes=1h30 lead=Sam")
    add.add_argument("--at", default="", help="where: 3, or 3.a.1 in a strand; at the end if left out")
    change = _plan(actions, "set", "set parts of a block, such as minutes=+5 or pin=12:30", "block", command="set_")
    change.add_argument("parts", nargs="+", metavar="NAME=VALUE", help="what to set; for the whole plan the block is: day")
    _plan(actions, "move", "move a block to another place", "block").add_argument("to", help="where it should stand")
    _plan(actions, "copy", "put the same block in once more", "block")
    _plan(actions, "split", "let groups do a block side by side", "block").add_argument("groups", nargs="+", help="their names")
    _plan(actions, "park", "keep a block for another time", "block")
    _plan(actions, "remove", "take a block out", "block")
    _plan(actions, "undo", "take back the last change, as often as you like")
    _plan(actions, "redo", "do again what was undone")
    _plan(actions, "warnings", "say what to look at again")
    incoming = _plan(actions, "import", "take in a plan from CSV, XLSX or TOML", "file", command="import_")
    incoming.add_argument("--map", nargs="+", default=[], metavar="PART=HEADING", help="which column is what: title=Session")
    out = _plan(actions, "export", "write a plan as TOML, CSV, XLSX, Markdown (.md) or a calendar (.ics)", "file")
    out.add_argument("--notes", action="store_true", help="with your private notes")
    out.add_argument("--date", default="", help="the day of the workshop, for a calendar; today if left out")


def _timekeeping(commands: Commands) -> None:
    now = _programme(commands, "timekeeping", "next", "say what is now, what is next and how the time stands", command="next_")
    now.add_argument("--say", nargs="+", default=[], metavar="LINE", help="give the workshop these lines, as in plain mode")
    late = _programme(commands, "timekeeping", "late", "say what can be done where the day is late, or time is left")
    late.add_argument("--take", type=_number(1, 9), default=0, metavar="N", help="go on as the proposal of this number says")
    _programme(commands, "timekeeping", "spent", "say how long each part took, beside what was planned")


def _plan(actions: Commands, name: str, does: str, what: str = "", command: str = "") -> Parser:
    parser = _programme(actions, "planning", name, does, command)
    if what:
        parser.add_argument(what, help="its number, such as 3 or 2.a.1, or its id" if what == "block" else "the file")
    parser.add_argument("--plan", metavar="ID", default="", help="which plan of the programme; its first if left out")
    return parser


def _programme(commands: Commands, family: str, name: str, does: str, command: str = "") -> Parser:
    parser = _add(commands, family, name, does, command)
    parser.add_argument("programme", help="name, code or folder")
    return parser


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


def _seconds(text: str) -> float:
    with suppress(ValueError):
        if len(text) <= 12 and 0 < (seconds := float(text)) <= 3600:
            return seconds
    raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a number of seconds up to 3600")


def _number(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not text.isdecimal() or len(text) > 12 or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a number from {least} to {most}")
        return int(text)

    return read
