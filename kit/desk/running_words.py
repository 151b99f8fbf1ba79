"""A running workshop in plain sentences: what is now and next, what can be done about the time, and what everything took."""

from collections.abc import Iterable, Iterator, Sequence

from kit.engine import Proposal, Session, Spent
from kit.model import Record
from kit.model.text import counted


def now_lines(session: Session) -> Iterator[str]:
    """What is now, what is next and how the time stands."""
    prompt, blocks = session.prompt, session.script.plan.blocks
    if session.over:
        yield "The workshop has ended."
        return
    step = f", step {prompt.step} of {prompt.steps}" if prompt.steps > 1 else ""
    yield f"Now: {prompt.title}{step}." if not prompt.block else f"Now: {prompt.block} of {len(blocks)}, {prompt.title}{step}."
    if session.paused:
        yield f"A break of about {counted(session.resting, 'minute')}." if session.resting else "Paused."
    yield f"Next: {blocks[prompt.block].title}." if prompt.block < len(blocks) else "Next: the end."
    if session.facilitator:
        yield f"{session.facilitator} leads."
    yield str(session.timing)


def arrival_words(records: Iterable[Record]) -> str:
    """What is said when somebody has come late: where people sit at tables already, their seat, or how they get one."""
    here = tuple(records)
    seated = next((record for record in reversed(here) if record.kind == "seating"), None)
    last = next((record for record in reversed(here) if record.kind in ("name", "attendance")), None)
    if seated is None or last is None:
        return "Welcome. One more person is here."
    name = str(last.content.get("text", ""))
    place = next((n for n, names in enumerate(seated.content["tables"], 1) if name and name in names), None)
    if place is None:
        return "Welcome. They have no seat yet. To give them one, go back to the tables: few people have to move."
    return f"Welcome. {name} has a seat at table {place}. Nobody has to move. To change it, go back to the tables."


def proposal_lines(proposals: Sequence[Proposal]) -> Iterator[str]:
    """Each proposal with its number and what it costs."""
    for number, proposal in enumerate(proposals, 1):
        yield f"{number}. {proposal.words}"
    if not proposals:
        yield "Nothing has to be done."


def spent_lines(rows: Sequence[Spent]) -> Iterator[str]:
    """How long each part took."""
    for row in rows:
        until = f" to {row.ended}" if row.ended else ", going on"
        injury = f" That is {counted(row.injury, 'minute')} over its own time." if row.injury else ""
        yield f"{row.title}: {row.started}{until}. {counted(row.taken, 'minute')} of {row.planned} planned.{injury}"
    if not rows:
        yield "Nothing has begun yet."
    elif total := sum(row.injury for row in rows):
        yield f"In all, {counted(total, 'minute')} of injury time."


def handover_lines(session: Session) -> Iterator[str]:
    """What somebody who takes over has to know, all of it."""
    yield from now_lines(session)
    if session.prompt.private:
        yield f"Only for you: {session.prompt.private}"
    parked = [str(record.content["text"]) for record in session.records if record.kind == "parked"]
    if parked:
        yield f"Parked topics: {'; '.join(parked)}."
    if blocks := session.script.plan.parked:
        yield f"Parked parts of the plan: {', '.join(block.title for block in blocks)}."
    notes = [str(record.content["text"]) for record in session.records if record.kind == "note"]
    yield from (f"Your note: {note}" for note in notes)
