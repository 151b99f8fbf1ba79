"""The room as a pure machine: no clock, disk, screen or randomness of its own."""

from kit.engine.answers import how_to_answer
from kit.engine.late import Proposal
from kit.engine.replaying import setting_of
from kit.engine.scene import Known, Place
from kit.engine.session import REST, Clock, Session
from kit.engine.spent import Spent
from kit.engine.timing import Timing

__all__ = ["REST", "Clock", "Known", "Place", "Proposal", "Session", "Spent", "Timing", "how_to_answer", "setting_of"]
