"""Small labels to cut: for the gallery's drawings, and marks to put beside them."""

from printables.products.saying import steps_of
from printables.products.simple import WHICH
from printables.sheet import CARDS, EVERYONE, ONCE, Sheet, Source, letter
from printables.tree import Card, CutGrid, Document, Heading, paragraph

MARKS_EACH = 3


def gallery_labels(source: Source) -> tuple[Sheet, ...]:
    """A label for each drawing that may hang: its number, and no name."""
    series = range(len(steps_of(source.script, "draw"))) if steps_of(source.script, "gallery") or source.asked else ()
    labels = [f"Drawing {letter(n)}{copy}" for n in series for copy in range(1, source.people + 1)]
    cards = tuple(Card(None, (Heading(2, label),)) for label in labels)
    return _sheet(source, "gallery-labels", "Gallery labels", cards, "Hang a label under each drawing that is on show.")


def resonance(source: Source) -> tuple[Sheet, ...]:
    """Marks that say: this speaks to me. A word and a picture, so that nothing depends on colour."""
    wanted = source.people * MARKS_EACH if steps_of(source.script, "resonate") or source.asked else 0
    cards = tuple(Card(None, (paragraph("This speaks to me. I need not say why.", picture="heart"),)) for _ in range(wanted))
    return _sheet(source, "resonance-marks", "Resonance marks", cards,
                  f"Give out {MARKS_EACH} each, and say where there are more. Nobody counts who used theirs.", CARDS)


def _sheet(source: Source, name: str, title: str, cards: tuple[Card, ...], note: str, share: str = ONCE) -> tuple[Sheet, ...]:
    document = Document(title, (CutGrid(cards, large=True),), source.sheet_code(name, WHICH), source.language, headed=False)
    return (Sheet(name, title, EVERYONE, (document,), f"Print on one side and cut. {note}", share=share),) if cards else ()
