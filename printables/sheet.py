"""What a product is given (`Source`) and what it makes (`Sheet`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kit.content.reference_shelf import Deck, Resource
from kit.model import Framework, Record, Script
from kit.model.sheetcode import MOST_COPIES, SERIES, SheetCode
from printables.story import Story
from printables.tree import Code, Document
from printables.wording import Wording, wording

EVERYONE = "everyone"
FACILITATOR = "facilitator"

ONCE, SAME, OWN, CARDS = "once", "same", "own", "cards"
"""Who gets what of a sheet: one for the room or the team · the same for each person · a document for each · cards for each."""


@dataclass(frozen=True, slots=True)
class Source:
    """One workshop of one programme: all that any sheet is made from."""

    programme: str
    """The programme's name. It is on no sheet that could lie about in a hall unless a product says so."""
    code: str
    """The programme's three characters in sheet codes."""
    workshop: int
    """Number of the workshop in the programme, 0 to 840."""
    script: Script
    people: int
    terms: tuple[tuple[str, str], ...] = ()
    """Words with their plain meanings, for the glossary."""
    records: tuple[Record, ...] = ()
    """What the room has made."""
    notes: bool = False
    """True: private notes are printed on the run sheet."""
    language: str = "en-GB"
    asked: bool = False
    """True where a sheet was asked for by name, though the plan may not need it."""
    decks: tuple[Deck, ...] = ()
    """Decks of question cards that may be printed."""
    jargon: tuple[tuple[str, str], ...] = ()
    """Every hard word that the kit knows, with its plain words."""
    resources: tuple[Resource, ...] = ()
    """What helps, and where it is."""
    paper: str = ""
    """The size of the paper, for the cover sheet."""
    programme_records: tuple[Record, ...] = ()
    """What the whole programme has made, for the register of its decisions."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures of drawings, by the name that stands in the drawing's record."""
    frameworks: tuple[Framework, ...] = ()
    """What accounts can be read beside, for sheets to code on."""
    printed: Mapping[tuple[str, int], int] = field(default_factory=dict)
    """The highest copy that was printed before of each form and series, so that no two sheets carry one code."""
    story: Story | None = None
    """The whole programme, for sheets that tell of more than one workshop; None where nothing is known of it."""

    @property
    def wording(self) -> Wording:
        """The kit's own words in the language of this sheet."""
        return wording(self.language)

    def copies(self, form: str, series: int = 0, count: int | None = None) -> range:
        """Numbers for so many copies (one for each person, if left out): after those that were printed before, while they fit."""
        count = self.people if count is None else count
        before = self.printed.get((form, series), 0)
        first = before + 1 if before + count <= MOST_COPIES else 1
        return range(first, first + count)

    def sheet_code(self, form: str, does: str, series: int = 0, copy: int = 0) -> Code:
        """The code of one copy of a sheet. Raises ValueError, with a sentence, where a number does not fit a code."""
        return Code(str(SheetCode(self.code, self.workshop, form, series, copy)), does)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One thing to print: every copy of it, and how to print it."""

    name: str
    """The product, a key of `kit.model.sheetcode.FORMS`."""
    title: str
    audience: str
    """EVERYONE or FACILITATOR."""
    documents: tuple[Document, ...]
    """One for each copy where copies differ, else one."""
    note: str
    """How many to print, and what to do with them, in a sentence or two."""
    mark: str = ""
    """A letter where a plan has several sheets of this kind; PRIVATE where private notes are on it."""
    share: str = ONCE
    """ONCE, SAME, OWN or CARDS."""
    copies: int = 1
    """How many to print of each document."""
    thick: bool = False
    """True where thick paper is better."""

    @property
    def count(self) -> int:
        """How many things there are to give out or to hang up."""
        return len(self.documents) if self.share == OWN else self.copies


def letter(series: int) -> str:
    """A, B, C … for the first, second, third … step of a kind in a plan. A drawing's label is this and its number.

    Raises ValueError, with a sentence, where letters run out.
    """
    if series >= len(SERIES):
        raise ValueError(f"This plan has more than {len(SERIES)} steps of one kind. Make it into two plans.")
    return SERIES[series]
