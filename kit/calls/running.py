"""The words of calls for the day: run, the second screen, the time, decisions."""

from kit.calls.parts import Commands, add, number, programme, way


def running(commands: Commands) -> None:
    """Run a workshop, and the second screen."""
    run = add(commands, "running", "run", "run a workshop, or go on with the one that is not over")
    run.add_argument("programme", nargs="?", help="name, code or folder; not needed where there is only one")
    run.add_argument("--plan", metavar="ID", help="which plan of the programme")
    run.add_argument("--site", default="", help="where it takes place, where one plan is run at several sites")
    run.add_argument("--new", action="store_true", help="begin anew, even if a workshop is not over")
    room = add(commands, "running", "room", "the second screen: what the whole room may see, while another window runs it")
    room.add_argument("programme", nargs="?", help="name, code or folder; not needed where there is only one")
    room.add_argument("--browser", action="store_true", help="as a page for a browser on this laptop, with the real pictures")
    room.add_argument("--port", type=number(1024, 65535), default=0, help="the page's port; any that is free if left out")
    room.add_argument("--clock", choices=("left", "used", "words", "shape", "off"), default="",
                      help="minutes left or used, words or a shape without digits, or no clock; as the settings say if left out")


def timekeeping(commands: Commands) -> None:
    """Where a running workshop stands."""
    now = programme(commands, "timekeeping", "next", "say what is now, what is next and how the time stands", command="next_")
    now.add_argument("--say", nargs="+", default=[], metavar="LINE", help="give the workshop these lines, as in plain mode")
    late = programme(commands, "timekeeping", "late", "say what can be done where the day is late, or time is left")
    late.add_argument("--take", type=number(1, 9), default=0, metavar="N", help="go on as the proposal of this number says")
    programme(commands, "timekeeping", "spent", "say how long each part took, beside what was planned")


def deciding(commands: Commands) -> None:
    """The decision register and promises."""
    decisions = programme(commands, "deciding", "decisions", "say what was decided, by whom and how, and who saw it another way")
    way(decisions)
    promises = programme(commands, "deciding", "promises", "say who will do what by when, or what came of one promise")
    promises.add_argument("number", nargs="?", type=number(1, 9999), default=0, help="a promise's number in the list")
    promises.add_argument("state", nargs="?", choices=("open", "done", "could-not"), default=None, help="what it is at now")
    promises.add_argument("--why", metavar="WORDS", default="", help="why it could not be done, or what came of it")
    promises.add_argument("--told", metavar="WORDS", default="", help="who was told, and when")
