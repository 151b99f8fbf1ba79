"""What the maker of a thing says about it: who may see it, how they are named, until when it is kept; or that it is taken back.

Every choice is a new record in the place of the one before, with who wrote it down, when, and under which wording.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date

from kit.desk.finding import of_workshop, records_of
from kit.desk.makers import MAKERS, makers
from kit.desk.outputs import said
from kit.desk.world import World
from kit.engine.lettering import next_letter
from kit.model import Consent, Naming, Record, Visible, known_as
from kit.model.data import to_data
from kit.model.gate import Maker
from kit.model.sheetcode import read_code
from kit.model.text import clean_line
from kit.store import Programme, Store, StoreProblem, read_history

WORDINGS = {
    "spoken-1": "This is yours. Who may see it: only you, this group, readers of our report, or everybody? "
                "Shall a name stand beside it: yours, one you choose, a letter, or none? "
                "How long may we keep it? You can change your mind. What was printed or sent out cannot be called back.",
}
"""What is read out before somebody chooses, by its id. A new wording gets a new id."""

SEEN_BY = {Visible.ME: "only its maker", Visible.GROUP: "this group", Visible.REPORT: "readers of the report",
           Visible.PUBLIC: "everybody"}
"""Who may see a thing, in words."""

LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose. What is empty stays as it was."""

    visible: Visible | None = None
    naming: Naming | None = None
    name: str = ""
    """The name to stand beside it, where a real or a chosen one was asked for."""
    keep_until: str = ""
    withdraw_until: str = ""
    withdraw: bool = False
    by: str = "the facilitator"
    wording: str = "spoken-1"
    slip: str = ""
    """The code of the consent slip on which it stands, as typed."""

    def checked(self) -> "Choice":
        """The same, where it makes sense. Raises StoreProblem."""
        for day in filter(None, (self.keep_until, self.withdraw_until)):
            _check_day(day)
        name = clean_line(self.name)
        if self.naming in (Naming.REAL, Naming.CHOSEN) and not 0 < len(name) <= LONGEST_NAME:
            raise StoreProblem(f"Say which name: --as NAME, of at most {LONGEST_NAME} characters.")
        return replace(self, name=name, by=clean_line(self.by), wording=clean_line(self.wording), slip=_slip(self.slip))

    @property
    def empty(self) -> bool:
        """True where nothing was chosen, so there is only something to look at."""
        return not (self.visible or self.naming or self.keep_until or self.withdraw_until or self.withdraw
                    or self.slip)


def what_they_made(programme: Programme, code: str) -> tuple[Record, ...]:
    """What stands under a slip's code, for its maker: with all their own words. Raises StoreProblem."""
    return records_of(programme, read_history(programme.folder, programme.keys), code)


def choose(programme: Programme, code: str, choice: Choice, world: World, workshop: str = "") -> tuple[Record, ...]:
    """Keep a choice for all that a code means, or for a whole workshop. Gives the records that stand now; raises StoreProblem."""
    choice = choice.checked()
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        found = of_workshop(store, workshop) if workshop else records_of(programme, store, code)
        return tuple(_keep(store, record, choice, world) for record in found)
    finally:
        store.close()


def stands(record: Record) -> str:
    """How a thing stands, as it is read out to its maker: with their own words."""
    if record.withdrawn:
        return f"{record.kind}: taken back."
    until = f" Kept until {record.keep_until}." if record.keep_until else ""
    back = f" Can be taken back until {record.withdraw_until}." if record.withdraw_until else ""
    return f"{record.kind}, {said(record)}. Who may see it: {SEEN_BY[record.visible]}. Named: {record.naming}.{until}{back}"


def undo_choice(programme: Programme, record_id: str, world: World) -> Record:
    """Take back the last choice that was made for a thing. Gives the record as it stands then.

    What its maker took back stays taken back, and a record that was never chosen for has nothing to undo. Raises StoreProblem.
    """
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        [record, *_] = records_of(programme, store, record_id)
        if record.withdrawn or not record.replaces or not record.consent.when:
            raise StoreProblem("There is no choice to undo here.")
        store.take_back([record.id])
        return records_of(programme, store, record.replaces)[0]
    finally:
        store.close()


def _keep(store: Store, record: Record, choice: Choice, world: World) -> Record:
    now = world.clock().astimezone(UTC).isoformat(timespec="seconds")
    naming = choice.naming or record.naming
    chosen = replace(
        record, content={**record.content, "key": known_as(record)}, id=world.draw(14).lower(), when=now, replaces=record.id,
        naming=naming, visible=choice.visible or record.visible,
        keep_until=choice.keep_until or record.keep_until, withdraw_until=choice.withdraw_until or record.withdraw_until,
        maker=_maker(store, record.maker, choice, world) if choice.naming else record.maker,
        consent=Consent(choice.by, now, choice.wording, choice.slip or record.consent.slip))
    if choice.withdraw:
        chosen = replace(chosen, withdrawn=True, visible=Visible.ME, naming=Naming.NONE, maker="")
    if record.kind == "drawing":
        chosen = replace(chosen, content={**chosen.content, "shown": chosen.visible is not Visible.ME})
    store.keep_record(chosen)
    return chosen


def _maker(store: Store, key: str, choice: Choice, world: World) -> str:
    """The key of the maker, with the name that was chosen kept under it; empty where nobody is to be named."""
    if choice.naming is Naming.NONE:
        return ""
    there = makers(store.rows(MAKERS))
    old = there.get(key, Maker())
    letter = old.letter or next_letter({maker.letter for maker in there.values()})
    new = replace(old, letter=letter)
    if choice.naming in (Naming.REAL, Naming.CHOSEN):
        new = replace(new, **{str(choice.naming): choice.name})
    key = key if key in there else world.draw(10).lower()
    store.put_row(MAKERS, "key", {"key": key, **to_data(new)})
    return key


def _slip(typed: str) -> str:
    """The code of a consent slip as it is printed. Raises StoreProblem."""
    code = read_code(typed)
    if typed and (code is None or code.form != "consent-slip"):
        raise StoreProblem(f"{clean_line(typed)[:40]!r} is not the code of a consent slip. It stands beside the square code.")
    return str(code) if code else ""


def _check_day(day: str) -> None:
    try:
        if date.fromisoformat(day).isoformat() == day:
            return
    except ValueError:
        pass
    raise StoreProblem(f"{clean_line(day)[:40]!r} is not a date. Write it as year, month and day, such as 2027-03-31.")
