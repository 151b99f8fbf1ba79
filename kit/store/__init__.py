"""The programme folder on the disk. Importing this loads neither TinyDB nor a cipher: that happens when they are needed."""

from typing import TYPE_CHECKING, Any

from kit.store.folder import Programme, list_programmes, make_folder, read_programme
from kit.store.problem import Locked, NoSuchThing, NotSaved, StoreProblem
from kit.store.safefile import write_safely

if TYPE_CHECKING:
    from kit.store.keeping import History, Store, read_history, read_named, read_papers, read_rows

__all__ = ["History", "Locked", "NoSuchThing", "NotSaved", "Programme", "Store", "StoreProblem", "list_programmes",
           "make_folder", "read_history", "read_named", "read_papers", "read_programme", "read_rows", "write_safely"]


def __getattr__(name: str) -> Any:
    """Load what keeps records only when it is asked for: the first screen lists programmes and opens none (PEP 562)."""
    if name in __all__:
        from kit.store import keeping

        return getattr(keeping, name)
    raise AttributeError(f"kit.store has no {name!r}")
