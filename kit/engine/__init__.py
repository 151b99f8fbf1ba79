"""The room as a pure machine: no clock, disk, screen or randomness of its own."""

from kit.engine.answers import how_to_answer
from kit.engine.scene import Place
from kit.engine.session import Clock, Session, setting_of
from kit.engine.timing import Timing

__all__ = ["Clock", "Place", "Session", "Timing", "how_to_answer", "setting_of"]
