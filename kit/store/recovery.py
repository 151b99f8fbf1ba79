"""The recovery code: a second key to a sealed folder, printed on paper, for the day the passphrase is forgotten.

160 bits that nobody can guess, in eight groups of four letters and digits, and a ninth that notices a slip of the pen.
The letters I, L, O and U are not used; who reads O for 0, or I or L for 1, is understood.
"""

import hashlib

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SIZE = 20
"""Bytes of the secret."""
_GROUP = 4
_MEANT = str.maketrans("OIL", "011")


def to_code(secret: bytes) -> str:
    """The code of a secret of 20 bytes: `Z625-RDRD-…`."""
    letters = _letters(int.from_bytes(secret, "big"), 32) + _check(secret)
    return "-".join(letters[at:at + _GROUP] for at in range(0, len(letters), _GROUP))


def from_code(text: str) -> bytes | None:
    """The secret of a code as somebody typed it, or None where it is no code or has a slip in it."""
    letters = "".join(text.upper().split()).replace("-", "").translate(_MEANT)
    if len(letters) != 36 or any(letter not in ALPHABET for letter in letters):
        return None
    number = 0
    for letter in letters[:32]:
        number = number * 32 + ALPHABET.index(letter)
    secret = number.to_bytes(SIZE, "big")
    return secret if _check(secret) == letters[32:] else None


def looks_like_code(text: str) -> bool:
    """Whether somebody seems to have typed a code, right or not."""
    letters = "".join(text.upper().split()).replace("-", "")
    return text.count("-") >= 6 and 30 <= len(letters) <= 42


def recovery_words() -> tuple[str, ...]:
    """What the sheet to print and keep says under its code."""
    return ("With this code anybody can open the programme, as with its passphrase.",
            "Keep this sheet away from the laptop, where you keep things that matter.",
            "If you forget the passphrase, type the code where the kit asks for it.",
            "If you lose the laptop, nobody can read what is on it without one of the two.",
            "If both are lost, nobody can open it again. We cannot help then, and no one can.")


def recovery_sheet(code: str, programme: str) -> str:
    """The sheet as plain text. `programme` is the code of the programme, never its name."""
    return "\n".join((f"Recovery sheet for programme {programme}", "", code, "", *recovery_words(), ""))


def _check(secret: bytes) -> str:
    return _letters(int.from_bytes(hashlib.blake2b(secret, digest_size=3).digest(), "big") >> 4, _GROUP)


def _letters(number: int, length: int) -> str:
    letters = ""
    for _ in range(length):
        number, digit = divmod(number, 32)
        letters = ALPHABET[digit] + letters
    return letters
