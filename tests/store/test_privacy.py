"""Sealing a programme folder: everything in it becomes ciphertext, and stays so through every change."""

import json
from pathlib import Path
from random import Random

import pytest

from kit.store import Locked, Store, StoreProblem, list_programmes, read_history, read_programme
from kit.store.doctor import examine
from kit.store.names import is_sealed
from kit.store.privacy import change_passphrase, new_code, rotate, seal, unlock, unseal
from tests.store.programmes import CHEAP, holds_everything, made, says_nothing
from tests.store.trouble import contents, failing

FIRST, SECOND = "the first passphrase", "a second passphrase"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A programme with a record, a picture, a plan and a print in it."""
    return made(tmp_path)


def test_a_sealed_foldersays_nothing_and_opens_with_the_passphrase_and_the_code(folder: Path) -> None:
    code = seal(folder, FIRST, cost=CHEAP)
    says_nothing(folder)
    holds_everything(folder, FIRST)
    holds_everything(folder, code)
    says_nothing(folder)


def test_a_sealed_programme_is_listed_without_its_name(folder: Path) -> None:
    seal(folder, FIRST, cost=CHEAP)
    [programme] = list_programmes(folder.parent)
    assert (programme.name, programme.code, programme.sealed) == ("Locked programme BCD", "BCD", True)


def test_without_keys_it_is_locked_for_reading_and_writing(folder: Path) -> None:
    seal(folder, FIRST, cost=CHEAP)
    before = contents(folder)
    with pytest.raises(Locked, match="is locked"):
        Store(folder, "10:00")
    with pytest.raises(Locked):
        read_history(folder).records()
    with pytest.raises(Locked, match="passphrase does not open"):
        unlock(folder, "something else")
    assert contents(folder) == before


def test_a_file_of_an_unsealed_folder_needs_no_passphrase(folder: Path) -> None:
    with pytest.raises(StoreProblem, match="has no passphrase"):
        unlock(folder, FIRST)


def test_a_sealed_folder_can_be_made_plain_again(folder: Path) -> None:
    seal(folder, FIRST, cost=CHEAP)
    unseal(folder, FIRST)
    assert not list(folder.glob("vault*"))
    assert (folder / "plans" / "1-first.toml").read_bytes() == b'private = "private note"'
    assert read_programme(folder).name == "Hearing voices"
    holds_everything(folder, None)
    code = seal(folder, SECOND, cost=CHEAP)
    says_nothing(folder)
    holds_everything(folder, code)


def test_a_new_passphrase_writes_only_the_vault(folder: Path) -> None:
    code = seal(folder, FIRST, cost=CHEAP)
    before = contents(folder)
    change_passphrase(folder, FIRST, SECOND, cost=CHEAP)
    changed = {name for name, data in contents(folder).items() if before[name] != data}
    assert changed == {"vault.json", "vault-copy.json"}
    with pytest.raises(Locked):
        unlock(folder, FIRST)
    holds_everything(folder, SECOND)
    holds_everything(folder, code)


def test_a_forgotten_passphrase_can_be_replaced_with_the_code(folder: Path) -> None:
    code = seal(folder, FIRST, cost=CHEAP)
    change_passphrase(folder, code, SECOND, cost=CHEAP)
    fresh = new_code(folder, SECOND)
    with pytest.raises(Locked):
        unlock(folder, code)
    holds_everything(folder, fresh)


def test_new_keys_make_the_old_vault_useless(folder: Path) -> None:
    old_code = seal(folder, FIRST, cost=CHEAP)
    old_vault = (folder / "vault.json").read_bytes()
    old_ring = unlock(folder, FIRST)
    before = contents(folder)
    code = rotate(folder, FIRST, SECOND, cost=CHEAP)
    says_nothing(folder)
    for words in (FIRST, old_code):
        with pytest.raises(Locked):
            unlock(folder, words)
    holds_everything(folder, SECOND)
    holds_everything(folder, code)
    assert not {name for name, data in contents(folder).items() if before.get(name) == data} - {"programme.json",
                                                                                               "programme-copy.json"}
    for name in ("vault.json", "vault-copy.json"):
        (folder / name).write_bytes(old_vault)
    with pytest.raises(StoreProblem):
        Store(folder, "10:00", old_ring)


@pytest.mark.parametrize("step", range(0, 75, 3))
@pytest.mark.parametrize("change", ["seal", "unseal", "rotate"])
def test_a_change_that_fails_at_any_call_is_finished_at_the_next_unlocking(folder: Path, change: str, step: int) -> None:
    if change != "seal":
        seal(folder, FIRST, cost=CHEAP)
    failed = _failing_from(folder, change, step)
    words = next((words for words in (SECOND, FIRST) if _opens(folder, words)), None)
    words = words if is_sealed(folder) else None
    holds_everything(folder, words)
    if words == (SECOND if change == "rotate" else FIRST) and change != "unseal":
        says_nothing(folder)
    assert failed or words == {"seal": FIRST, "unseal": None, "rotate": SECOND}[change]


def _failing_from(folder: Path, change: str, step: int) -> bool:
    """Do a change with a disk that fails from some call on. Gives whether it was refused."""
    from kit.store import disk
    count = iter(range(10_000))

    def react(call: str, path: Path, *what: object) -> None:
        if call != "read" and next(count) >= step:
            raise OSError(28, "no space left")

    disk.watch = react
    try:
        if change == "seal":
            seal(folder, FIRST, cost=CHEAP)
        elif change == "unseal":
            unseal(folder, FIRST)
        else:
            rotate(folder, FIRST, SECOND, cost=CHEAP)
    except StoreProblem:
        return True
    finally:
        disk.watch = None
    return False


def _opens(folder: Path, words: str) -> bool:
    try:
        unlock(folder, words)
    except StoreProblem:
        return False
    return True


def test_a_damaged_folder_is_not_changed_over(folder: Path) -> None:
    newest = max(folder.glob("snap-*"))
    newest.write_bytes(newest.read_bytes()[:-200])
    before = contents(folder)
    with pytest.raises(StoreProblem, match="is damaged"):
        seal(folder, FIRST, cost=CHEAP)
    assert {name: data for name, data in contents(folder).items() if name in before} == before


def test_a_folder_that_is_open_elsewhere_is_not_changed_over(folder: Path) -> None:
    store = Store(folder, "10:00")
    with pytest.raises(StoreProblem, match="another window"):
        seal(folder, FIRST, cost=CHEAP)
    store.close()
    seal(folder, FIRST, cost=CHEAP)
    with pytest.raises(StoreProblem, match="has a passphrase already"):
        seal(folder, FIRST, cost=CHEAP)


def test_one_vault_file_is_enough_to_open_everything(folder: Path) -> None:
    seal(folder, FIRST, cost=CHEAP)
    (folder / "vault.json").unlink()
    _opens(folder, FIRST)
    assert examine(folder, unlock(folder, FIRST)).vault == ("vault.json",)


def test_a_sealed_folder_without_its_vault_says_what_to_do(folder: Path) -> None:
    seal(folder, FIRST, cost=CHEAP)
    for name in ("vault.json", "vault-copy.json"):
        (folder / name).unlink()
    with pytest.raises(StoreProblem, match=r"vault\.json"):
        Store(folder, "10:00")


def test_the_same_chance_gives_the_same_vault(tmp_path: Path) -> None:
    vaults = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        seal(tmp_path / name, FIRST, cost=CHEAP, chance=Random(3).randbytes)
        vaults.append(json.loads((tmp_path / name / "vault.json").read_bytes())["slots"])
    assert vaults[0] == vaults[1]


def test_a_vault_that_cannot_be_written_changes_nothing(folder: Path) -> None:
    seal(folder, FIRST, cost=CHEAP)
    before = contents(folder)
    with failing("replace"), pytest.raises(StoreProblem, match="Nothing was changed"):
        change_passphrase(folder, FIRST, SECOND, cost=CHEAP)
    assert contents(folder) == before
