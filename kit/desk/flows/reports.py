"""Reports and exports as a talk: which one, in which form, where to; and who was not there."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from kit.desk.exporting import FORMS as TABLES
from kit.desk.exporting import export
from kit.desk.flows import Do, Line, Pick, Talk, Tell, menu
from kit.desk.reporting import FORMS, Reported, Wanted, report, report_words, say_who_was_absent
from kit.desk.world import World
from kit.model.text import counted
from kit.store import Programme

_FORMS = {"html": "A page for a browser", "pdf": "A PDF to print", "docx": "A document to write on in",
          "text": "Plain text"}
_WHERE = "Which folder? Enter alone for the programme's own prints. A memory stick is a folder too."


def reports(programme: Programme, world: World) -> Talk:
    """The list."""
    from kit.desk.reports import KINDS

    def rows() -> list[tuple[str, str, Callable[[], Talk]]]:
        each = [(kind.title, kind.about, partial(_one, programme, kind.name, world)) for kind in KINDS.values()]
        return [*each, ("Say who was not there", "every report tells it", partial(_absent, programme, world)),
                ("Export for other programs", ", ".join(TABLES), partial(_export, programme, world))]

    return menu(lambda: "Reports and exports", rows)


def _one(programme: Programme, kind: str, world: World) -> Talk:
    ways = ["Read it here", *(_FORMS[form] for form in FORMS)]
    asks = [] if kind == "log" else ["Drafts on paper, for the people who are quoted"]
    place = yield Pick("How would you like it?", (*ways, *asks), ("Only what people let go this far is in it.",))
    if place == 0:
        words = yield Do("Gathering", lambda progress: report_words(programme, Wanted(kind), world))
        yield Tell("The report", tuple(words.split("\n")))
    elif place is not None:
        drafts = place == len(ways)
        wanted = Wanted(kind, "pdf" if drafts else FORMS[place - 1], drafts=drafts)
        yield from _written(programme, wanted, world)
    return None


def _written(programme: Programme, wanted: Wanted, world: World) -> Talk:
    where = yield Line("Where to", _WHERE, may_be_empty=True)
    if where is not None:
        out = Path(where.strip()).expanduser() if where.strip() else None
        done: Reported = yield Do("Writing", lambda progress: report(programme, wanted, out, world))
        yield Tell("Written", (str(done.path), kept_back(done.kept_back)))
    return None


def kept_back(count: int) -> str:
    """How many things a report leaves out, in a sentence."""
    return f"{counted(count, 'thing stays', 'things stay')} here, as people chose." if count else "Nothing was kept back."


def _absent(programme: Programme, world: World) -> Talk:
    words = yield Line("Who was not there", "Who was not there, and what kept them away? Name nobody.")
    if words is not None:
        yield Do("Saving", lambda progress: say_who_was_absent(programme, words, world))
        yield Tell("Saved", ("It stands in every report from now on.",))
    return None


def _export(programme: Programme, world: World) -> Talk:
    forms = tuple(TABLES)
    place = yield Pick("In which form?", forms, ("Only what people let go into reports is in it.",))
    where = None if place is None else (yield Line("Where to", "Which folder?"))
    if where is not None:
        out = Path(where.strip()).expanduser()
        done = yield Do("Writing", lambda progress: export(programme, forms[place], out, world))
        yield Tell("Written", (done.words, *(str(path) for path in done.files)))
    return None
