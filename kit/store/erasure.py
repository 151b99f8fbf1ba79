"""Erasing: what was taken back is in no file of the folder afterwards, and the last step is to look.

First a save says that it is gone, so that nothing that happens next can bring it back. Then everything is written anew
without it, and every older file goes. Then every byte of the folder is searched for it. What this cannot reach is told by the
caller: copies, papers, and old blocks that a memory stick keeps to itself.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from kit.store.attachments import Attachments
from kit.store.engine import Engine
from kit.store.names import ATTACHMENTS
from kit.store.packed import unpacked
from kit.store.problem import StoreProblem, reason
from kit.store.salvage import read_file
from kit.store.state import Operation


def erase(engine: Engine, operations: Iterable[Operation], words: Iterable[str] = ()) -> list[str]:
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
    return search(engine, words)


def search(engine: Engine, words: Iterable[str]) -> list[str]:
    """Names of the folder's files in which any of the words stands: sealed or packed or not, in capitals or not.

    Raises StoreProblem.
    """
    wanted = [word.casefold() for word in words if word]
    return [name for name, path in _files(engine) if any(word in text for text in _texts(engine, path) for word in wanted)]


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


def _texts(engine: Engine, path: Path) -> Iterator[str]:
    """What a file says, read as the texts it may be."""
    for data in _open(engine, path):
        for part in (data, *unpacked(data)[0]):
            for code in ("utf-8", "utf-16-le", "latin-1"):
                text = part.decode(code, "replace").casefold()
                yield from (text, _unescaped(text))


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
