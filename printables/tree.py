"""The document tree: what a sheet says, in the order it is read. It holds no size, no font and no place.

Every renderer (`printables.pdf`, `printables.plain_text`) draws these nodes and nothing else. Text is plain text: no
character in it is markup. A newline in a text breaks the line.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address: https, http, mailto or tel. Any other address is printed and leads nowhere."""

    words: str
    address: str

    @property
    def shown(self) -> str:
        """The words with the whole address after them, so that paper keeps it. No address stands there twice."""
        address = self.address.removeprefix("mailto:").removeprefix("tel:")
        said = self.words in ("", address, address.removeprefix("https://"))
        return (self.words or address) if said else f"{self.words} ({address})"

    @property
    def leads(self) -> bool:
        """True where the address is of a kind that a reader may follow."""
        return self.address.partition(":")[0].lower() in ("https", "http", "mailto", "tel")


Run = str | Strong | Link
Words = tuple[Run, ...]
"""Text with some of it strong or a link, read as one."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. The document's title is level 1, so levels in a tree start at 2."""

    level: int
    words: str
    language: str = ""
    """BCP 47, where it is not the document's."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    words: Words
    picture: str = ""
    """Name of a drawing (`printables.drawings`) that goes with it, in profiles with pictures."""
    language: str = ""
    """BCP 47, where it is not the document's."""


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph set apart from what stands around it."""

    words: Words
    picture: str = ""
    language: str = ""
    """BCP 47, where it is not the document's."""


@dataclass(frozen=True, slots=True)
class List:
    """Items of equal weight; numbered where their order matters."""

    items: tuple[Words, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """A term, or a label, and what it stands for. An empty term: one more meaning of the term before."""

    term: str
    meaning: Words


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms with their meanings."""

    entries: tuple[Definition, ...]
    run_in: bool = False
    """True where a meaning begins in the line of its label, for a long text that is leafed through."""


@dataclass(frozen=True, slots=True)
class Span:
    """A cell of a table that stands over several columns or rows. The cells it covers are left out of their rows."""

    words: Words
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header row. The first cell of a row is the row's own header, or that of all the rows it stands over."""

    header: tuple[str, ...]
    rows: tuple[tuple[Words | Span, ...], ...]
    blank_rows: int = 0
    """Rows left empty at the end, to write in by hand."""
    pictures: tuple[str, ...] = ()
    """Names of drawings, one for each row; none where rows have no pictures."""


@dataclass(frozen=True, slots=True)
class Ticks:
    """A question with a box to tick beside each answer."""

    question: str
    answers: tuple[str, ...]
    pictures: tuple[str, ...] = ()
    """Names of drawings, one for each answer; none where answers have no pictures."""
    several: bool = False
    """True where more than one box may be ticked."""
    known_as: tuple[str, ...] = ()
    """The question and its answers as whoever reads the paper back knows them, where a sheet is translated."""


@dataclass(frozen=True, slots=True)
class WritingSpace:
    """Lines to write on by hand, and what they are for."""

    lines: int
    label: str
    known_as: str = ""
    """The label as whoever reads the paper back knows it, where a sheet is translated."""


@dataclass(frozen=True, slots=True)
class DrawingFrame:
    """An empty frame that takes the rest of the page, and what it is for."""

    label: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that somebody made or took, and the words for who does not see it.

    Raises ValueError, with a sentence, where there are no such words.
    """

    data: bytes
    """PNG or JPEG. Where it cannot be read, its words are printed, and that it cannot."""
    alt: str

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("A picture has no words for it. Say what it shows, for who does not see it.")

    @property
    def unreadable(self) -> str:
        """What stands in its place where it cannot be read."""
        return f"A picture that cannot be read: {self.alt}"


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart: a bar for each row, with its number at the end. A table of the same numbers always stands beside it.

    Raises ValueError, with a sentence, for a label of more than three characters: the table has the words.
    """

    rows: tuple[tuple[str, int], ...]
    """A short label, such as a score or a letter, and how many."""
    alt: str
    """What it shows, for who does not see it."""

    def __post_init__(self) -> None:
        _short(label for label, _ in self.rows)


@dataclass(frozen=True, slots=True)
class Heat:
    """A chart: a sign for each place of a grid, told apart by shape and size, never by colour. A table stands beside it.

    Raises ValueError, with a sentence, for a label of more than three characters: the table has the words.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    """A short label, and for each column how strong: 4 full, 3 in part, 2 not yet, 1 against, 0 none."""
    alt: str

    def __post_init__(self) -> None:
        _short((*self.columns, *(label for label, _ in self.rows)))


@dataclass(frozen=True, slots=True)
class Branches:
    """A chart: things that lie under one another, with lines from each to those under it. A table stands beside it.

    Raises ValueError, with a sentence, for a label of more than three characters: the table has the words.
    """

    rows: tuple[tuple[int, str, int], ...]
    """How deep, from 0; a short label; and a number. Each stands above those under it."""
    alt: str

    def __post_init__(self) -> None:
        _short(label for _, label, _ in self.rows)


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code with the same text printed beside it."""

    text: str
    does: str
    """What the code is for, in one sentence."""
    label: str = ""
    """What is printed beside it, where that is not its text."""


@dataclass(frozen=True, slots=True)
class Card:
    """One card to cut out, with a code of its own or none."""

    code: Code | None
    children: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class CutGrid:
    """Cards of equal size with lines to cut along."""

    cards: tuple[Card, ...]
    large: bool = False
    """True where the headings on them are read from further away, as on a badge."""


Chart = Bars | Heat | Branches
Node = Heading | Paragraph | Note | List | Definitions | Table | Ticks | WritingSpace | DrawingFrame | Photo | Chart | CutGrid


@dataclass(frozen=True, slots=True)
class Document:
    """One copy of one sheet. Renderers put its title, code and page numbers on every page."""

    title: str
    children: tuple[Node, ...]
    code: Code | None = None
    """What every page carries; None where each card on the page has a code of its own."""
    language: str = "en-GB"
    """BCP 47."""
    wide: bool = False
    """True where a table has many columns, so that the paper is better turned."""
    headed: bool = True
    """False where the title is for the foot of the page alone, as on cards."""
    poster: bool = False
    """True where it hangs on a wall or stands on a table: everything is twice as large."""
    read_back: bool = False
    """True where paper comes back and is read: pages carry corner marks."""
    leafed: bool = False
    """True where only the first page carries the code: a text to leaf through, which nobody reads back."""


def _short(labels: Iterable[str]) -> None:
    if any(len(label) > 3 or not label.isascii() for label in labels):
        raise ValueError("A label of a chart has at most three plain characters.")


def words(*runs: Run) -> Words:
    """Runs without the empty ones."""
    return tuple(run for run in runs if run not in ("", Strong("")))


def paragraph(*runs: Run, picture: str = "") -> Paragraph:
    """A paragraph of these runs."""
    return Paragraph(words(*runs), picture)


def labelled(*facts: tuple[str, Sequence[str]], run_in: bool = False) -> list[Node]:
    """Labels, each with its texts. A label without any is left out, and so is a list without labels."""
    kept = [(label, [text for text in texts if text]) for label, texts in facts]
    entries = [Definition("" if n else label, words(text)) for label, texts in kept for n, text in enumerate(texts)]
    return [Definitions(tuple(entries), run_in)] if entries else []


def plain(text: Words) -> str:
    """The words alone."""
    return "".join(map(letters, text))


def letters(run: Run) -> str:
    """The words of one run, as they are printed."""
    if isinstance(run, Link):
        return run.shown
    return run.words if isinstance(run, Strong) else run
