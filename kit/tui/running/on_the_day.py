"""The keys of a running workshop for the time and the day. What they offer is loaded when it is first wanted."""

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from kit.tui.screens.run import RunScreen


class OnTheDay:
    """Actions of the run screen."""

    def action_late(self) -> None:
        """Offer what can be done about the time; take one, or carry on."""
        from kit.tui.running.today import offer_late

        offer_late(cast("RunScreen", self))

    def action_rest(self) -> None:
        """Put in a break."""
        run = cast("RunScreen", self)
        run.take(run.workshop.rest, "A break. Carry on when people are back.")

    def action_slow_down(self) -> None:
        """Give this part more time."""
        run = cast("RunScreen", self)
        run.take(run.workshop.slow_down, "We slow down. This part has 5 minutes more.")

    def action_today(self) -> None:
        """Choose one of the things that change on the day."""
        from kit.tui.running.today import offer_today

        offer_today(cast("RunScreen", self))
