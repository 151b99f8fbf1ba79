"""Turns are counted by one key each, for the facilitator alone."""

import asyncio

from tests.tui.playing import app_at, asked, do, programme, running, shown, until

ACTIVITY = """
id = "talking"
title = "Talking"
summary = "People talk."
purpose = "To hear everybody."
source = "Made for this test."
minutes = 12
least_minutes = 5
power = "All are asked."
load = "low"
access = ["Nobody has to speak."]

[[steps]]
kind = "talk"
count = ["Carers", "Researchers [/]"]
"""
PLAN = """
id = "talks"
title = "Talks"
summary = "One talk."

[[blocks]]
activity = "talking"
"""


def test_a_number_is_one_turn(tmp_path):
    own = tmp_path / "activities"
    own.mkdir()
    (own / "talking.toml").write_text(ACTIVITY, encoding="utf-8")
    (own / "talks.toml").write_text(PLAN, encoding="utf-8")

    async def script():
        async with app_at(tmp_path, opens=programme(tmp_path, template="talks")) as (app, pilot):
            run = await running(app)
            for command in (("answer", 9), ("done",), ("answer", {"Carers": 4, "Researchers [/]": 5})):
                await do(app, run, command)
            for key in ("2", "2", "3"):
                await pilot.press(key)
                await until(lambda: asked(run))
            await pilot.pause()
            assert "Turns so far: Researchers [/] 2." in shown(app)
            assert "Not heard yet: Carers." in shown(app)
            await do(app, run, ("done",))
            assert [r.content["groups"]["Researchers [/]"]["turns"] for r in run.workshop.records if r.kind == "talk"] == [2]

    asyncio.run(script())
