"""The words of calls that look, look back and send out."""

from kit.calls.parts import Commands, Parser, add, paper, programme, way


def looking(commands: Commands) -> None:
    """Lists, outputs and checks."""
    add(commands, "looking", "programmes", "list your programmes")
    add(commands, "looking", "templates", "list what a programme can start from: whole programmes, and plans")
    activities = add(commands, "looking", "activities", "list the activities by family, or tell all about one")
    activities.add_argument("words", nargs="*", help="an activity's id; or words and filters, such as family:caring min:20 power")
    add(commands, "looking", "practices", "say which practices are served, and by what")
    decks = add(commands, "reference", "decks", "list the decks of question cards, or the cards of one")
    decks.add_argument("deck", nargs="?", default="", help="id of a deck")
    glossary = add(commands, "reference", "glossary", "say what a hard word means, in plain words")
    glossary.add_argument("word", nargs="?", default="", help="the word, or a part of it; all words if left out")
    export = programme(commands, "exporting", "export", "what may go to other programs, in forms that they open")
    export.add_argument("into", help="the folder to write into")
    export.add_argument("--form", default="csv",
                        choices=("csv", "xlsx", "jsonl", "markdown", "survey", "qdpx", "qdc", "taguette", "parquet"),
                        help="tables, a workbook, JSON Lines with a schema, Markdown, a survey for QualCoder, a REFI-QDA project "
                        "or codebook, a codebook for Taguette, or Parquet (csv)")
    export.add_argument("--public", action="store_true", help="only what may be made public")
    add(commands, "reference", "resources", "list what helps, and where it is")
    outputs = add(commands, "looking", "outputs", "say what the room made")
    outputs.add_argument("programme", help="name, code or folder")
    way(outputs)
    check = add(commands, "looking", "check", "say what is wrong with a plan or an activity, or hard to read on sheets")
    check.add_argument("path", help="the file or folder, or a programme's name, code or folder")
    check.add_argument("--add-terms", action="store_true", help="ask what hard words mean, for the programme's glossary")
    check.add_argument("--strict", choices=("words",), help="words: a text that may be hard to read is a problem too")


def reflecting(commands: Commands) -> None:
    """Looking back, coding and frameworks."""
    from kit.commands.reflect_words import of_frameworks, of_reflect

    of_reflect(programme(commands, "reflecting", "reflect", "look back: search, time line, coding, themes, agreement"))
    _report(programme(commands, "reporting", "report", "write a report: what was made, what it means, what came of it"))
    of_frameworks(add(commands, "reflecting", "frameworks", "list the frameworks to read accounts against, or show one"))


def _report(report: Parser) -> None:
    report.add_argument("kind", nargs="?", default="programme",
                        help="tonight, programme, involvement, accounts, gallery or log (programme)")
    report.add_argument("--format", choices=("html", "pdf", "docx", "text"), default="html", help="(html)")
    report.add_argument("--out", default="", metavar="FILE", help="a file, or a folder (the programme's prints)")
    report.add_argument("--public", action="store_true", help="only what may be made public")
    report.add_argument("--drafts", action="store_true", help="a sheet for each person quoted, to say yes, change or no")
    report.add_argument("--absent", default="", metavar="WORDS", help="who was not there, kept for every report")
    paper(report, several=False)
