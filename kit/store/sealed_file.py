"""One file sealed with a passphrase of its own, for the way between two laptops."""

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kit.store.problem import Locked, StoreProblem
from kit.store.vault import LEAST_PASSPHRASE, Cost, slow_key

MARK = b"KITSEALED1 "


def seal_bytes(data: bytes, passphrase: str, cost: Cost | None = None, chance: Callable[[int], bytes] = os.urandom) -> bytes:
    """Seal some bytes. Raises StoreProblem where the passphrase is too short."""
    if len(passphrase) < LEAST_PASSPHRASE:
        raise StoreProblem(f"A passphrase needs at least {LEAST_PASSPHRASE} characters. A short sentence is a good one.")
    cost, salt, nonce = cost or Cost(), chance(16), chance(12)
    header = MARK + b64encode(json.dumps({"memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes,
                                          "salt": salt.hex(), "nonce": nonce.hex()}).encode()) + b"\n"
    return header + AESGCM(slow_key(passphrase, salt, cost)).encrypt(nonce, data, header)


def is_sealed_file(data: bytes) -> bool:
    """Whether some bytes are sealed."""
    return data.startswith(MARK)


def open_bytes(data: bytes, passphrase: str) -> bytes:
    """What was sealed. Raises Locked for a wrong passphrase, StoreProblem for a damaged file."""
    header, _, sealed = data.partition(b"\n")
    try:
        said: dict[str, Any] = json.loads(b64decode(header.removeprefix(MARK)))
        cost = Cost(said["memory_kib"], said["passes"], said["lanes"]).checked()
        key = slow_key(passphrase, bytes.fromhex(said["salt"]), cost)
        return AESGCM(key).decrypt(bytes.fromhex(said["nonce"]), sealed, header + b"\n")
    except InvalidTag:
        raise Locked("That passphrase does not open this bundle, or the bundle was changed on its way.") from None
    except (ValueError, KeyError, TypeError, RecursionError, AttributeError):
        raise StoreProblem("This bundle is damaged. Nothing was changed.") from None
