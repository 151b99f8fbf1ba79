"""The vault: a passphrase or a recovery code opens it, and nothing else does."""

import json
import unicodedata
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.store.problem import Locked, StoreProblem
from kit.store.recovery import ALPHABET, from_code, recovery_sheet, to_code
from kit.store.sealing import KeyRing
from kit.store.vault import Cost, OpenVault, new_vault, read_vault, tuned_cost, write_vault

CHEAP = Cost(memory_kib=64, passes=1)
WORDS = "tea at Zoë's in May"
RING = KeyRing((bytes(range(32)),))


def _vault(seed: int = 1) -> tuple[OpenVault, str]:
    return new_vault(WORDS, RING, CHEAP, Random(seed).randbytes)


def test_the_passphrase_and_the_code_both_open_it() -> None:
    vault, code = _vault()
    assert vault.vault.opened(WORDS).ring == vault.vault.opened(code).ring == RING


@pytest.mark.parametrize("words", ["", "tea at Zoe's in May", WORDS + " ", WORDS.upper(), "x" * 10_000, "\0", "\ud800"])
def test_other_words_do_not(words: str) -> None:
    with pytest.raises(Locked, match="passphrase does not open"):
        _vault()[0].vault.opened(words)


def test_a_letter_that_a_keyboard_makes_of_two_parts_is_the_same_letter() -> None:
    assert _vault()[0].vault.opened(unicodedata.normalize("NFD", WORDS)).ring == RING


@pytest.mark.parametrize("typed", [str.lower, lambda code: code.replace("-", " "), lambda code: code.replace("0", "o"),
                                   lambda code: code.replace("1", "l"), lambda code: f"  {code}\n"])
def test_a_code_is_understood_as_people_type_it(typed: object) -> None:
    vault, code = _vault(3)
    assert vault.vault.opened(typed(code)).ring == RING  # type: ignore[operator]


@given(st.binary(min_size=20, max_size=20))
def test_a_code_is_eight_groups_and_a_check_and_reads_back(secret: bytes) -> None:
    code = to_code(secret)
    groups = code.split("-")
    assert [len(group) for group in groups] == [4] * 9
    assert set("".join(groups)) <= set(ALPHABET)
    assert from_code(code) == secret


def test_a_slip_of_the_pen_in_a_code_is_noticed() -> None:
    code = to_code(bytes(range(20)))
    slips = [code[:at] + ALPHABET[(ALPHABET.index(c) + 1) % 32] + code[at + 1:] for at, c in enumerate(code) if c != "-"]
    assert all(from_code(slip) is None for slip in slips)
    vault, code = _vault()
    with pytest.raises(Locked, match="Check it letter by letter"):
        vault.vault.opened(code[:-1] + ("A" if code[-1] != "A" else "B"))


def test_another_programmes_code_does_not_open_it() -> None:
    with pytest.raises(Locked, match="recovery code does not open"):
        _vault(1)[0].vault.opened(_vault(2)[1])


def test_a_new_passphrase_replaces_the_old_one_and_nothing_else() -> None:
    vault, code = _vault()
    changed = vault.with_passphrase("another sentence", CHEAP, Random(5).randbytes).vault
    assert changed.ring == vault.vault.ring
    assert changed.opened("another sentence").ring == changed.opened(code).ring == RING
    with pytest.raises(Locked):
        changed.opened(WORDS)


def test_a_new_code_replaces_the_old_one() -> None:
    vault, code = _vault()
    changed, fresh = vault.with_new_code(Random(5).randbytes)
    assert changed.vault.opened(fresh).ring == changed.vault.opened(WORDS).ring == RING
    with pytest.raises(Locked):
        changed.vault.opened(code)


@pytest.mark.parametrize("words", ["", "short", "       "[:7], to_code(bytes(20))])
def test_a_passphrase_that_is_too_short_or_looks_like_a_code_is_refused(words: str) -> None:
    with pytest.raises(StoreProblem):
        new_vault(words, RING, CHEAP, Random(1).randbytes)


@pytest.mark.parametrize("slot", [
    {"memory_kib": 1 << 30}, {"memory_kib": 1 << 20, "passes": 20}, {"passes": 10 ** 9}, {"lanes": 1000}, {"memory_kib": 0},
    {"memory_kib": -5}, {"passes": "3"}, {"passes": None}, {"salt": "zz"}, {"salt": ""}, {"nonce": ""}, {"sealed": "%%"}])
def test_a_hostile_vault_costs_no_terabyte_and_no_traceback(slot: dict[str, object]) -> None:
    vault = _vault()[0].vault
    vault.slots["passphrase"] |= slot
    with pytest.raises(StoreProblem):
        vault.opened(WORDS)


def test_either_file_is_enough(tmp_path: Path) -> None:
    vault = _vault()[0].vault
    write_vault(tmp_path, vault)
    for name in ("vault.json", "vault-copy.json"):
        data = (tmp_path / name).read_bytes()
        for damaged in (b"", data[:-10], data.replace(b"argon2id", b"argon2iX"), b"\xff" * 100, b"[]", b'{"sum": 1}',
                        b"[" * 100_000):
            (tmp_path / name).write_bytes(damaged)
            assert read_vault(tmp_path) == vault
        (tmp_path / name).write_bytes(data)


def test_with_both_damaged_it_says_so(tmp_path: Path) -> None:
    assert read_vault(tmp_path) is None
    for name in ("vault.json", "vault-copy.json"):
        (tmp_path / name).write_bytes(b"{}")
    with pytest.raises(StoreProblem, match="from your copy"):
        read_vault(tmp_path)


def test_of_two_the_later_counts(tmp_path: Path) -> None:
    vault = _vault()[0]
    write_vault(tmp_path, vault.vault)
    old = (tmp_path / "vault-copy.json").read_bytes()
    changed = vault.with_passphrase("another sentence", CHEAP, Random(5).randbytes).vault
    write_vault(tmp_path, changed)
    (tmp_path / "vault-copy.json").write_bytes(old)
    assert read_vault(tmp_path) == changed


def test_a_vault_of_a_newer_version_is_told(tmp_path: Path) -> None:
    from kit.store.vault import _sum
    body = {"format": 2, "change": 1, "slots": {}, "ring": {}}
    (tmp_path / "vault.json").write_text(json.dumps({**body, "sum": _sum(body)}))
    with pytest.raises(StoreProblem, match="newer version"):
        read_vault(tmp_path)


def test_the_cost_is_raised_until_it_takes_long_enough() -> None:
    times = iter([0.0, 0.2, 0.2, 0.6, 0.6, 1.4])
    assert tuned_cost(lambda: next(times)).memory_kib == 256 * 1024


def test_the_sheet_says_the_code_and_no_name() -> None:
    code = to_code(bytes(20))
    sheet = recovery_sheet(code, "KMR")
    assert code in sheet
    assert "KMR" in sheet


def test_no_key_is_in_any_printed_form() -> None:
    vault = _vault()[0]
    assert vault.key.hex() not in repr(vault)
    assert repr(vault.key) not in repr(vault)
