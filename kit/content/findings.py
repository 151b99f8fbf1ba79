"""The problems of one file, gathered while it is checked: all of them, not the first, in the order of their lines."""

from kit.content.problems import Problem
from kit.content.toml_file import TomlFile
from kit.content.toml_lines import KeyPath

MOST_PROBLEMS = 50
"""Problems named for one file. Nobody reads more at once, and a hostile file could hold a million."""


class Findings:
    """What has been found in one file up to now."""

    def __init__(self, file: TomlFile) -> None:
        self._file = file
        self._found: list[Problem] = []

    def add(self, where: KeyPath, sentence: str) -> None:
        """One more problem, at the line of a key; `where` is empty where the file as a whole is meant."""
        self._found.append(self._file.problem(where, sentence))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems from the top of the file down, the first `MOST_PROBLEMS` of them."""
        inline = sorted(self._found, key=lambda problem: problem.line)
        if len(inline) <= MOST_PROBLEMS:
            return tuple(inline)
        return (*inline[:MOST_PROBLEMS], self._file.problem((), "there are more problems. Put these right first."))
