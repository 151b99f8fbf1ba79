"""Who sits where: plans that mix people over tables and rounds, keep every access need, and say how good they are."""

from kit.engine.seating.instance import Apart, Instance, MixRule, Person, RuleKind, Schedule, Seat, Table, Together
from kit.engine.seating.reading import BadInstance, read_instance
from kit.engine.seating.solve import SeatingPlan, solve

__all__ = ["Apart", "BadInstance", "Instance", "MixRule", "Person", "RuleKind", "Schedule", "Seat", "SeatingPlan", "Table",
           "Together", "read_instance", "solve"]
