"""The nouns of the kit, frozen. This floor imports nothing of ours, and everybody may import it.

A noun's module is loaded when the noun is first asked for, so that the first screen waits only for what it shows.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kit.model.activity import Activity, Step
    from kit.model.event import Change, Event, Refusal
    from kit.model.framework import Framework, Item
    from kit.model.line import Line, Run, Stage, State
    from kit.model.member import Member
    from kit.model.plan import Block, Plan, Script, Strand
    from kit.model.prompt import Ask, Form, Option, Prompt, RoomView, TableView
    from kit.model.record import (
        Consent,
        Naming,
        Origin,
        Record,
        Visible,
        conflicts,
        known_as,
        origins,
        speaks_of,
        standing,
        text_of,
    )

_HOMES = {
    "activity": ("Activity", "Step"),
    "event": ("Change", "Event", "Refusal"),
    "framework": ("Framework", "Item"),
    "line": ("Line", "Run", "Stage", "State"),
    "member": ("Member",),
    "plan": ("Block", "Plan", "Script", "Strand"),
    "prompt": ("Ask", "Form", "Option", "Prompt", "RoomView", "TableView"),
    "record": ("Consent", "Naming", "Origin", "Record", "Visible", "conflicts", "known_as", "origins", "speaks_of",
               "standing", "text_of"),
}
"""The module of each noun."""

__all__ = [
    "Activity", "Ask", "Block", "Change", "Consent", "Event", "Form", "Framework", "Item", "Line", "Member", "Naming", "Option",
    "Origin", "Plan", "Prompt", "Record", "Refusal", "RoomView", "Run", "Script", "Stage", "State", "Step", "Strand", "TableView",
    "Visible", "conflicts", "known_as", "origins", "speaks_of", "standing", "text_of",
]


def __getattr__(name: str) -> Any:
    """Load the module of a noun that is asked for, and keep the noun here (PEP 562)."""
    for module, nouns in _HOMES.items():
        if name in nouns:
            noun = getattr(import_module(f"kit.model.{module}"), name)
            globals()[name] = noun
            return noun
    raise AttributeError(f"kit.model has no {name!r}")
