"""Codings as they are read: who coded what, against which principle, how far, and where in the text."""

from collections.abc import Iterable
from dataclasses import dataclass

from kit.model import Record, text_of
from kit.model.framework import LEVELS, NO_PRINCIPLE
from kit.reflect.holdings import Holdings
from kit.reflect.passages import Passage, found

SHOWN = LEVELS[:2]
"""Levels at which an account shows a principle: evident, and partly."""


@dataclass(frozen=True, slots=True)
class Code:
    """One thing to code with: an item of a framework, "fits no principle", or a code of somebody's own."""

    framework: str
    """Empty for codes that belong to none."""
    id: str
    """Empty for a code of somebody's own."""
    name: str
    parent: str = ""

    @property
    def is_own(self) -> bool:
        """Whether somebody made it up beside the frameworks."""
        return not self.framework and self.id != NO_PRINCIPLE


FITS_NONE = Code("", NO_PRINCIPLE, "Fits no principle")
"""The code that is always there."""


@dataclass(frozen=True, slots=True)
class Coded:
    """One coding with the text it speaks of."""

    record: Record
    text: Record
    """The account, caption or other text, as it counts now."""
    code: Code
    level: str
    note: str
    by: str
    """self, other or together."""
    coder: str
    """A letter or a number, where one was given."""
    passage: Passage | None
    """Where in the text; None for the whole of it, or where the passage is lost."""
    lost: str = ""
    """The words of a passage that the text no longer has."""

    @property
    def reader(self) -> str:
        """Who read it, so that two readings can be told apart."""
        return f"{self.by} {self.coder}".strip()

    @property
    def shows(self) -> bool:
        """Whether the reading says that the principle is there, wholly or in part."""
        return self.level in SHOWN


def codings(held: Holdings) -> tuple[Coded, ...]:
    """Every coding whose text may be shown, oldest first."""
    return tuple(coded for record in held.of_kind("coding") if (coded := _coded(held, record)))


def codes(held: Holdings, frameworks: Iterable[str] = ()) -> tuple[Code, ...]:
    """The codebook: items of some frameworks (all that were used, if left out), "fits no principle", then people's own codes."""
    every = codings(held)
    used = dict.fromkeys(one.code for one in every)
    wanted = tuple(frameworks) or tuple(dict.fromkeys(code.framework for code in used if code.framework))
    of_frameworks = [Code(name, item.id, item.name, item.parent)
                     for name in wanted if name in held.frameworks for item in held.frameworks[name].items]
    gone = [code for code in used if code.framework in wanted and code not in of_frameworks]
    own = sorted((code for code in used if code.is_own), key=lambda code: code.name.casefold())
    return (*of_frameworks, *gone, FITS_NONE, *own)


def _coded(held: Holdings, record: Record) -> Coded | None:
    content = record.content
    text = held.find(str(content["of"]))
    if text is None or not content.get("level"):
        return None
    quote = str(content.get("quote", ""))
    place = found(text_of(text), quote, int(content.get("start", 0))) if quote else None
    return Coded(record, text, _code(held, record), str(content["level"]), str(content["note"]), str(content["read_by"]),
                 str(content["coder"]), place, quote if quote and place is None else "")


def _code(held: Holdings, record: Record) -> Code:
    """The code of a coding. It keeps its name where its framework is no longer at hand. Own codes are one in any capitals."""
    name, id = str(record.content["framework"]), str(record.content["code"])
    if id == NO_PRINCIPLE and not name:
        return FITS_NONE
    if not id:
        own = " ".join(str(record.content["own"]).split())
        return Code("", "", own[:1].upper() + own[1:])
    framework = held.frameworks.get(name)
    item = framework.by_id.get(id) if framework else None
    return Code(name, id, item.name, item.parent) if item else Code(name, id, str(record.content["called"]))
