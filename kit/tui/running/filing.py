"""Giving a drawing its picture while the workshop runs: which drawing, which file, and what it shows in words."""

from typing import TYPE_CHECKING

from kit.model import Ask, Form

if TYPE_CHECKING:
    from kit.tui.screens.run import RunScreen

_WHICH = "Which file? Drag the photograph into this window, or type its path."


async def file_picture(run: "RunScreen", label: str = "", path: str = "") -> None:
    """Ask for what is not known yet, and keep the picture with its drawing."""
    from kit.desk.pictures import ALT
    from kit.tui.screens.ask import AskLine
    from kit.tui.screens.choose import Choose

    labels = sorted((str(record.content["label"]) for record in run.workshop.records if record.kind == "drawing"),
                    key=lambda label: (label[:1], len(label), label))
    if not labels:
        run.answering.tell("There is no drawing yet. It has a number, such as A3, once it was counted as made.", refused=True)
        return
    if not label:
        place = await run.app.push_screen_wait(Choose("Which drawing is it?", tuple(labels)))
        if place is None:
            return
        label = labels[place]
    path = path or await run.app.push_screen_wait(AskLine(f"A picture of {label}", Ask(Form.WORDS, _WHICH))) or ""
    if not path:
        return
    alt = await run.app.push_screen_wait(AskLine(f"A picture of {label}", Ask(Form.WORDS, ALT, optional=True)))
    if alt is not None:
        run.take(lambda: run.workshop.picture(label, path, alt), f"The picture is with drawing {label}.")
