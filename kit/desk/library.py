"""The shelf: all activities, plans and programmes there are, the shipped ones and a person's own, which win on equal id."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from kit.content.library import Library, Practice, joined, load, load_texts, read_practices, script_of
from kit.model import Activity, Line, Plan, Script
from kit.paths import builtin_activities
from kit.store import Programme, StoreProblem, read_papers


class Shelf:
    """What lies on the shelf, and what could not be read. What ships is read when somebody first asks for what is in it."""

    def __init__(self, own: Library, folders: tuple[Path, ...] = (), shipped: Callable[[], Library] = Library) -> None:
        """`own` wins on equal id over what `shipped` gives. `folders` are where it all comes from: later ones win."""
        self._own = own
        self._shipped = shipped
        self.folders = folders

    @cached_property
    def library(self) -> Library:
        """All of it."""
        return joined(self._shipped(), self._own)

    @property
    def activities(self) -> dict[str, Activity]:
        """Activities by id."""
        return self.library.activities

    @property
    def plans(self) -> dict[str, Plan]:
        """Whole plans (templates) by id."""
        return self.library.plans

    @property
    def lines(self) -> dict[str, Line]:
        """Whole programmes by id."""
        return self.library.lines

    @property
    def starters(self) -> tuple[Plan, ...]:
        """Plans that stand alone, by title: all but those that are stages of a programme and are named after it."""
        alone = (plan for plan in self.plans.values() if not any(plan.id.startswith(f"{line}-") for line in self.lines))
        return tuple(sorted(alone, key=lambda plan: plan.title))

    @property
    def problems(self) -> tuple[str, ...]:
        """A sentence for every file of a person's own that could not be read. What ships has none: a test reads it all."""
        return tuple(str(problem) for problem in self._own.problems)

    def minutes(self, plan: Plan) -> int:
        """Minutes from its start to its end, with what its activities usually take where it says nothing of them."""
        script, _ = script_of(plan, self.library)
        return (script.plan if script else plan).minutes

    def script(self, plan: Plan) -> Script:
        """The plan with its activities, every default filled in. Raises StoreProblem where an activity is not on the shelf."""
        script, problems = script_of(plan, self.library)
        if script is None:
            raise StoreProblem(" ".join(str(problem) for problem in problems[:3]))
        return script


def load_shelf(home: Path) -> Shelf:
    """Everything on the shelf: what the kit ships, then the home folder's own `activities`."""
    shipped, own = builtin_activities(), home / "activities"
    return Shelf(load([own]), (shipped, own), lambda: load([shipped]))


def with_programme(shelf: Shelf, programme: Programme) -> Shelf:
    """The shelf with a programme's own plans and activities added, which win on equal id."""
    return Shelf(_own(programme), shelf.folders, lambda: shelf.library)


def plans_of(programme: Programme, shelf: Shelf) -> tuple[Plan, ...]:
    """The plans in a programme's folder, by the numbers that their file names begin with. Raises StoreProblem where none is."""
    own = _own(programme)
    if not own.plans:
        why = " ".join(str(problem) for problem in own.problems[:3]) or "Its plans folder is empty."
        raise StoreProblem(f"{programme.name!r} has no plan to run. {why}")
    return tuple(sorted(own.plans.values(), key=lambda plan: _place(plan.file)))


def _place(file: str) -> tuple[int, str]:
    number = Path(file).name.partition("-")[0]
    return int(number) if number.isdecimal() and len(number) < 6 else 0, file


def lines_of(programme: Programme) -> tuple[Line, ...]:
    """The lines in a programme's folder: one, or none where nobody has made one."""
    return tuple(_own(programme).lines.values())


def _own(programme: Programme) -> Library:
    return load_texts(read_papers(programme)) if programme.sealed else load([programme.plans_folder])


def practices() -> tuple[Practice, ...]:
    """The numbered practices that the kit exists to support."""
    return read_practices(builtin_activities() / "practices.toml")
