"""Writing an activity of one's own: a form over the vocabulary, checked at every change, and kept as the text file it is.

While something is wrong or missing, the file's name ends in `.draft`, and no list offers it. Once all is well it is a
`.toml` file in the home folder's `activities`, as a person would have written it, and the draft goes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kit.content.activity_text import activity_text, fields_of_step
from kit.content.ids import id_from
from kit.content.problems import Problem
from kit.content.reader import reading_of
from kit.content.toml_file import open_toml
from kit.content.values import LISTS
from kit.content.vocabulary import ACTIVITY, KINDS, Field
from kit.model import Activity, Refusal
from kit.model.text import clean, listed
from kit.store import StoreProblem, write_safely

WHOLE = -1
"""The place of what belongs to the activity as a whole; a step's place is its number from 0."""
DRAFT = ".draft"
_YES = ("yes", "y", "true")


@dataclass(frozen=True, slots=True)
class Row:
    """One field of the form, and what stands in it."""

    place: int
    field: Field
    value: Any

    @property
    def words(self) -> str:
        """The value as somebody typed it: a line for each line of a list, yes or no; empty where nothing stands."""
        if self.value is None:
            return ""
        if isinstance(self.value, bool):
            return "yes" if self.value else "no"
        return "\n".join(map(str, self.value)) if isinstance(self.value, tuple | list) else str(self.value)


class Writing:
    """One activity that is being written. Every change is on the disk before it is shown."""

    def __init__(self, home: Path, activity: Mapping[str, Any], steps: Sequence[Mapping[str, Any]], name: str,
                 told: str = "") -> None:
        """`name`: the file's name without its end; it stays, whatever id is chosen later."""
        self.told = told
        """What to know before the first change; mostly nothing."""
        self._folder = home / "activities"
        self.name = name
        """Of its file, without the end."""
        self._activity = dict(activity)
        self._steps = [dict(step) for step in steps]
        self._before: list[tuple[dict[str, Any], list[dict[str, Any]]]] = []

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self._activity.get("title") or self.name)

    @property
    def steps(self) -> tuple[str, ...]:
        """The kinds of its steps."""
        return tuple(str(step.get("kind", "")) for step in self._steps)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every field of the activity, then every field of each step. Its id is made from its title by itself."""
        whole = [Row(WHOLE, field, self._activity.get(field.name)) for field in ACTIVITY
                 if field.type != "parts" and field.name != "id"]
        of_steps = [Row(place, field, step.get(field.name)) for place, step in enumerate(self._steps)
                    for field in fields_of_step(str(step.get("kind", "")))]
        return (*whole, *of_steps)

    @property
    def text(self) -> str:
        """The text of its file."""
        return activity_text(self._activity, self._steps)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong or missing, in sentences with the lines of the text."""
        return self._read()[1]

    @property
    def to_write(self) -> str:
        """What is still to write, in words of the form; empty where nothing is missing."""
        missing = [_called(row) for row in self._missing] + ([] if self._steps else ["a first step"])
        return f"Still to write: {listed(missing)}." if missing else ""

    @property
    def wrong(self) -> tuple[Problem, ...]:
        """What was written and cannot stay so: the problems but for what is still to write."""
        missing = [f"{row.field.name} is missing." if row.place == WHOLE else f"step {row.place + 1} has no {row.field.name}."
                   for row in self._missing] + ([] if self._steps else ["there are 0 lines [[steps]]"])
        return tuple(problem for problem in self.problems if not problem.sentence.startswith(tuple(missing)))

    @property
    def standing(self) -> tuple[str, ...]:
        """How far it is, in sentences: what is to put right, then what is still to write, or that all is well."""
        wrong = [f"To put right: {problem.sentence}" for problem in self.wrong]
        return (*wrong, *filter(None, [self.to_write])) or ("All is well. It is on your shelf.",)

    @property
    def _missing(self) -> list[Row]:
        return [row for row in self.rows if row.field.required and not row.words]

    @property
    def activity(self) -> Activity | None:
        """The activity, where nothing is wrong with it."""
        return self._read()[0]

    @property
    def path(self) -> Path:
        """Where it lies: a draft, until all is well."""
        return self._folder / f"{self.name}{'.toml' if self.activity else DRAFT}"

    def put(self, place: int, name: str, typed: str) -> Refusal | None:
        """Put what was typed into a field; nothing typed empties it. A number that is none is refused."""
        row = next((row for row in self.rows if (row.place, row.field.name) == (place, name)), None)
        if row is None:
            return Refusal("There is no such field here.")
        value = _typed(row.field, clean(typed))
        if isinstance(value, Refusal):
            return value
        self._change()
        values = self._activity if place == WHOLE else self._steps[place]
        values[name] = value
        return self._keep()

    def add_step(self, kind: str, after: int = -2) -> Refusal | None:
        """A step of a kind, after another, or at the end."""
        if kind not in KINDS:
            return Refusal(f"There is no kind of step called {kind[:40]!r}.")
        self._change()
        self._steps.insert(after + 1 if after >= WHOLE else len(self._steps), {"kind": kind})
        return self._keep()

    def remove_step(self, place: int) -> Refusal | None:
        """Take a step out."""
        if not 0 <= place < len(self._steps):
            return Refusal("There is no such step.")
        self._change()
        del self._steps[place]
        return self._keep()

    def move_step(self, place: int, to: int) -> Refusal | None:
        """Let a step stand at another place."""
        if not (0 <= place < len(self._steps) and 0 <= to < len(self._steps)):
            return Refusal("It cannot go further.")
        self._change()
        self._steps.insert(to, self._steps.pop(place))
        return self._keep()

    def undo(self) -> Refusal | None:
        """Take back the last change of this sitting."""
        if not self._before:
            return Refusal("There is nothing to undo.")
        self._activity, self._steps = self._before.pop()
        return self._keep()

    def _change(self) -> None:
        self._before.append((dict(self._activity), [dict(step) for step in self._steps]))

    def _keep(self) -> Refusal | None:
        """Write the file; the one it was before, a draft or none, goes once the new one stands."""
        path = self.path
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_safely(path, self.text.encode())
            for other in {self._folder / f"{self.name}.toml", self._folder / f"{self.name}{DRAFT}"} - {path}:
                other.unlink(missing_ok=True)
        except OSError as problem:
            return Refusal(f"NOT saved: {problem.strerror or 'the disk said no'}. Your words are still on the screen.")
        return None

    def _read(self) -> tuple[Activity | None, tuple[Problem, ...]]:
        """The activity, or its problems: with no step yet, those of its other parts are told all the same."""
        file = open_toml(Path(f"{self.name}.toml"), (self.text if self._steps else f"{self.text}steps = []\n").encode())
        if isinstance(file, Problem):
            return None, (file,)
        reading = reading_of(file, "steps")
        return reading.value, reading.problems


def begin(home: Path, title: str) -> Writing:
    """A new activity with this title. Raises StoreProblem where its file is there already."""
    name = id_from(title) or "my-activity"
    if any((home / "activities" / f"{name}{end}").exists() for end in (".toml", DRAFT)):
        raise StoreProblem(f"You have an activity {name!r} already. Open that one, or choose another title.")
    writing = Writing(home, {"id": name, "source": "Our own", "load": "low"}, (), name)
    if refused := writing.put(WHOLE, "title", title):
        raise StoreProblem(str(refused))
    return writing


def open_own(home: Path, name: str) -> Writing:
    """Go on with an activity of the home folder. Raises StoreProblem where its file cannot be read as one."""
    folder = home / "activities"
    path = next((path for end in (DRAFT, ".toml") if (path := folder / f"{name}{end}").exists()), folder / f"{name}.toml")
    file = open_toml(path)
    if isinstance(file, Problem):
        raise StoreProblem(str(file))
    steps = file.data.get("steps", [])
    if not isinstance(steps, list) or not all(isinstance(step, dict) for step in steps):
        raise StoreProblem(f"{path.name} has no steps that can be read. Look at it with: kit check")
    notes = any(line.lstrip().startswith("#") for line in path.read_text(encoding="utf-8").splitlines())
    told = "Lines that start with # are lost when you change this file here. A copy of it would keep them." if notes else ""
    return Writing(home, {key: value for key, value in file.data.items() if key != "steps"}, steps, name, told)


def copy_of(home: Path, activity: Activity, title: str) -> Writing:
    """A new activity of one's own that starts from another."""
    writing = begin(home, title)
    values = {field.name: getattr(activity, field.name) for field in ACTIVITY if field.type != "parts"}
    steps = [{"kind": step.kind, "room": step.room, "say": step.say, "do": step.do, "watch": step.watch,
              "minutes": step.minutes, **step.settings} for step in activity.steps]
    own = {**values, "id": writing.name, "title": title, "source": f"After “{activity.title}”. {activity.source}"}
    started = Writing(home, own, steps, writing.name)
    if refused := started.put(WHOLE, "title", title):
        raise StoreProblem(str(refused))
    return started


def own_activities(home: Path) -> tuple[tuple[str, str], ...]:
    """The activities of the home folder by the names of their files, drafts too: name, and a word on how far it is."""
    folder = home / "activities"
    found = {path.stem: "ready" for path in sorted(folder.glob("*.toml")) if _is_activity(path)}
    return tuple(sorted((found | {path.stem: "a draft" for path in folder.glob(f"*{DRAFT}")}).items()))


def _is_activity(path: Path) -> bool:
    file = open_toml(path)
    return not isinstance(file, Problem) and "steps" in file.data


def _called(row: Row) -> str:
    name = row.field.name.replace("_", " ")
    return name if row.place == WHOLE else f"{name} of step {row.place + 1}"


def _typed(field: Field, typed: str) -> Any:
    """What was typed, as a file has it; an empty field is None."""
    words = typed.strip()
    if not words:
        return None
    if field.type in LISTS:
        lines = [line.strip() for line in words.splitlines() if line.strip()]
        if field.type == "numbers":
            return _numbers(" ".join(lines))
        return lines
    if field.type == "number":
        number = _numbers(words)
        return number if isinstance(number, Refusal) or len(number) != 1 else number[0]
    if field.type == "yes-no":
        return words.casefold() in _YES
    return words


def _numbers(words: str) -> "list[int] | Refusal":
    parts = words.replace(",", " ").split()
    if not all(part.isascii() and part.isdecimal() and len(part) < 7 for part in parts):
        return Refusal("Type whole numbers there, such as 10.")
    return [int(part) for part in parts]
