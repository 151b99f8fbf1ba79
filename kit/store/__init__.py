"""The programme folder on the disk. Importing this loads no store library: that happens when a programme is opened."""

from kit.store.folder import Programme, list_programmes, make_folder, read_programme
from kit.store.keeping import History, Store, read_history
from kit.store.problem import StoreProblem
from kit.store.safefile import write_safely

__all__ = ["History", "Programme", "Store", "StoreProblem", "list_programmes", "make_folder", "read_history", "read_programme",
           "write_safely"]
