"""Finding an activity on the shelf: by words, and by what it needs of time and people, its load, power and practices.

Filters are words with a colon: `family:caring`, `min:20` (it can be done in 20 minutes), `people:12`, `load:low`, `power:chance`,
`practice:34`.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from kit.model import Activity
from kit.model.text import clean_line

FILTERS = ("family", "min", "people", "load", "power", "practice")
"""Names of the filters, as they are typed."""

FAMILIES = ("opening", "agreements", "power", "knowing", "making", "learning", "deciding", "writing", "understanding", "caring",
            "closing")
"""Names of the families that ship, which are their folders, in the order in which a day may come to them."""

_FILTER = re.compile(rf"({'|'.join(FILTERS)}):(\S+)", re.IGNORECASE)

_FITS: Mapping[str, Callable[[Activity, str], bool]] = {
    "family": lambda activity, value: activity.family.casefold().startswith(value),
    "min": lambda activity, value: value.isdecimal() and activity.least_minutes <= int(value[:4]),
    "people": lambda activity, value: value.isdecimal() and activity.least_people <= int(value[:4]) <= activity.most_people,
    "load": lambda activity, value: activity.load.startswith(value),
    "power": lambda activity, value: value in activity.power.casefold(),
    "practice": lambda activity, value: value in map(str, activity.practices),
}


def search(activities: Iterable[Activity], typed: str) -> tuple[Activity, ...]:
    """The activities that fit all that was typed, those with the words in their title first."""
    typed = clean_line(typed)[:200].casefold()
    filters = [(found[1], found[2]) for found in _FILTER.finditer(typed)]
    words = _FILTER.sub(" ", typed).split()
    fits = [activity for activity in activities
            if all(_FITS[name](activity, value) for name, value in filters) and all(word in _words(activity) for word in words)]
    titled = {activity.id for activity in fits if all(word in activity.title.casefold() for word in words)}
    return tuple(sorted(fits, key=lambda activity: (activity.id not in titled, activity.title)))


def about(activity: Activity) -> str:
    """An activity in one line."""
    return (f"{activity.title}, {activity.least_minutes} to {activity.minutes} minutes, {activity.least_people} to "
            f"{activity.most_people} people, emotional load {activity.load}")


def families(activities: Iterable[Activity]) -> tuple[tuple[str, tuple[Activity, ...]], ...]:
    """The activities by family, in the order of a day; what belongs to none comes last, under no name."""
    found: dict[str, list[Activity]] = {}
    for activity in sorted(activities, key=lambda activity: activity.title.casefold()):
        found.setdefault(activity.family, []).append(activity)
    place = {name: number for number, name in enumerate(FAMILIES)}
    return tuple((name, tuple(found[name])) for name in sorted(found, key=lambda name: (not name, place.get(name, 99), name)))


def _words(activity: Activity) -> str:
    kinds = (step.kind for step in activity.steps)
    return " ".join((activity.id, activity.family, activity.title, activity.summary, activity.purpose, *kinds)).casefold()
