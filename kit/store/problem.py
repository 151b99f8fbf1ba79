"""What went wrong with a folder or a file, in one or two plain sentences: what, where, what to do."""

import errno

_REASONS = {
    errno.ENOSPC: "no space left on the disk",
    getattr(errno, "EDQUOT", -1): "your share of the disk is full",
    errno.EFBIG: "the file may not grow any more",
    errno.EIO: "the disk reports an error",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "this account has no right to do that",
    errno.EPERM: "this account has no right to do that",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.ENOENT: "the folder has gone",
}
FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)
"""Error numbers of a disk that has no room."""


class StoreProblem(Exception):
    """Something could not be read or written. The message is for the person, as it stands."""


class NoSuchThing(StoreProblem):
    """The words of a call name a template, a plan, a sheet or a kind that there is not."""


class Locked(StoreProblem):
    """The folder is sealed, and no passphrase was given, or a wrong one."""


class Tampered(Exception):
    """Something sealed does not open: it was changed, or cut off, or the key is another."""


class NotSaved(StoreProblem):
    """A save was refused. Nothing changed, on the disk or in memory."""


class NotStorable(NotSaved, ValueError):
    """A value that no file of ours can hold, such as a number that is not one."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"NOT saved: {reason}. Everything saved before is safe.")


def reason(error: OSError) -> str:
    """Why the system refused, in plain words without a capital or a full stop."""
    return _REASONS.get(error.errno or 0) or (error.strerror or "the disk refused it").lower()


def not_saved(error: OSError) -> NotSaved:
    """The sentence for a save that the system refused."""
    advice = "Make room, then give this answer again." if error.errno in FULL else "Give this answer again."
    return NotSaved(f"NOT saved: {reason(error)}. Everything saved before is safe. {advice}")
