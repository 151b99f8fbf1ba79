"""The words of calls about a plan."""

from kit.calls.parts import Commands, Parser, programme


def planning(commands: Commands) -> None:
    """Looking at a plan and changing it."""
    plan = commands.add_parser("plan", help="look at a plan and change it", description="Look at a plan and change it.")
    actions = plan.add_subparsers(title="what to do", metavar="ACTION", parser_class=Parser, required=True)
    _plan(actions, "show", "show a plan with its times")
    _plan(actions, "look", "say everything about a block, and what happens in it", "block")
    _plan(actions, "find", "find activities to add, by words and filters").add_argument(
        "words", nargs="+", help="words, or min:20, people:12, load:low, power:chance, practice:34")
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
    _plan(actions, "load", "show how heavy each part may be on people")
    incoming = _plan(actions, "import", "take in a plan from CSV, XLSX or TOML", "file", command="import_")
    incoming.add_argument("--map", nargs="+", default=[], metavar="PART=HEADING", help="which column is what: title=Session")
    out = _plan(actions, "export", "write a plan as TOML, CSV, XLSX, Markdown (.md) or a calendar (.ics)", "file")
    out.add_argument("--notes", action="store_true", help="with your private notes")
    out.add_argument("--date", default="", help="the day of the workshop, for a calendar; today if left out")


def _plan(actions: Commands, name: str, does: str, what: str = "", command: str = "") -> Parser:
    parser = programme(actions, "planning", name, does, command)
    if what:
        parser.add_argument(what, help="its number, such as 3 or 2.a.1, or its id" if what == "block" else "the file")
    parser.add_argument("--plan", metavar="ID", default="", help="which plan of the programme; its first if left out")
    return parser


def staging(commands: Commands) -> None:
    """The line of workshops."""
    stages = programme(commands, "staging", "stages", "look at a programme's line of workshops, and change it")
    stages.add_argument("act", nargs="?", default="show",
                        choices=("show", "add", "set", "move", "done", "open", "remove", "workshop"))
    stages.add_argument("words", nargs="*", metavar="WORDS", help="a stage by number or id; for set and add also NAME=VALUE; for "
                                                                 "workshop a template or plan to copy, and a title")
