"""When the kit itself fails: one plain sentence that names the place in our code, and never anybody's words."""

from pathlib import Path
from types import TracebackType

import kit

_OURS = Path(kit.__file__).parent


def sentence(error: BaseException) -> str:
    """What to tell the person. It holds the error's kind and place, not its message, which may quote what people wrote."""
    error = _cause(error)
    place = _place(error.__traceback__)
    return (f"Something went wrong in the kit itself ({type(error).__name__}{place}). "
            "Everything that was shown as saved is safe.")


def _cause(error: BaseException) -> BaseException:
    """The error itself, where a worker has wrapped it."""
    inner = getattr(error, "error", None)
    return inner if isinstance(inner, BaseException) else error


def _place(trace: TracebackType | None) -> str:
    """The deepest place in our own code."""
    found = ""
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.is_relative_to(_OURS):
            found = f" in {path.relative_to(_OURS).as_posix()}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return found
