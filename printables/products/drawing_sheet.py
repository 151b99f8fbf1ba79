"""The drawing sheet: one prompt, a large empty frame, a label. It gives no definition and asks for no name."""

from kit.model import Step
from printables.products.saying import steps_of
from printables.sheet import EVERYONE, OWN, Sheet, Source, letter
from printables.tree import Document, DrawingFrame, Heading, paragraph


def sheets(source: Source) -> tuple[Sheet, ...]:
    """A stack of sheets for each drawing step of the plan: one for each person, labelled A1, A2, A3 …"""
    return tuple(_sheet(source, step, series) for series, step in enumerate(steps_of(source.script, "draw")))


def _sheet(source: Source, step: Step, series: int) -> Sheet:
    mark = letter(series)
    copies = tuple(_copy(source, step, series, mark, number) for number in range(1, source.people + 1))
    return Sheet("drawing-sheet", f"Drawing sheets {mark}", EVERYONE, copies,
                 "Print on one side. Give out one each; anyone may leave theirs empty.", mark, OWN, thick=True)


def _copy(source: Source, step: Step, series: int, mark: str, number: int) -> Document:
    code = source.sheet_code("drawing-sheet", "This code says which drawing this is, not whose it is.", series, number)
    prompt = str(step.settings.get("prompt", ""))
    children = (Heading(2, prompt), paragraph("You can keep this private. Nobody will ask why.", picture="secret"),
                DrawingFrame("Space to draw"))
    return Document(f"Drawing {mark}{number}", children, code, source.language, read_back=True)
