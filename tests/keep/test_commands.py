"""The commands of keeping: words, JSON, exit codes and sentences; and that nothing is ever sent anywhere."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from kit.desk.locking import lock
from tests.cli.test_commands import Kit
from tests.keep.programme import WORDS, every_byte, marked
from tests.keep.test_gate import record_with
from tests.store.programmes import CHEAP

PASSPHRASE = "a kettle in the hall"


@pytest.fixture
def kit(tmp_path):
    return Kit(tmp_path / "home")


@pytest.fixture
def day(tmp_path):
    return marked(tmp_path / "home")


@pytest.fixture
def passphrase(tmp_path, monkeypatch):
    (tmp_path / "passphrase").write_text(PASSPHRASE + "\n")
    monkeypatch.setenv("KIT_PASSPHRASE_FILE", str(tmp_path / "passphrase"))


def test_consent_is_read_out_and_written_down_by_the_code_on_the_slip(kit, day):
    code = record_with(day, "shown").origin.sheet
    done = kit("consent", "Ours", code)
    assert (done.returncode, "Who may see it: this group. Named: none." in done.stdout) == (0, True)
    assert WORDS["shown"] in done.stdout
    [record] = kit.json("consent", "Ours", code, "--visible", "report", "--named", "letter", "--by", "Sam",
                        "--keep-until", "2099-01-01")
    assert (record["visible"], record["naming"], record["keep_until"]) == ("report", "letter", "2099-01-01")
    assert record["consent"]["by"] == "Sam"
    assert WORDS["shown"] in kit("outputs", "Ours", "--for", "report").stdout
    done = kit("consent", "Ours", code, "--withdraw")
    assert done.stdout == "drawing: taken back.\n"
    assert WORDS["shown"] not in kit("outputs", "Ours").stdout


def test_the_lower_part_of_a_consent_slip_takes_back_what_its_upper_part_said(kit, day, tmp_path):
    """As in the hall: slips are printed, one is filled in and written down, and later somebody shows what they tore off."""
    [slips] = kit.json("print", "Ours", "consent-slip", "--people", "2", "--format", "text", "--out", str(tmp_path))
    codes = re.findall(r"Code (\S+)\. ", (tmp_path / slips["path"]).read_text())
    assert codes[0] == codes[1] != codes[2] == codes[3]
    slip = codes[2]
    drawing = record_with(day, "shown").origin.sheet
    [record] = kit.json("consent", "Ours", drawing, "--visible", "report", "--slip", slip.lower().replace("-", ""))
    assert record["consent"]["slip"] == slip
    kit("consent", "Ours", drawing, "--keep-until", "2099-01-01")
    assert WORDS["shown"] in kit("outputs", "Ours", "--for", "report").stdout
    assert kit("consent", "Ours", slip, "--withdraw").stdout == "drawing: taken back.\n"
    assert WORDS["shown"] not in kit("outputs", "Ours").stdout


@pytest.mark.parametrize(("words", "code", "sentence"), [
    (("consent", "Ours", "nothing", "--slip", "KMR-24D2-B3X"), 3, "is not the code of a consent slip"),
    (("consent", "Ours"), 2, "Say which"),
    (("consent", "Ours", "nothing", "--withdraw"), 3, "is no sheet code and no record"),
    (("consent", "Ours", "KMR-24D2-B3X", "--withdraw"), 3, "no sheet code"),
    (("forget", "Ours"), 2, "Say one of these"),
    (("forget", "Ours", "Nobody here"), 3, "is no sheet code and no record"),
    (("forget", "Ours", "--workshop", "x"), 3, "There is no workshop 'x'"),
    (("merge", "Ours"), 2, "Say one of these"),
    (("merge", "Ours", "no-such-file"), 3, "cannot be read"),
    (("unbundle", "no-such-file"), 3, "cannot be read"),
    (("unlock", "Ours"), 3, "has no passphrase"),
    (("lock", "Ours"), 3, "A passphrase is wanted"),
    (("people", "Ours", "no-such-file"), 3, "cannot be read"),
    (("doctor", "Nobody"), 3, "There is no programme"),
    (("bundle", "Ours", "no/such/folder/x"), 3, "cannot be written"),
])
def test_what_cannot_be_done_is_one_or_two_sentences(kit, day, words, code, sentence):
    done = kit(*words)
    assert (done.returncode, done.stdout) == (code, "")
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 2


def test_forgetting_gives_a_receipt_without_the_words(kit, day):
    receipt = kit.json("forget", "Ours", record_with(day, "caption").id)
    assert (receipt["records"], receipt["kinds"], receipt["still"]) == (1, {"caption": 1}, [])
    assert "zorqcaption" not in json.dumps(receipt)
    assert b"zorqcaption" not in every_byte(day.programme.folder)


def test_the_doctor_makes_a_verified_copy_and_stops_reminding(kit, day, tmp_path):
    done = kit("doctor", "Ours")
    assert (done.returncode, "Everything is whole" in done.stdout, "no second copy" in done.stdout) == (0, True, True)
    (tmp_path / "stick").mkdir()
    assert kit.json("doctor", "Ours", "--copy", str(tmp_path / "stick"))["copy"]["files"] > 3
    assert "no second copy" not in kit("doctor", "Ours").stdout
    newest = max(day.programme.folder.glob("snap-*"))
    newest.write_bytes(newest.read_bytes()[:300])
    done = kit("doctor", "Ours", "--json")
    assert (done.returncode, json.loads(done.stdout)["whole"]) == (1, False)


def test_a_bundle_goes_to_another_home_and_back(kit, day, tmp_path):
    assert kit("bundle", "Ours", str(tmp_path / "x.kit")).returncode == 0
    other = Kit(tmp_path / "other")
    done = other.json("unbundle", str(tmp_path / "x.kit"))
    assert done["new"] == done["records"] > 10
    assert kit.json("merge", "Ours", done["programme"]["folder"])["new"] == 0


def test_a_locked_programme_needs_its_passphrase_for_every_command(kit, day, tmp_path, passphrase, monkeypatch):
    code, folder = day.programme.code, lock(day.programme, PASSPHRASE, CHEAP)[0].folder
    left = every_byte(folder)
    assert [w for w in WORDS if WORDS[w].encode() in left] == []
    assert b'"Ours"' not in left
    assert WORDS["caption"] in kit("outputs", "ours").stdout
    assert WORDS["caption"] in kit("outputs", code).stdout
    assert kit("run", code, "--new", "--plain", typed="3\nstop\n").returncode == 0
    assert kit("print", code, "agenda").returncode == 3
    assert kit("print", code, "agenda", "--out", str(tmp_path / "out")).returncode == 0
    assert kit("capture", code, typed="a thought\n").returncode == 0
    receipt = kit.json("forget", code, record_with_keys(day, folder, "caption"))
    assert (receipt["records"], receipt["still"]) == (1, [])
    (tmp_path / "passphrase").write_text("some other words")
    for words in (("outputs", code), ("unlock", code), ("run", code, "--plain")):
        done = kit(*words, typed="")
        assert (done.returncode, done.stdout) == (3, "")
        assert "does not open this programme" in done.stderr
    monkeypatch.delenv("KIT_PASSPHRASE_FILE")
    assert "A passphrase is wanted" in kit("outputs", code).stderr
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    monkeypatch.setenv("KIT_PASSPHRASE_FILE", str(tmp_path / "passphrase"))
    assert kit("unlock", code, "--check").stdout == "It opens Ours.\n"
    assert kit("unlock", code).returncode == 0
    assert (day.home / "Ours" / "programme.json").exists()
    monkeypatch.delenv("KIT_PASSPHRASE_FILE")
    assert WORDS["term"] in kit("outputs", "Ours").stdout


def record_with_keys(day, folder, word):
    from kit.desk.locking import unlocked
    from kit.store import read_programme

    day.programme = unlocked(read_programme(folder), PASSPHRASE)
    return record_with(day, word).id


def test_small_groups_are_not_counted_in_a_report(kit, day, tmp_path):
    rows = [("name", "role"), *((f"P{n}", "carer") for n in range(6)), ("Q1", "nurse"), ("Q2", "peer worker"), ("Q3", "")]
    (tmp_path / "people.csv").write_text("\n".join(map(",".join, rows)))
    said = "People by role: carer 6, nurse fewer than 5 and peer worker fewer than 5.\n"
    assert kit("people", "Ours", str(tmp_path / "people.csv")).stdout == f"9 people taken in.\n{said}"
    assert kit("outputs", "Ours", "--for", "report").stdout.endswith(said)
    assert "role" not in kit("outputs", "Ours", "--for", "public").stdout


def test_the_plans_of_a_locked_programme_are_checked(kit, day, passphrase):
    plan = next(day.programme.plans_folder.glob("*.toml"))
    plan.write_text(plan.read_text().replace('"gallery"', '"galery"'))
    before = kit("check", str(day.programme.folder))
    locked, _ = lock(day.programme, PASSPHRASE, CHEAP)
    done = kit("check", str(locked.folder))
    assert (before.returncode, done.returncode) == (1, 1)
    assert ("galery" in before.stdout, "galery" in done.stdout) == (True, True)


def test_locking_gives_a_recovery_sheet_and_hides_the_name(kit, day, tmp_path, passphrase):
    done = kit("lock", "Ours", "--sheet", str(tmp_path / "sheet.pdf"))
    assert (done.returncode, f"Recovery sheet for programme {day.programme.code}" in done.stdout) == (0, True)
    assert f"Its folder is called Locked programme {day.programme.code} now." in done.stderr
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed, so nobody can watch what is sent")
def test_a_whole_rehearsal_opens_no_connection(tmp_path):
    log = tmp_path / "calls"
    env = {**os.environ, "KIT_HOME": str(tmp_path / "home")}
    watch = ["strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg", "-o", str(log)]
    done = subprocess.run([*watch, sys.executable, "-m", "kit", "rehearse", "--people", "5"], env=env, capture_output=True,
                          text=True, check=False)
    if "ptrace" in done.stderr.casefold() or "PTRACE" in done.stderr:
        pytest.skip("strace may not watch here")
    assert done.returncode == 0, done.stderr
    assert [line for line in log.read_text().splitlines() if "AF_UNIX" not in line and "SIG" not in line] == []
