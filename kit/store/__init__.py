"""The programme folder on the disk. Importing this loads neither TinyDB nor a cipher: that happens when they are needed."""

from kit.store.folder import Programme, list_programmes, make_folder, read_programme
from kit.store.keeping import History, Store, read_history, read_named, read_papers, read_rows
from kit.store.problem import Locked, NotSaved, StoreProblem
from kit.store.safefile import write_safely

__all__ = ["History", "Locked", "NotSaved", "Programme", "Store", "StoreProblem", "list_programmes", "make_folder",
           "read_history", "read_named", "read_papers", "read_programme",
           "read_rows", "write_safely"]
