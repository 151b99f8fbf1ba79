"""Paper: 200 feedback cards, each with its own code, and a report of twenty pages, against yardsticks and against no tags.

typst and WeasyPrint are measured where they are installed (`pip install typst weasyprint`); they set the same words with tags.
"""

import gc
import statistics
import sys
import time
from contextlib import contextmanager
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from kit.model import Activity, Block, Plan, Script, Step
from printables.pack import pack
from printables.pdf import render
from printables.pdf.canvas import SheetCanvas
from printables.plain_text import plain_text
from printables.profile import PAPERS, PROFILES
from printables.qr import modules
from printables.sheet import Source
from printables.tree import Document, Heading, Table, paragraph, words

CLEAR, A4, PEOPLE, RUNS = PROFILES["clear"], PAPERS["A4"], 200, 7
STEP = Step("feedback", settings={"questions": ("Could you take part?", "Did you feel heard?"), "words": ("What was best?",)})
ACTIVITY = Activity("close", "Close", "", "", "", 5, 5, 2, 60, "", "low", (), (), (), (), (STEP,))
SOURCE = Source("x", "KMR", 1, Script(Plan("p", "Plan", "", "10:00", (Block("b", "Close", "close", 5),)), (ACTIVITY,)), PEOPLE)
TEXT = "We met on a wet day, and many people came. They said what they would change, and we wrote it down. "
REPORT = Document("A report", tuple(
    node for n in range(20) for node in (
        Heading(2, f"Part {n + 1}"), paragraph(TEXT * 9),
        Table(("Who", "What", "When"), tuple((words(f"Group {m}"), words(TEXT[:40]), words("Soon")) for m in range(7))))))


def seconds(*works):
    """Middle of a few runs of each, in turn, in processor seconds, so that a busy machine is busy for all of them."""
    times = [[] for _ in works]
    for turn in range(RUNS + 1):
        for work, kept in zip(works, times, strict=True):
            gc.collect()  # Nobody pays for what another leaves behind.
            start = time.process_time()
            work()
            kept += [time.process_time() - start] * bool(turn)
    return [statistics.median(kept) for kept in times]


@contextmanager
def untagged():
    """The same canvas, silent about tags."""
    start, save = SheetCanvas.__init__, SheetCanvas.save

    def quiet(self, *args, **more):
        start(self, *args, **more)
        self._quiet = 1

    SheetCanvas.__init__ = quiet
    SheetCanvas.save = lambda self: self._doc.SaveToFile(self._filename, self)
    try:
        yield
    finally:
        SheetCanvas.__init__, SheetCanvas.save = start, save


def typst_cards(texts):
    """The same words as one typst document."""
    import typst

    pages = "#pagebreak()\n".join("= Card\n" + "\n\n".join(f'#text("{line}")' for line in text.splitlines()) for text in texts)
    source = f'#set document(title: "Cards")\n#set text(lang: "en", size: 14pt)\n{pages}'
    return lambda: typst.compile(source.encode(), pdf_standards=["ua-1"])


def weasyprint_cards(texts):
    """The same words as one HTML page."""
    import weasyprint

    pages = "".join("<article style='break-after:page'><h1>Card</h1>" + "".join(
        f"<p>{escape(line)}</p>" for line in text.splitlines()) + "</article>" for text in texts)
    html = f"<html lang=en><title>Cards</title><body style='font-size:14pt'>{pages}"
    return lambda: weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")


def cards():
    """Time the cards beside what is installed."""
    sheet, = pack(SOURCE, ["feedback-card"])
    texts = [plain_text(document) for document in sheet.documents]

    def ours():
        modules.cache_clear()
        return render(sheet.documents, CLEAR, A4)

    others = {}
    for name, make in (("typst", typst_cards), ("WeasyPrint", weasyprint_cards)):
        try:
            others[name] = make(texts)
        except ImportError:
            print(f"  {name} is not installed")
    time_of_ours, *times = seconds(ours, *others.values())
    print(f"{PEOPLE} feedback cards, each with its own code, tagged: {time_of_ours:.2f} s")
    for name, other in zip(others, times, strict=True):
        print(f"  {name}, the same words, without codes or boxes: {other:.2f} s; ours: {time_of_ours / other:.2f} times")


def report():
    """Time a report with tags and without."""
    def plain():
        with untagged():
            render(REPORT, CLEAR, A4)

    with_tags, without = seconds(lambda: render(REPORT, CLEAR, A4), plain)
    pages = render(REPORT, CLEAR, A4).pages
    print(f"A report of {pages} pages: tagged {with_tags:.2f} s, untagged {without:.2f} s, {with_tags / without:.2f} times")


if __name__ == "__main__":
    cards()
    report()
