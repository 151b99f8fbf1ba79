"""What went wrong with a folder or a file, in one or two plain sentences: what, where, what to do."""


class StoreProblem(Exception):
    """Something could not be read or written. The message is for the person, as it stands."""
