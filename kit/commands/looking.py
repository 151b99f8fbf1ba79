"""Commands that look and tell: programmes, templates, activities, practices, outputs, check."""

import os
from argparse import Namespace
from pathlib import Path

from kit.commands import NO, OK, PROBLEM
from kit.commands.opening import opened, programme_of
from kit.commands.telling import LONGEST_TOLD, narrate, tell, tell_json
from kit.desk.home import home_folder
from kit.desk.library import load_shelf
from kit.model import Activity
from kit.model.text import counted, cut_short, listed
from kit.store import Locked, Programme, StoreProblem, read_papers


def programmes(call: Namespace) -> int:
    """List the programmes in the home folder."""
    from kit.store import list_programmes

    found = list_programmes(home_folder(call.home))
    if call.json:
        tell_json(found)
    else:
        tell(*(f"{p.name}  (code {p.code}, made {p.created[:10]})  {p.folder}" for p in found))
        if not found:
            narrate("There are no programmes yet. Make one with: kit new NAME")
    return OK


def templates(call: Namespace) -> int:
    """List what a programme can start from: whole programmes, then plans that stand alone."""
    shelf = load_shelf(home_folder(call.home))
    lines = [shelf.lines[id] for id in sorted(shelf.lines)]
    if call.json:
        tell_json([*({"id": line.id, "kind": "programme", "title": line.title, "summary": line.summary,
                      "stages": len(line.stages), "practices": line.practices} for line in lines),
                   *({"id": p.id, "kind": "plan", "title": p.title, "summary": p.summary, "minutes": shelf.minutes(p),
                      "blocks": len(p.blocks), "practices": p.practices}
                     for p in sorted(shelf.plans.values(), key=lambda p: p.id))])
    else:
        tell(*(f"{line.id}: {line.title}, {counted(len(line.stages), 'stage')}. {line.summary}" for line in lines),
             *(f"{p.id}: {p.title}, {counted(shelf.minutes(p), 'minute')}. {p.summary}"
               for p in sorted(shelf.starters, key=lambda p: p.id)))
    return _warned(shelf.problems)


def activities(call: Namespace) -> int:
    """List the activities on the shelf by family, or those that fit some words, or tell the whole of one."""
    from kit.desk.activity_words import activity_lines
    from kit.desk.searching import families, search

    shelf = load_shelf(home_folder(call.home))
    one = shelf.activities.get(" ".join(call.words))
    found = (one,) if one else search(shelf.activities.values(), " ".join(call.words))
    if call.json:
        tell_json([_facts(a) for a in sorted(found, key=lambda activity: activity.id)])
    elif one:
        tell(*activity_lines(one))
    else:
        for family, members in families(found):
            tell(f"{family or 'Your own'}:".capitalize(), *(f"{a.id}: {_in_short(a)}" for a in members), "")
    if not found:
        narrate("No activity fits. Try fewer words, or: kit activities")
    return _warned(shelf.problems) if found else NO


def _in_short(activity: Activity) -> str:
    return (f"{activity.title}, {activity.least_minutes} to {activity.minutes} minutes, emotional load {activity.load}. "
            f"{activity.summary}")


def _facts(activity: object) -> dict[str, object]:
    from kit.model.data import to_data

    facts: dict[str, object] = to_data(activity)
    facts["steps"] = [step["kind"] for step in facts["steps"]]  # type: ignore[attr-defined]
    return facts


def practices(call: Namespace) -> int:
    """Say which of the numbered practices are served, and by what."""
    from kit.desk.served import served

    shelf = load_shelf(home_folder(call.home))
    rows = served(shelf)
    if call.json:
        tell_json([{"number": r.practice.number, "practice": r.practice.words, "source": r.practice.source, "served": r.served,
                    "by": r.by, "activities": r.activities, "templates": r.plans, "proof": r.proof, "test": r.test,
                    "missing": r.missing} for r in rows])
    else:
        tell(*(f"{r.practice.number}. {r.practice.words}: " + (listed(r.by) if r.served else f"not served. {r.missing}")
               for r in rows))
    count = f"{sum(r.served for r in rows)} of {len(rows)} practices are served."
    narrate(count) if call.json else tell(count)
    return _warned(shelf.problems)


def outputs(call: Namespace) -> int:
    """Say what the room made."""
    from kit.desk.outputs import by_kind, credited, without_people
    from kit.desk.outputs import outputs as read
    from kit.desk.people import roles, roles_said
    from kit.model.gate import Way

    programme = programme_of(call)
    records = read(programme, Way(call.way))
    if call.json:
        tell_json(records)
        return OK
    made = by_kind(without_people(records))
    for heading, group in made:
        tell(heading, *(f"  {credited(record)}" for record in group), "")
    if not made:
        narrate("Nothing has been made yet.")
    if call.way in ("report", "export") and (line := roles_said(roles(programme))):
        tell(line)
    return OK


def check(call: Namespace) -> int:
    """Read a plan, an activity, a folder or a programme's sheets, and say everything that is wrong with it."""
    from kit.content.check import check as read
    from kit.content.check import check_texts
    from kit.content.wording import wording
    from kit.desk.plainness import explained

    if programme := _programme_at(call):
        from kit.commands.reading import check_sheets

        known = load_shelf(home_folder(call.home)).library
        problems = check_texts(read_papers(programme), known) if programme.sealed else read(programme.folder, known)
        return check_sheets(call, programme, problems)
    path = Path(call.path)
    if len(call.path) > 4000 or "\0" in call.path or not os.path.exists(path):
        narrate(f"There is no file {cut_short(call.path, LONGEST_TOLD)!r}. Check the name, then try again.")
        return PROBLEM
    library = load_shelf(home_folder(call.home)).library
    problems = read(path, library)
    flags = wording(path, explained())
    if call.strict:
        problems += flags
    else:
        for flag in flags:
            narrate(f"To look at: {flag}")
    if call.json:
        tell_json([{"file": p.file, "line": p.line, "sentence": p.sentence} for p in problems])
    else:
        tell(*(str(problem) for problem in problems))
        narrate(f"{counted(len(problems), 'problem')} found." if problems else "No problems found.")
    return NO if problems else OK


def _programme_at(call: Namespace) -> Programme | None:
    """The programme that the call names, where it names no other file or folder."""
    from kit.desk.programmes import find_programme

    path = Path(call.path)
    try:
        if path.exists() and not (path / "programme.json").exists():
            return None
        return opened(find_programme(home_folder(call.home), call.path))
    except Locked:
        raise
    except (StoreProblem, OSError, ValueError):
        return None


def _warned(problems: tuple[str, ...]) -> int:
    for problem in problems:
        narrate(problem)
    return OK
