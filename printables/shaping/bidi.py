"""The order of mixed directions on a line: the Unicode Bidirectional Algorithm (UAX 9), for text without control codes.

Embeddings, overrides and isolates never reach paper (`kit.model.text.clean` takes them out, and so do the letters), so the
rules X1 to X10 have nothing to do here. What is left are the paragraph's direction (P), weak and neutral characters (W,
N), levels (I) and the order on a line (L1, L2). HarfBuzz mirrors brackets (L4).
"""

import unicodedata
from collections.abc import Sequence

STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}
"""What each kind counts as beside a neutral character (N1): numbers count as right to left."""
NEUTRAL = frozenset(("B", "S", "WS", "ON", "BN"))
PAIRS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "⁅": "⁆", "⟦": "⟧", "⟪": "⟫", "⦅": "⦆", "〈": "〉", "《": "》", "「": "」",
         "『": "』", "【": "】", "〔": "〕", "（": "）", "［": "］", "｛": "｝"}
"""Brackets that close each other (BidiBrackets.txt, those in use)."""
CLOSING = {end: start for start, end in PAIRS.items()}
DEEPEST = 63
"""Brackets open at one time (BD16)."""


def base_level(text: str, usual: int = 0) -> int:
    """0 where the first strong letter runs left to right, 1 where it runs right to left, else the usual (P2, P3)."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("L", "R", "AL"):
            return int(kind != "L")
    return usual


def levels(text: str, base: int) -> list[int]:
    """The level of each character of a paragraph: even runs left to right, odd right to left."""
    kinds = [unicodedata.bidirectional(char) or "L" for char in text]
    if base == 0 and not {"R", "AL", "AN"} & set(kinds):
        return [0] * len(text)
    way = "R" if base else "L"
    _weak(kinds, way)
    _brackets(text, kinds, way)
    _neutral(kinds, way)
    return [_level(kind, base) for kind in kinds]


def visual(levels: Sequence[int]) -> list[int]:
    """The places of a line's pieces from left to right, each given by its place in the text (L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


def _weak(kinds: list[str], way: str) -> None:
    """W1 to W7: marks, numbers and what stands between numbers."""
    _marks_and_numbers(kinds, way)
    for n in range(1, len(kinds) - 1):  # W4
        before, after = kinds[n - 1], kinds[n + 1]
        if before == after and ((kinds[n] == "ES" and before == "EN") or (kinds[n] == "CS" and before in ("EN", "AN"))):
            kinds[n] = before
    _beside_numbers(kinds)
    strong = way
    for n, kind in enumerate(kinds):  # W6, W7
        if kind in ("ES", "ET", "CS"):
            kinds[n] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[n] = "L"


def _marks_and_numbers(kinds: list[str], way: str) -> None:
    """W1 to W3: a mark is what it stands on; a European number after an Arabic letter is an Arabic one."""
    before = strong = way
    for n, kind in enumerate(kinds):
        if kind == "NSM":
            kind = before
        before = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        if kind == "EN" and strong == "AL":
            kind = "AN"
        kinds[n] = "R" if kind == "AL" else kind


def _beside_numbers(kinds: list[str]) -> None:
    """W5: signs such as % and £ beside a European number are part of it."""
    n = 0
    while n < len(kinds):
        end = n
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > n and "EN" in (kinds[n - 1] if n else "", kinds[end] if end < len(kinds) else ""):
            kinds[n:end] = ["EN"] * (end - n)
        n = end + 1


def _brackets(text: str, kinds: list[str], way: str) -> None:
    """N0: a pair of brackets runs as what it holds, or as what stands before it."""
    for start, end in _pairs(text, kinds):
        within = {STRONG[kind] for kind in kinds[start + 1:end] if kind in STRONG}
        if way in within:
            side = way
        elif within:
            before = next((STRONG[kind] for kind in reversed(kinds[:start]) if kind in STRONG), way)
            side = before if before in within else way
        else:
            continue
        for place in (start, end):
            kinds[place] = side
            for n in range(place + 1, len(kinds)):
                if unicodedata.bidirectional(text[n]) != "NSM":
                    break
                kinds[n] = side


def _pairs(text: str, kinds: Sequence[str]) -> list[tuple[int, int]]:
    """The places of brackets that belong together, in the order of the opening ones (BD16)."""
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for n, char in enumerate(text):
        if kinds[n] != "ON":
            continue
        if char in PAIRS:
            if len(opened) == DEEPEST:
                break
            opened.append((char, n))
        elif char in CLOSING:
            match = next((m for m in range(len(opened) - 1, -1, -1) if opened[m][0] == CLOSING[char]), None)
            if match is not None:
                pairs.append((opened[match][1], n))
                del opened[match:]
    return sorted(pairs)


def _neutral(kinds: list[str], way: str) -> None:
    """N1, N2: between two of one direction a neutral runs as they do, else as the paragraph."""
    n = 0
    while n < len(kinds):
        end = n
        while end < len(kinds) and kinds[end] in NEUTRAL:
            end += 1
        if end > n:
            before = STRONG[kinds[n - 1]] if n else way
            after = STRONG[kinds[end]] if end < len(kinds) else way
            kinds[n:end] = [before if before == after else way] * (end - n)
        n = end + 1


def _level(kind: str, base: int) -> int:
    """I1, I2."""
    if base % 2 == 0:
        return base + {"L": 0, "R": 1}.get(kind, 2)
    return base + (0 if kind == "R" else 1)
