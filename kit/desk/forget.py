"""Forgetting: what a person takes back is in no file of the folder afterwards, and what cannot be reached from here is told."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC
from pathlib import Path

from kit.desk.drafting import without_edits
from kit.desk.finding import named, of_workshop, records_of
from kit.desk.forgetting import Forgetting, forgetting, forgetting_words
from kit.desk.makers import MAKERS, makers
from kit.desk.outputs import HEADINGS
from kit.desk.pile.correcting import SECRET_STAYS, corrected, counted_in_secret
from kit.desk.pile.forgetting import layouts_with, paper_of, without
from kit.desk.shipped import own_keys, shipped_texts
from kit.desk.unrecorded import unrecorded
from kit.desk.wentout import ON_PAPER, WentOut, rows_of
from kit.desk.wentout import TABLE as WENT_OUT
from kit.desk.world import World
from kit.model import Record
from kit.model.data import to_data
from kit.model.text import clean_line, counted, listed
from kit.store import Programme, Store, StoreProblem
from kit.store.erasure import Sought, erase, longer_words, unseen
from kit.store.keeping import ENTRIES, open_for_reading
from kit.store.state import Operation, private
from kit.store.tombstones import ERASED, REDACTED, Erased, lasting


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was done, with nothing of what it was about."""

    when: str
    records: int
    kinds: dict[str, int]
    files: tuple[str, ...]
    """Prints in the folder that were taken away."""
    still: tuple[str, ...]
    """Files of the folder in which some of the words stand all the same: look at them by hand."""
    elsewhere: tuple[WentOut, ...]
    """Copies and papers that a person has to deal with."""
    hint: str = ""
    unseen: tuple[str, ...] = ()
    """Files of the folder that no search can look into to the end."""
    inside: int = 0
    """Longer words in which the name stands: they may be misspelt, or mean something else."""
    paper: str = ""
    """What had come back on paper, and went with its pictures."""
    counts: int = 0
    """Closed counts that say what they say without those cards now."""
    secret: bool = False
    """Whether a secret sheet was meant that was counted."""

    def sentences(self) -> tuple[str, ...]:
        """The receipt in words."""
        lines = [f"Forgotten on {self.when[:10]}: {counted(self.records, 'record')}{_by_kind(self.kinds)}."]
        if self.paper:
            lines.append(f"This went too, with pictures and answers: {self.paper}.")
        if self.counts:
            lines.append(f"{counted(self.counts, 'closed count was', 'closed counts were')} made anew without it.")
        if self.secret:
            lines.append(SECRET_STAYS)
        lines.append("Every older file was written anew, and the whole folder was searched: the words are in none of it."
                     if not self.still else f"Some of the words stand in {listed(self.still)}. Look at each by hand.")
        lines.append("It was looked for as whole words." + (
            f" It stands inside {counted(self.inside, 'longer word')} too, which may be misspelt. Look at them by hand."
            if self.inside else ""))
        if self.unseen:
            lines.append(f"No search can be sure of these, for they are packed: {listed(self.unseen)}. Look at each by hand.")
        if self.files:
            lines.append(f"Taken away: {listed(self.files)}. Print them again if you need them.")
        lines += [f"Deal with this by hand: {out.way} of {out.when}, {out.where}" for out in self.elsewhere]
        return (*lines, *filter(None, (self.hint, "Paper that was handed out cannot be called back from here.")))


def forget(programme: Programme, words: str, world: World, *, workshop: str = "") -> Receipt:
    """Forget what a sheet's code, a record's id or a person's name means, words that no record holds, or a whole workshop.

    Raises StoreProblem.
    """
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        keys = _keys_of(store, words)
        gone = _what(programme, store, words, workshop, keys)
        paper = paper_of(store, words, gone.records, workshop)
        log = rows_of(store.rows(WENT_OUT))
        sought = Sought((*gone.words, *paper.words), shipped_texts() | own_keys())
        prints = _prints(store, gone, log)
        counts = corrected(store, paper.cards, gone.ids, world, world.clock().astimezone(UTC).isoformat(timespec="seconds"))
        operations = [*_operations(store, gone, world, {*keys, workshop, *layouts_with(store, sought)} - {""}),
                      *_without_makers(store, keys), *without_edits(store, sought), *without(store, paper, sought),
                      *(store.new_rows(ENTRIES, [{"records": to_data(counts)}]) if counts else ())]
        for path in prints:
            store.papers.remove(path)
        still = erase(store.engine, operations, sought)
        return replace(_receipt(gone, log, prints, still, world, bool(keys)), unseen=tuple(_not_ours(unseen(store.engine))),
                       paper=paper.sentence(), counts=len(counts), secret=counted_in_secret(store, words),
                       inside=len(_longer(store, words)))
    finally:
        store.close()


def standing_inside(programme: Programme, words: str, world: World) -> tuple[str, ...]:
    """The longer words in which a name that was forgotten stands all the same. Raises StoreProblem."""
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        return _longer(store, words)
    finally:
        store.close()


def _longer(store: Store, words: str) -> tuple[str, ...]:
    return longer_words(store.engine, clean_line(words), shipped_texts() | own_keys())


def foretell(programme: Programme, words: str, *, workshop: str = "") -> str:
    """What forgetting would take away, counted and with no word of it. Nothing is changed. Raises StoreProblem."""
    store = open_for_reading(programme)
    gone = _what(programme, store, words, workshop, _keys_of(store, words))
    found = paper_of(store, words, gone.records, workshop).sentence()
    paper = f" With pictures and answers, it takes {found}." if found else ""
    alone = " These words stand in no record of their own. They go from where they were typed." if gone.by_words else ""
    records = f"{counted(len(gone.records), 'record')}, earlier forms counted too{_by_kind(_kinds(gone))}"
    return f"This takes away {records}.{alone}{paper}"


def forget_names(programme: Programme, world: World) -> int:
    """Destroy the key from makers to names, alone: what they made stays, with nobody's name. Gives how many went."""
    store = Store(programme.folder, f"{world.clock():%H:%M}", programme.keys)
    try:
        rows = store.rows(MAKERS)
        if rows:
            when = world.clock().astimezone(UTC).isoformat(timespec="seconds")
            graves = [{"id": row["key"], "when": when, "session": False} for row in rows]
            erase(store.engine, [["x", MAKERS], *store.new_rows(ERASED, graves)], Sought(row["real"] for row in rows))
        return len(rows)
    finally:
        store.close()


def _keys_of(store: Store, words: str) -> frozenset[str]:
    name = clean_line(words).casefold()
    return frozenset(key for key, maker in makers(store.rows(MAKERS)).items()
                     if name and name in (maker.chosen.casefold(), maker.real.casefold()))


def _what(programme: Programme, store: Store, words: str, workshop: str, keys: frozenset[str]) -> Forgetting:
    if workshop:
        return forgetting(store, of_workshop(store, workshop))
    theirs = [record for record in store.every_record() if record.maker and record.maker in keys]
    found: tuple[Record, ...] = (*named(store, words), *theirs)
    if not found and not keys:
        try:
            return forgetting(store, records_of(programme, store, words))
        except StoreProblem:
            if texts := unrecorded(store, words):
                return forgetting_words(store, texts)
            if not paper_of(store, words, ()).keys and not counted_in_secret(store, words):
                raise
            return Forgetting(())  # a card that came back and made no record of its own
    return forgetting(store, found, [clean_line(words)])


def _operations(store: Store, gone: Forgetting, world: World, more: set[str]) -> Iterable[Operation]:
    """What has to be saved: entries without it, and tombstones that hold no word of it."""
    ids = sorted(gone.ids | more)
    erased = Erased(ids, gone.places)
    sessions = store.sessions()
    entries = store.database.table("entries")
    for entry in entries:
        before = dict(entry)
        after = erased.apply(private(before))
        if after is None:
            yield ["d", "entries", str(entry.doc_id)]
        elif after != before:
            yield ["p", "entries", str(entry.doc_id), after]
    when = world.clock().astimezone(UTC).isoformat(timespec="seconds")
    lasting_names = {record.id: lasting(record.id, record.when) for record in gone.records}
    yield from store.new_rows(ERASED, [{"id": lasting_names.get(name, name), "when": when, "session": name in sessions}
                                        for name in ids])
    yield from (["d", REDACTED, str(row.doc_id)] for row in store.database.table(REDACTED) if row["place"] in gone.places)
    yield from store.new_rows(REDACTED, [{"place": place, "value": text} for place, text in gone.places.items()])


def _without_makers(store: Store, keys: frozenset[str]) -> Iterable[Operation]:
    return [["d", MAKERS, str(row.doc_id)] for row in store.database.table(MAKERS) if row["key"] in keys]


def _prints(store: Store, gone: Forgetting, log: tuple[WentOut, ...]) -> list[str]:
    """Prints in the folder that hold words: by their names, and all that the log says hold what goes."""
    logged = {Path(out.where).name for out in log if out.way == "paper" and out.holds(gone.ids)}
    return [path for path in store.papers.names("prints") if (name := path.split("/")[-1]).startswith(ON_PAPER) or name in logged]


def _not_ours(names: Iterable[str]) -> Iterable[str]:
    """Without the sheets we printed ourselves: those that hold what people said are gone by then."""
    from printables.pack import PRODUCTS

    return (name for name in names if not (Path(name).parts[0] == "prints" and Path(name).name.startswith(tuple(PRODUCTS))))


def _receipt(gone: Forgetting, log: tuple[WentOut, ...], prints: list[str], still: list[str], world: World,
             known: bool) -> Receipt:
    elsewhere = tuple(out for out in log if out.holds(gone.ids))
    hint = ("" if known or not gone.names else
            "Drawings and captions carry no name. To forget those too, give the code on the slip: kit forget PROGRAMME CODE.")
    when = world.clock().astimezone(UTC).isoformat(timespec="seconds")
    return Receipt(when, len(gone.records), _kinds(gone), tuple(prints), tuple(still), elsewhere, hint)


def _kinds(gone: Forgetting) -> dict[str, int]:
    return dict(sorted(Counter(record.kind for record in gone.records).items()))


def _by_kind(kinds: Mapping[str, int]) -> str:
    return f" ({listed([f'{HEADINGS.get(kind, kind)}: {count}' for kind, count in kinds.items()])})" if kinds else ""
