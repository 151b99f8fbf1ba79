"""The nouns of the kit, frozen. This floor imports nothing of ours, and everybody may import it."""

from kit.model.activity import Activity, Step
from kit.model.event import Change, Event, Refusal
from kit.model.plan import Block, Plan, Script
from kit.model.prompt import Ask, Form, Option, Prompt, RoomView
from kit.model.record import Consent, Naming, Origin, Record, Visible, conflicts, origins, standing

__all__ = [
    "Activity", "Ask", "Block", "Change", "Consent", "Event", "Form", "Naming", "Option", "Origin", "Plan", "Prompt", "Record",
    "Refusal", "RoomView", "Script", "Step", "Visible", "conflicts", "origins", "standing",
]
