"""The words of `kit reflect` (what to look at, what to add) and of `kit frameworks`."""

from argparse import ArgumentParser


def of_reflect(reflect: ArgumentParser) -> None:
    """Give the call its words."""
    _looking(reflect)
    _coding(reflect)
    _theming(reflect)
    _changing(reflect)


def of_frameworks(frameworks: ArgumentParser) -> None:
    """Give the call its words."""
    frameworks.add_argument("name", nargs="?", default="", help="a framework's id; all of them if left out")
    frameworks.add_argument("--programme", default="", help="with the frameworks of this programme's own folder")


def _looking(reflect: ArgumentParser) -> None:
    reflect.add_argument("what", nargs="?", default="timeline", help="timeline, search, gallery, changes, questions, coding, "
                         "matrix, thin, agreement, themes, codebook, sites, feedback, about; "
                         "or code, theme, change, author to add something")
    reflect.add_argument("words", nargs="*",
                         help="what to look for; ids of frameworks; a letter, a sheet's code or a record's id")
    reflect.add_argument("--for", dest="way", choices=("screen", "room", "paper", "bundle", "report", "export", "public"),
                         default="screen", help="only what may go out that way")


def _coding(reflect: ArgumentParser) -> None:
    reflect.add_argument("--code", default="", help="code: the id or name of a principle, or fits-no-principle")
    reflect.add_argument("--framework", default="", help="code: the framework it belongs to, where more than one has it")
    reflect.add_argument("--own", default="", metavar="NAME", help="code: a code of your own")
    reflect.add_argument("--ticks", action="append", default=[], metavar="ROW",
                         help="code: a row of a paper sheet, as ukspi-2019=1e,2p,4x")
    reflect.add_argument("--level", default="evident", help="code: evident, partly, not yet, worked against, not applicable")
    reflect.add_argument("--note", default="", help="code: words beside it")
    reflect.add_argument("--passage", default="", help="code: the passage, in its own words")
    reflect.add_argument("--chars", default="", metavar="FROM-TO", help="code: the passage by its characters, from 0")
    reflect.add_argument("--by", default="", help="code: self, other or together; theme: who confirms it")
    reflect.add_argument("--coder", default="", help="code: a letter or a number for whoever coded")


def _theming(reflect: ArgumentParser) -> None:
    reflect.add_argument("--card", action="append", default=[], metavar="ID", help="theme: put a record under it")
    reflect.add_argument("--status", default="", help="theme: draft, confirmed, merged or rejected")
    reflect.add_argument("--under", default="", metavar="NAME", help="theme: it belongs under this one")
    reflect.add_argument("--into", default="", metavar="NAME", help="theme: it becomes part of this one")
    reflect.add_argument("--cross", action="store_true", help="theme: it cuts across the others")
    reflect.add_argument("--why", default="", help="theme: why it is dropped")
    reflect.add_argument("--visible", choices=("group", "report", "public"), help="theme: who may see it")


def _changing(reflect: ArgumentParser) -> None:
    reflect.add_argument("--did", default="", metavar="WORDS", help="change: what we did")
    reflect.add_argument("--could-not", default="", metavar="WORDS", help="change: why we could not")
    reflect.add_argument("--next", default="", metavar="WORDS", help="change: where it will be seen, such as the next workshop")
    reflect.add_argument("--from", dest="answers", action="append", default=[], metavar="ID",
                         help="change: the answer that it comes from")
