"""The consent slip: what is asked, yes or no to each, and a part to tear off with the code that takes it back."""

from printables.products.simple import each
from printables.sheet import Sheet, Source
from printables.tree import Heading, Node, Note, Ticks, paragraph, words

ASKED = ("My words may be in the report, with no name.", "My drawing may be shown to this group.",
         "My drawing may be shown to other people.", "You may write to me about what comes next.")
ANSWERS = ("Yes", "No", "Not yet")


def sheets(source: Source) -> tuple[Sheet, ...]:
    """A slip for each person. It carries a code and no name, so that somebody can withdraw without saying who they are."""
    nodes: list[Node] = [
        paragraph("You choose. You can say no to any of these and still take part.", picture="choose"),
        *(Ticks(text, ANSWERS) for text in ASKED), Heading(2, "Tear off and keep"),
        Note(words("You can change your mind at any time. Tell us the code on this sheet. You need not say why."), "cut")]
    return each(source, "consent-slip", "What may we do with it?", nodes, "Give out one each. Each person keeps the lower part.")
