"""Erasing: what was taken back is in no file of the folder afterwards, and the last step is to look.

First a save says that it is gone, so that nothing that happens next can bring it back. Then everything is written anew
without it, and every older file goes. Then every byte of the folder is searched for it. What this cannot reach is told by the
caller: copies, papers, and old blocks that a memory stick keeps to itself.
"""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from kit.model.text import whole_words
from kit.store.attachments import Attachments
from kit.store.engine import Engine
from kit.store.names import ATTACHMENTS
from kit.store.packed import unpacked
from kit.store.problem import StoreProblem, reason
from kit.store.salvage import read_file
from kit.store.state import Operation

SHORT = 3
"""Letters of a word up to which it stands in packed bytes by chance, so that it is looked for only where there is text."""

_SEALED_LINE = b"\nE1 "


class Sought:
    """Words to look for. A word is found where it stands as a whole word: "Di" is not in "did".

    Texts of the kit's own (`ours`) may hold it all the same: somebody may be called Mark, and an activity say "Mark it".
    """

    def __init__(self, words: Iterable[str] = (), ours: Iterable[str] = ()) -> None:
        self._words = [(word, len(word) <= SHORT, whole_words([word])) for word in {word.casefold() for word in words if word}]
        held = [text for text in set(ours)
                if any(word in text.casefold() and alone.search(text) for word, _, alone in self._words)]
        forms = {_spaced(form.casefold()) for text in held for form in (text, json.dumps(text, ensure_ascii=False)[1:-1])}
        self._ours = sorted(forms, key=len, reverse=True)

    def stands_in(self, text: str, *, readable: bool = True) -> bool:
        """Whether any of the words stands in a text without capitals. `readable` False: it may be no text at all."""
        here = [alone for word, short, alone in self._words if (readable or not short) and word in text and alone.search(text)]
        if here and self._ours:
            text = _spaced(text)
            for own in self._ours:
                text = text.replace(own, " ")
        return any(alone.search(text) for alone in here)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def erase(engine: Engine, operations: Iterable[Operation], sought: Sought | None = None) -> list[str]:
    """Do some operations so that nothing of what they take away is left. Gives the files where any of the words still stand.

    Raises StoreProblem. Where the operations were saved by then, the rest is done at the next opening.
    """
    attachments = Attachments(engine)
    before = attachments.named()
    engine.save(operations, erases=True)
    engine.purge_history()
    try:
        attachments.remove((before - attachments.named()) & set(attachments.names()))
    except OSError as error:
        raise StoreProblem(f"An attachment could not be taken away: {reason(error)}. Try again.") from None
    return search(engine, sought or Sought())


def search(engine: Engine, sought: Sought) -> list[str]:
    """Names of the folder's files in which any of the words stands: sealed or packed or not, in capitals or not.

    Raises StoreProblem.
    """
    return [name for name, path in _files(engine)
            if any(sought.stands_in(text, readable=readable) for text, readable in _texts(engine, path))]


def longer_words(engine: Engine, word: str, ours: Iterable[str] = ()) -> tuple[str, ...]:
    """The longer words of the folder's texts in which a word stands: "Annabel" holds "Anna". Those of the kit's own are left out.

    Raises StoreProblem.
    """
    word = word.casefold()
    if len(word) < SHORT:
        return ()
    around = re.compile(rf"\w*{re.escape(word)}\w*")
    found = {one for _, path in _files(engine) for text, readable in _texts(engine, path) if readable and word in text
             for one in around.findall(text)}
    own = {one for text in ours if word in text.casefold() for one in around.findall(text.casefold())}
    return tuple(sorted(found - own - {word}))


def unseen(engine: Engine) -> list[str]:
    """Names of the folder's files in which words could stand that no search finds: PDFs, pictures, what is packed in other ways.

    Pictures that were taken in are none of them: only their pixels were kept. Raises StoreProblem.
    """
    ours = engine.folder / ATTACHMENTS
    return [name for name, path in _files(engine) if path.parent != ours and not unpacked(path.read_bytes())[1]]


def _files(engine: Engine) -> Iterator[tuple[str, Path]]:
    try:
        for path in sorted(engine.folder.rglob("*")):
            if path.is_file():
                yield str(path.relative_to(engine.folder)), path
    except OSError as error:
        raise StoreProblem(f"The folder could not be searched to the end: {reason(error)}.") from None


def _texts(engine: Engine, path: Path) -> Iterator[tuple[str, bool]]:
    """What a file says, read as the texts it may be; and whether it is text at all."""
    for data in _open(engine, path):
        for part in (data, *unpacked(data)[0]):
            readable = _is_text(part)
            for code in ("utf-8", "utf-16-le", "latin-1"):
                text = part.decode(code, "replace").casefold()
                yield from ((text, readable), (_unescaped(text), readable))


def _is_text(data: bytes) -> bool:
    """Whether some bytes are text that nobody sealed."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    try:
        return b"\0" not in data and _SEALED_LINE not in data and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _open(engine: Engine, path: Path) -> Iterator[bytes]:
    """A file as it is, and what was sealed in it."""
    yield path.read_bytes()
    if path.suffix == ".jsonl":
        yield from (payload for _, payload in read_file(path, engine.terms.keys).lines)
    elif path.parent.name == ATTACHMENTS:
        with suppress(StoreProblem):
            yield Attachments(engine).read(path.name)


def _unescaped(text: str) -> str:
    """The text with JSON's escapes read, so that a word with a quotation mark in it is found."""
    return text.replace('\\"', '"').replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\")
