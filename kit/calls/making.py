"""The words of calls that make something."""

from kit.calls.parts import Commands, add, number, paper, programme, seconds
from kit.desk.defaults import DEFAULT_TEMPLATE, PRACTICE_TEMPLATE


def making(commands: Commands) -> None:
    """New programmes, rehearsals, sheets, seats, and records from lines."""
    new = add(commands, "making", "new", "make a programme folder")
    new.add_argument("name", help="what the programme is called")
    new.add_argument("--from", dest="template", metavar="TEMPLATE", default=DEFAULT_TEMPLATE, help="see: kit templates")
    rehearse = add(commands, "making", "rehearse", "play a workshop or a whole programme with made-up people, and print")
    rehearse.add_argument("template", nargs="?", default=PRACTICE_TEMPLATE, help="a template, or an activity alone")
    rehearse.add_argument("--people", type=number(1, 500), default=12, help="how many made-up people (12)")
    rehearse.add_argument("--seed", type=number(0, 10**9), default=1, help="the same seed gives the same rehearsal (1)")
    paper(rehearse, several=False)
    printing = add(commands, "making", "print", "print the sheets a workshop needs", command="print_")
    printing.add_argument("programme", help="name, code or folder")
    printing.add_argument("what", nargs="*", help="which sheets, such as agenda; all that the plan needs if left out")
    printing.add_argument("--people", type=number(0, 500), default=0, help="people to print for")
    printing.add_argument("--plan", metavar="ID", default="", help="which plan; the one running or next if left out")
    printing.add_argument("--deck", action="append", default=[], metavar="ID", help="of question-cards: this deck alone")
    printing.add_argument("--notes", action="store_true", help="put private notes on the run sheet")
    printing.add_argument("--sample", action="store_true", help="every sheet there is, with made-up words")
    printing.add_argument("--preview", action="store_true", help="say what comes: copies, pages, paper; print nothing")
    printing.add_argument("--pocket", action="store_true", help="also print codes that hold a sheet's text, for phones")
    printing.add_argument("--layout", metavar="FILE", help="write where each box and code stands on paper, as JSON")
    printing.add_argument("--format", choices=("pdf", "html", "text"), default="pdf")
    printing.add_argument("--language", choices=("en-GB", "cy", "pl", "ar", "ur", "hi", "bn"),
                          help="language of the kit's own words on agenda, glossary and feedback card")
    printing.add_argument("--out", metavar="DIR", help="another folder than the programme's own prints")
    paper(printing, several=True)
    seat = add(commands, "seating", "seat", "plan who sits where in each round")
    seat.add_argument("file", help="a programme, or a JSON file with people, tables, rounds and wishes")
    seat.add_argument("--table", action="append", default=[], metavar="WORDS",
                      help="of a programme: a table and what it offers, such as “step-free, near the door”; once for each table")
    seat.add_argument("--rounds", type=number(0, 20), default=0, help="of a programme: rounds; as many as the plan mixes tables")
    seat.add_argument("--seconds", type=seconds, default=5.0, help="how long to look for a better plan (5)")
    seat.add_argument("--seed", type=number(0, 10**9), default=1, help="the same seed gives the same plan (1)")
    picture = programme(commands, "making", "picture", "give a drawing its picture, or say where its picture is")
    picture.add_argument("label", help="the drawing, such as A3")
    picture.add_argument("file", nargs="?", default="", help="the photograph; without it: where its picture is")
    picture.add_argument("--words", default="", help="what it shows, for who does not see it")
    picture.add_argument("--open", action="store_true", help="open it in your own viewer")
    scan = add(commands, "scanning", "scan", "read paper that came back, from photographs and scans")
    scan.add_argument("files", nargs="*", metavar="PROGRAMME FILES", help="a programme, then pictures, scans or folders of them")
    scan.add_argument("--review", action="store_true", help="look at every answer in doubt")
    scan.add_argument("--type", action="store_true", help="type what hands wrote")
    scan.add_argument("--enter", action="store_true", help="type in whole cards, by the codes on them")
    scan.add_argument("--close", nargs="?", const="yes", choices=("yes", "paper", "hand"), default="",
                      help="count the pile; where a count by hand differs, say which stands")
    scan.add_argument("--watch", action="store_true", help="go on looking into the folders, and read what is put there")
    scan.add_argument("--by", default="", metavar="NAME", help="who looks or types")
    scan.add_argument("--dry-run", action="store_true", help="read against layout files alone, and store nothing")
    scan.add_argument("--layout", nargs="+", action="extend", default=[], metavar="FILE",
                      help="what was printed, as kit print --layout wrote it; pictures may follow")
    scan.epilog = ("With --json and a programme: {pile, images, totals, words}. Under each file's name stand its cards and what "
                   "was not read. A card has id, place, seconds, picture, answers and writing. Each answer has value, doubt, why "
                   "and crop: a picture's name in the programme's folder att, and four corners in its pixels.")
    capture = add(commands, "making", "capture", "keep one record for each line of standard input")
    capture.add_argument("programme", help="name, code or folder")
    capture.add_argument("--kind", default="thought", help="what each line is, such as thought, caption, parked, need, term")
    capture.add_argument("--question", default="", help="of feedback in words: what it answers; the plan's first if left out")
