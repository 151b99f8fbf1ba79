"""Which plan is run now, where a programme has several; and whether one that was run to its end is meant to be run again."""

from collections.abc import Sequence

from textual.app import App

from kit.desk.next_workshop import AGAIN
from kit.desk.stages import Standing
from kit.model import Plan, State
from kit.tui.screens.choose import Choose


async def which_plan(app: App[None], plans: Sequence[Plan], stages: Sequence[Standing]) -> tuple[str, str] | None:
    """The plan's id and the site. The next stage's is offered first, and one that is run at several sites asks at which."""
    waiting = [one for one in stages if one.state is not State.DONE and one.stage.plan]
    at = next((place for place, plan in enumerate(plans) if waiting and plan.id == waiting[0].stage.plan), 0)
    place = await app.push_screen_wait(Choose("Which plan?", tuple(plan.title for plan in plans), at))
    if place is None:
        return None
    sites = next((one.left for one in waiting if one.stage.plan == plans[place].id), ())
    site = await app.push_screen_wait(Choose("At which site?", sites)) if len(sites) > 1 else 0
    return None if site is None else (plans[place].id, sites[site] if sites else "")


async def next_or_again(app: App[None], plan: Plan) -> int | None:
    """0 for the next workshop, 1 for this plan once more; None where somebody goes back."""
    return await app.push_screen_wait(Choose(f"{plan.title} was run to its end already.", AGAIN))
