"""Paper that came back: reading it, deciding what is in doubt, typing what hands wrote, and closing the pile."""

from collections.abc import Callable
from functools import partial
from os.path import exists
from time import process_time

from kit.desk.flows import Asking, Do, Line, Pick, Talk, Tell, menu, safely, sure
from kit.desk.pictures import path_of
from kit.desk.pile.cards import Answer, How
from kit.desk.pile.closing import HAND, PAPER, close_pile, what_it_comes_to
from kit.desk.pile.deciding import Deciding, Item
from kit.desk.pile.filing import file_pile
from kit.desk.pile.standing import standing, what_was_missed
from kit.desk.viewing import view
from kit.desk.world import World
from kit.model.text import clean_line, counted, listed
from kit.store import Programme, StoreProblem

WHO = "Who is looking at the cards? A first name or two letters will do. It stands beside what you decide."
NOTHING_BACK = "There is nothing to take back. What was typed after its pile was closed is kept already."
NOTHING_TICKED = "Nothing is ticked"
DASHES = "A dash (-) means it is empty. Two (--) take the last one back. An equals sign (=) opens its picture."


def paper_back(programme: Programme, world: World) -> Talk:
    """The list. Who sits here is asked once, until somebody leaves it."""
    who: list[str] = []

    def rows() -> list[tuple[str, str, Callable[[], Talk]]]:
        now = standing(programme)
        return [("Read photographs or scans", "a file or a folder", partial(_read, programme, world)),
                ("Look at what is in doubt", f"{counted(now.doubtful, 'answer')}", partial(_as, who, review, programme, world)),
                ("Type what hands wrote", f"{counted(now.to_type, 'field')}", partial(_as, who, type_up, programme, world)),
                ("Type in a card", "by the code on it", partial(_as, who, enter, programme, world)),
                ("What was not counted", "", partial(_missed, programme)),
                ("Close the pile, and count it", "", partial(close, programme, world))]

    return menu(lambda: "Paper that came back", rows, lambda: (standing(programme).sentence(),))


def _as(who: list[str], work: Callable[[Programme, World, str], Talk], programme: Programme, world: World) -> Talk:
    """Work on cards, by the name that was given in this sitting."""
    if not who:
        if not (by := (yield Line("Paper that came back", WHO))):
            return None
        who.append(by)
    return (yield from work(programme, world, who[0]))


def _read(programme: Programme, world: World) -> Talk:
    words = yield Line("Read photographs or scans", "Which file or folder? Drag it in here, or type its path.")
    path = path_of(words) if words else None
    if words and (path is None or not exists(path)):
        raise StoreProblem(f"There is no file {clean_line(words)[:80]!r}. Drag it in here, or type its path.")
    if path is not None:
        filed = yield Do("Reading", lambda progress: file_pile(programme, [path], world, process_time, progress))
        yield Tell("What was read", (filed.sentence(), "Nothing is counted before you close the pile."))
    return None


def _missed(programme: Programme) -> Talk:
    yield Tell("What was not counted", what_was_missed(programme) or ("Everything that was seen is in the pile.",))
    return None


def review(programme: Programme, world: World, by: str | None = "") -> Talk:
    """Every answer in doubt, one after another: what the reader believes, why it asks, and the picture."""
    by = by or (yield Line("Look at what is in doubt", WHO))
    return (yield from _opened(programme, world, by, _look)) if by else None


def type_up(programme: Programme, world: World, by: str | None = "") -> Talk:
    """Every field with writing in it, one after another."""
    by = by or (yield Line("Type what hands wrote", WHO))
    return (yield from _opened(programme, world, by, _type)) if by else None


def enter(programme: Programme, world: World, by: str | None = "") -> Talk:
    """A card typed from the paper alone."""
    by = by or (yield Line("Type in a card", WHO))
    return (yield from _opened(programme, world, by, _enter)) if by else None


def close(programme: Programme, world: World) -> Talk:
    """Count the pile, where somebody says so."""
    lines = yield Do("Counting", lambda progress: what_it_comes_to(programme))
    stands = ""
    if any(line.startswith("A count by hand") for line in lines):
        place = yield Pick("Which count stands?", ("Neither yet: leave everything as it is", "The count of the paper",
                                                   "The count by hand"), lines)
        if not place:
            return None
        stands = (PAPER, HAND)[place - 1]
    elif not (yield from sure("Close the pile, and count it?", "Yes, count it", lines)):
        return None
    closed = yield Do("Saving", lambda progress: close_pile(programme, world, stands))
    yield Tell("Counted", (closed.sentence(), *closed.told))
    return None


def _opened(programme: Programme, world: World, by: str, talk: Callable[[Deciding], Talk]) -> Talk:
    deciding = Deciding(programme, world, by)
    try:
        return (yield from safely(talk(deciding)))
    finally:
        deciding.close()


def _look(deciding: Deciding) -> Talk:
    left = 0
    while left < len(doubts := deciding.doubts()):
        item = doubts[left]
        answer = item.answer
        rows = (*answer.options, NOTHING_TICKED)
        place = yield Pick(_about(item), (*rows, "Skip it for now", "Undo the last one", "Open its picture"), (
            f"The reader believes: {listed(list(answer.value)) or 'nothing'}. {answer.doubt}", f"{left + 1} of {len(doubts)}."),
            at=_believed(answer), leave="Stop here", picture=deciding.picture(item, answer.polygon))
        if place is None:
            return None
        if place == len(rows):
            left += 1
        elif place == len(rows) + 2:
            yield from _open(deciding, item)
        elif place > len(rows):
            yield from _undo(deciding)
            left = 0
        else:
            ticked = [] if rows[place] == NOTHING_TICKED else [rows[place]]
            if ticked and answer.several:
                ticked = yield from _more(answer, ticked)
            deciding.decide(item, ticked)
    yield Tell("In doubt", (deciding.totals().sentence(),))
    return None


def _undo(deciding: Deciding) -> Talk:
    """The last decision taken back, or a word that there is none."""
    if deciding.undo() is None:
        yield Tell("Take back", (NOTHING_BACK,))
    return None


def _open(deciding: Deciding, item: Item) -> Talk:
    """The whole card in the person's own viewer."""
    try:
        yield Do("Opening", lambda progress: view(deciding.path(item)))
    except StoreProblem as problem:
        yield Tell("Its picture", (str(problem),))
    return None


def _more(answer: Answer, ticked: list[str]) -> Asking[list[str]]:
    """The other boxes of a question where several may be ticked. Gives them all."""
    while rest := [option for option in answer.options if option not in ticked]:
        place = yield Pick("Is another box ticked?", ("No, that is all", *rest))
        if not place:
            break
        ticked.append(rest[place - 1])
    return ticked


def _believed(answer: Answer) -> int:
    """Where the mark begins: on what the reader believes, and on no answer where it believes none, or several."""
    return answer.options.index(answer.value[0]) if len(answer.value) == 1 else len(answer.options) + 1


def _about(item: Item) -> str:
    return f"{item.card.code}. {clean_line(item.answer.question)}"


def _type(deciding: Deciding) -> Talk:
    while items := deciding.to_type():
        item = items[0]
        text = yield Line(f"{item.card.code}. {clean_line(item.writing.question)}",
                          f"{counted(len(items), 'field')} to go. What does it say? {DASHES}",
                          picture=deciding.picture(item, item.writing.polygon))
        if text is None:
            return None
        if text.strip() == "--":
            yield from _undo(deciding)
        elif text.strip() == "=":
            yield from _open(deciding, item)
        else:
            deciding.type(item, "" if text.strip() == "-" else text)
    yield Tell("Typed", (deciding.totals().sentence(),))
    return None


def _enter(deciding: Deciding) -> Talk:
    while code := (yield Line("Type in a card", "Which code is on it? It stands beside the square code.")):
        card = deciding.enter(code)
        for place, answer in enumerate(card.answers):
            rows = (*answer.options, NOTHING_TICKED)
            chosen = yield Pick(f"{card.code}. {clean_line(answer.question)}", rows, at=len(rows) - 1,
                                leave="Leave this card out")
            if chosen is None:
                while deciding.undo() is not None:
                    pass
                return None
            ticked = [] if chosen == len(rows) - 1 else [rows[chosen]]
            if ticked and answer.several:
                ticked = yield from _more(answer, ticked)
            deciding.decide(Item(card, place), ticked, How.TYPED)
        for place, writing in enumerate(card.writing):
            text = yield Line(f"{card.code}. {clean_line(writing.question)}", "What does it say? A dash alone means it is empty.")
            if text is not None:
                deciding.type(Item(card, place), "" if text.strip() == "-" else text)
        yield Tell("Typed in", (deciding.totals().sentence(),))
    return None
