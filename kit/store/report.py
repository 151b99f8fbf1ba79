"""What was found when a folder was opened, and the sentences that say so. Silence means that everything is there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kit.model.text import counted, listed
from kit.store.ranges import Ranges, count, in_words


@dataclass(frozen=True, slots=True)
class Report:
    """What was found when a folder was opened."""

    torn: bool = False
    """True where the last save was stopped half-way: nobody was told that it is saved."""
    damaged: tuple[str, ...] = ()
    """Names of files that are damaged, or that nobody can read."""
    lost: Ranges = field(default_factory=list)
    """Numbers of saves that were made and that no file gives any more."""
    lost_documents: Mapping[str, Ranges] = field(default_factory=dict)
    """Numbers of documents, by table, that a damaged snapshot held and that no file gives any more."""
    told_before: bool = False
    """True where the losses are from an earlier day, and no person has let go of them yet."""

    @property
    def whole(self) -> bool:
        """True where there is nothing to say."""
        return not (self.torn or self.damaged or self.lost or self.lost_documents)

    @property
    def hurt(self) -> bool:
        """True where a file is damaged or something is missing: then every old generation is kept."""
        return bool(self.damaged or self.lost or self.lost_documents)

    def sentences(self, here: str = "") -> tuple[str, ...]:
        """What to tell the person. `here` says what is there, such as "214 entries, the last at 14:31"."""
        return tuple(filter(None, (self._torn(here), self._damaged(), self._lost(here))))

    def _torn(self, here: str) -> str:
        if not self.torn:
            return ""
        first = ("The computer stopped while an entry was being saved. "
                 "That one entry was only half written and is not here. ")
        if self.hurt:
            return first.strip()
        return f"{first}Everything that was shown as saved before it is here{f' ({here})' if here else ''}."

    def _damaged(self) -> str:
        if not self.damaged:
            return ""
        verb = "is" if len(self.damaged) == 1 else "are"
        first = f"{listed(self.damaged)} {verb} damaged."
        if self.lost or self.lost_documents:
            return first
        return f"{first} Nothing is missing: the other files hold everything. Make a copy of this folder soon."

    def _lost(self, here: str) -> str:
        if not (self.lost or self.lost_documents):
            return ""
        missing = [f"{counted(count(self.lost), 'save')} (number {in_words(self.lost)})"] if self.lost else []
        missing += [f"from the table {table}, number {in_words(ids)}" for table, ids in self.lost_documents.items()]
        when = "Since an earlier day, this is missing" if self.told_before else "This was saved and cannot be read any more"
        return (f"{when}: {listed(missing)}. Everything else is here{f' ({here})' if here else ''}. "
                "All older files are kept until you say otherwise.")
