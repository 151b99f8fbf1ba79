"""Letters that stand for people: A, B … Z, A2, B2 … An account is known by its letter, so that nobody has to be named."""

from collections.abc import Collection

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def next_letter(taken: Collection[str]) -> str:
    """The first letter that nobody has."""
    number = 0
    while (letter := _LETTERS[number % 26] + (str(number // 26 + 1) if number > 25 else "")) in taken:
        number += 1
    return letter
