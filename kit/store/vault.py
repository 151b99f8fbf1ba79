"""The vault of a sealed folder, `vault.json` and its copy: what a passphrase or a recovery code opens.

It holds the ring of data keys, sealed with a vault key, and the vault key twice: sealed with the passphrase, and with the code.
So the passphrase can be changed without writing anything else anew. Alone the file would be a single point of total loss:
hence the copy, and a third in every backup.
"""

import hashlib
import json
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kit.store.names import VAULT, VAULT_COPY
from kit.store.problem import Locked, StoreProblem
from kit.store.recovery import SIZE, from_code, looks_like_code, to_code
from kit.store.safefile import write_safely
from kit.store.sealing import KeyRing, derived

FORMAT = 1
LEAST_PASSPHRASE = 8
"""Characters. A short sentence is better: it is easier to keep in mind and harder to guess."""

Chance = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try of a passphrase costs (Argon2id). The default is STORE.md's: 0.2 seconds on the laptop it was measured on."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 1

    def checked(self) -> "Cost":
        """The same, where it makes sense. Raises ValueError: a hostile file must not ask for a terabyte."""
        fine = 8 * self.lanes <= self.memory_kib <= 1 << 20 and 1 <= self.passes <= 20 and 1 <= self.lanes <= 8
        if not fine or self.memory_kib * self.passes > 1 << 22:
            raise ValueError("a cost out of bounds")
        return self


MOST_MEMORY_KIB = 256 * 1024
"""What a passphrase may ask for when it is set: an old laptop must still have it to spare."""


def tuned_cost(timer: Callable[[], float], seconds: float = 0.7) -> Cost:
    """The cost that takes about so many seconds on this computer, within bounds, and never less than the default.

    `timer` gives seconds.
    """
    cost = Cost()
    while True:
        begun = timer()
        slow_key("a passphrase to measure with", bytes(16), cost)
        if (timer() - begun) * 2 > seconds * 1.4 or cost.memory_kib >= MOST_MEMORY_KIB:
            return cost
        cost = replace(cost, memory_kib=cost.memory_kib * 2)


@dataclass(frozen=True, slots=True)
class Vault:
    """A vault as its file has it. Nothing in it can be read without the passphrase or the code."""

    change: int
    """Goes up with every change: of the file and its copy, the higher counts."""
    slots: dict[str, dict[str, Any]]
    """By name: `passphrase` and `recovery`."""
    ring: dict[str, str]

    def opened(self, words: str) -> "OpenVault":
        """Open with the passphrase or the recovery code. Raises Locked with a sentence."""
        secret = from_code(words)
        try:
            if secret is not None:
                key = _unwrapped(self.slots["recovery"], _code_key(secret, self.slots["recovery"]), b"recovery")
            else:
                slot = self.slots["passphrase"]
                cost = Cost(slot["memory_kib"], slot["passes"], slot["lanes"]).checked()
                key = _unwrapped(slot, slow_key(words, bytes.fromhex(slot["salt"]), cost), b"passphrase")
            return OpenVault(self, key, KeyRing.unpacked(_unwrapped(self.ring, key, b"ring")))
        except InvalidTag:
            raise Locked(_wrong(words)) from None
        except (KeyError, TypeError, ValueError, AttributeError):
            raise StoreProblem(f"{VAULT} is damaged or was changed. Put it back from your copy of the folder.") from None


@dataclass(frozen=True, slots=True)
class OpenVault:
    """A vault that was opened, and the ring of keys in it."""

    vault: Vault
    key: bytes = field(repr=False)
    ring: KeyRing

    def with_ring(self, ring: KeyRing, chance: Chance) -> "OpenVault":
        """The same with another ring."""
        sealed = _wrapped(ring.packed(), self.key, b"ring", chance)
        return OpenVault(replace(self.vault, change=self.vault.change + 1, ring=sealed), self.key, ring)

    def with_passphrase(self, passphrase: str, cost: Cost, chance: Chance) -> "OpenVault":
        """The same with another passphrase. Raises StoreProblem where it is too short."""
        if len(_normal(passphrase)) < LEAST_PASSPHRASE:
            raise StoreProblem(f"A passphrase needs at least {LEAST_PASSPHRASE} characters. A short sentence is a good one.")
        if looks_like_code(passphrase):
            raise StoreProblem("That looks like a recovery code. Choose other words for the passphrase.")
        salt = chance(16)
        slot = {"kdf": "argon2id", "memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes,
                "salt": salt.hex(), **_wrapped(self.key, slow_key(passphrase, salt, cost), b"passphrase", chance)}
        return self._with_slot("passphrase", slot)

    def with_new_code(self, chance: Chance) -> tuple["OpenVault", str]:
        """The same with a new recovery code; the old one opens it no more."""
        secret, salt = chance(SIZE), chance(16)
        slot: dict[str, Any] = {"kdf": "hkdf", "salt": salt.hex()}
        slot |= _wrapped(self.key, _code_key(secret, slot), b"recovery", chance)
        return self._with_slot("recovery", slot), to_code(secret)

    def _with_slot(self, name: str, slot: dict[str, Any]) -> "OpenVault":
        vault = replace(self.vault, change=self.vault.change + 1, slots={**self.vault.slots, name: slot})
        return replace(self, vault=vault)


def new_vault(passphrase: str, ring: KeyRing, cost: Cost, chance: Chance, change: int = 0) -> tuple[OpenVault, str]:
    """A vault with a vault key of its own, and its recovery code. Raises StoreProblem where the passphrase is too short."""
    empty = OpenVault(Vault(change, {}, {}), chance(32), ring)
    return empty.with_ring(ring, chance).with_passphrase(passphrase, cost, chance).with_new_code(chance)


def read_vault(folder: Path) -> Vault | None:
    """A folder's vault, or None where it has none. Raises StoreProblem where both files are damaged."""
    there = [folder / name for name in (VAULT, VAULT_COPY) if (folder / name).exists()]
    found = [vault for vault in map(_read, there) if vault]
    if there and not found:
        raise StoreProblem(f"{VAULT} and {VAULT_COPY} are damaged. Put one of them back from your copy of the folder.")
    return max(found, key=lambda vault: vault.change, default=None)


def is_whole(path: Path) -> bool:
    """Whether one vault file can be read."""
    return _read(path) is not None


def write_vault(folder: Path, vault: Vault) -> None:
    """Keep a vault, and its copy. Raises OSError."""
    body = {"format": FORMAT, "change": vault.change, "slots": vault.slots, "ring": vault.ring}
    data = json.dumps({**body, "sum": _sum(body)}, indent=1).encode()
    for name in (VAULT, VAULT_COPY):
        write_safely(folder / name, data)


def _read(path: Path) -> Vault | None:
    try:
        data = json.loads(path.read_bytes())
        told = data.pop("sum")
        if _sum(data) != told:
            return None
        if data["format"] > FORMAT:
            raise StoreProblem(f"{path.name} was written by a newer version of the kit. Please update it.")
        return Vault(data["change"], data["slots"], data["ring"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _sum(body: dict[str, Any]) -> str:
    return hashlib.blake2b(json.dumps(body, sort_keys=True).encode(), digest_size=16).hexdigest()


def _normal(passphrase: str) -> str:
    return unicodedata.normalize("NFKC", passphrase)


def slow_key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The key that a passphrase gives, slowly (Argon2id)."""
    argon = Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
    return argon.derive(_normal(passphrase).encode("utf-8", "surrogatepass"))


def _code_key(secret: bytes, slot: dict[str, Any]) -> bytes:
    return derived(secret, b"recovery code " + bytes.fromhex(slot["salt"]))


def _wrapped(data: bytes, key: bytes, purpose: bytes, chance: Chance) -> dict[str, str]:
    nonce = chance(12)
    return {"nonce": nonce.hex(), "sealed": b64encode(AESGCM(key).encrypt(nonce, data, purpose)).decode()}


def _unwrapped(slot: dict[str, Any], key: bytes, purpose: bytes) -> bytes:
    return AESGCM(key).decrypt(bytes.fromhex(slot["nonce"]), b64decode(slot["sealed"]), purpose)


def _wrong(words: str) -> str:
    if looks_like_code(words):
        return "That recovery code does not open this programme. Check it letter by letter; the last group finds most slips."
    return "That passphrase does not open this programme. Nothing was changed."
