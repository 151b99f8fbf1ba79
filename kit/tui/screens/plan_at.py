"""The planner, opened at one part of one plan."""

from textual import events

from kit.engine.spots import Spot
from kit.store import Programme
from kit.tui.screens.plan import PlanScreen


class PlanAt(PlanScreen):
    """A plan of a programme, with a part of it highlighted at the start."""

    def __init__(self, programme: Programme, plan_id: str, number: str) -> None:
        super().__init__(programme)
        self._wanted = plan_id
        self._number = number

    def on_mount(self, event: events.Mount) -> None:  # type: ignore[override]
        """Read that plan, not the first one."""
        event.prevent_default()
        self.run_worker(self._open(self._wanted))

    def _place(self, at: Spot) -> int:
        if at == ("blocks", -1) and self._number:
            return next((place for place, row in enumerate(self._rows) if row.number == self._number), 0)
        return super()._place(at)
