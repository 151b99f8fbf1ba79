"""A tagged PDF as a screen reader gets it: its elements with their words, and what is wrong with them."""

import re
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name

SHOWING = {"Tj", "TJ", "'", '"'}
PAINTING = {"f", "f*", "S", "s", "B", "Do"}
MOVING = {"T*", "Td", "TD", "Tm"}


@dataclass
class Tag:
    kind: str
    alt: str = ""
    scope: str = ""
    language: str = ""
    kids: list = field(default_factory=list)

    def every(self):
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.every()

    def said(self):
        """What is read aloud, in order: the words for a picture or a field, else the text."""
        if self.alt:
            return self.alt
        return " ".join(kid.said() if isinstance(kid, Tag) else kid for kid in self.kids)


class TaggedPdf:
    def __init__(self, pdf):
        self.problems = []
        self.file = pikepdf.open(BytesIO(pdf))
        self.artifacts, self.loose, self.links = [], [], []
        self.marked = {}
        for number, page in enumerate(self.file.pages):
            self._read_page(number, page)
        self._owners = {}
        self.pages = {page.obj.objgen: number for number, page in enumerate(self.file.pages)}
        tree = self.file.Root.StructTreeRoot
        (self.root,) = [self._element(kid, tree, None) for kid in tree.K]
        self._compare(tree)

    def of(self, *kinds):
        return [tag for tag in self.root.every() if tag.kind in kinds]

    def _read_page(self, number, page):
        fonts = {name: to_unicode(font) for name, font in page.obj.Resources.get("/Font", {}).items()}
        letters, stack = None, []
        for operands, operator in pikepdf.parse_content_stream(page):
            operator = str(operator)
            if operator in ("BDC", "EMC"):
                self._mark(number, stack, operands)
            elif operator == "Tf":
                letters = fonts[str(operands[0])]
            elif operator in SHOWING:
                self._show(number, stack, letters.read(operands[-1]))
            elif operator in PAINTING and not stack:
                self.problems.append(f"page {number}: something drawn is neither tagged nor an artifact")
            elif operator in MOVING and stack and "/MCID" in stack[-1]:
                self._show(number, stack, " ")
        if stack:
            self.problems.append(f"page {number}: a mark is never closed")

    def _mark(self, number, stack, operands):
        if not operands:
            stack.pop()
            return
        if "/ActualText" in operands[1]:
            self._show(number, stack, str(operands[1].ActualText))
        stack.append(operands[1])
        if "/MCID" in operands[1]:
            key = number, int(operands[1].MCID)
            if key in self.marked:
                self.problems.append(f"{key} is marked twice")
            self.marked[key] = ""

    def _show(self, number, stack, text):
        if not stack:
            self.loose.append(text)
            self.problems.append(f"page {number}: {text!r} is neither tagged nor an artifact")
        elif "/MCID" in stack[-1]:
            self.marked[number, int(stack[-1].MCID)] += text
        elif "/ActualText" not in stack[-1]:
            self.artifacts.append(text)

    def _element(self, item, parent, page):
        if item.P.objgen != parent.objgen:
            self.problems.append(f"a {item.S} does not know its parent")
        page = self.pages[item.Pg.objgen] if "/Pg" in item else page
        tag = Tag(str(item.S)[1:], str(item.get("/Alt", "")), language=str(item.get("/Lang", "")))
        for one in item.get("/A", pikepdf.Array()):
            tag.scope = str(one.get("/Scope", tag.scope)).strip("/")
        kids = item.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            tag.kids.append(self._kid(kid, item, page))
        return tag

    def _kid(self, kid, item, page):
        if isinstance(kid, Dictionary) and "/S" in kid:
            return self._element(kid, item, page)
        if isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR:
            return self._link(kid, item)
        where = (self.pages[kid.Pg.objgen], int(kid.MCID)) if isinstance(kid, Dictionary) else (page, int(kid))
        if where in self._owners:
            self.problems.append(f"{where} stands twice in the tree")
        self._owners[where] = item
        return self.marked.get(where, "")

    def _link(self, kid, item):
        """A place to press is on the page it names, says where it leads, and knows its element. It is not read."""
        spot = kid.Obj
        self.links.append((str(item.S)[1:], str(spot.Contents), str(spot.A.URI)))
        if spot.objgen not in [one.objgen for one in kid.Pg.Annots]:
            self.problems.append(f"{spot.A.URI} is on another page")
        parents = list(self.file.Root.StructTreeRoot.ParentTree.Nums)
        if parents[parents.index(int(spot.StructParent)) + 1].objgen != item.objgen:
            self.problems.append(f"{spot.A.URI} does not know its element")
        return ""

    def _compare(self, tree):
        if set(self._owners) != set(self.marked):
            self.problems.append(f"pages and tree differ: {sorted(set(self._owners) ^ set(self.marked))[:5]}")
        numbers = list(tree.ParentTree.Nums)
        parents = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
        for number, page in enumerate(self.file.pages):
            owners = parents[int(page.obj.StructParents)]
            here = {key[1]: item for key, item in self._owners.items() if key[0] == number}
            if [here[n].objgen for n in sorted(here)] != [owner.objgen for owner in owners]:
                self.problems.append(f"page {number}: the parent tree names other elements")
            if page.obj.Tabs != Name.S:
                self.problems.append(f"page {number}: the tab order is not that of the tags")


@dataclass
class Letters:
    codes: dict
    wide: bool

    def read(self, shown):
        parts = shown if isinstance(shown, pikepdf.Array) else [shown]
        return "".join(self._text(bytes(part)) for part in parts if isinstance(part, pikepdf.String))

    def _text(self, data):
        codes = [data[n] << 8 | data[n + 1] for n in range(0, len(data), 2)] if self.wide else data
        return "".join(self.codes[code] for code in codes)


def to_unicode(font):
    """The map of a font. A code that is drawn and not in it is a KeyError: nobody could hear it."""
    codes = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", font.ToUnicode.read_bytes().decode(), re.DOTALL):
        for code, text in re.findall(r"<(\w+)> <(\w*)>", block):
            codes[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    assert "\0" not in codes.values()
    return Letters(codes, font.Subtype == Name.Type0)


def outline(file):
    """The bookmarks as (level, words)."""
    found = []

    def walk(items, level):
        for item in items:
            found.append((level, item.title))
            walk(item.children, level + 1)

    with file.open_outline() as bookmarks:
        walk(bookmarks.root, 1)
    return found
