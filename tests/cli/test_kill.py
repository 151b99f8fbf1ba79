"""The laptop dies: every answer that was shown as saved is there, and the workshop goes on at the next question."""

import os
import signal
import subprocess
import sys

import pytest

ANSWERS = ["6", "Ana", "Bo", "done", "", "a window seat", "breaks on time", "done", "", "", "1 1 1 1 1 1", "", "", "soup",
           "listening", "done", "", "", "", "2", "yes"]


def run(home, *words, **given):
    env = {**os.environ, "KIT_HOME": str(home), "PYTHONIOENCODING": "utf-8"}
    return subprocess.Popen([sys.executable, "-m", "kit", *words], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True, encoding="utf-8", **given)


def killed_after(home, answers):
    """Feed answers one by one, kill the process at once after the last "Saved", and give how many were acknowledged."""
    process = run(home, "run", "--plain")
    acknowledged = 0
    for answer in answers:
        process.stdin.write(answer + "\n")
        process.stdin.flush()
        for line in process.stdout:
            if line.startswith("Saved"):
                acknowledged += 1
                break
    process.send_signal(signal.SIGKILL)
    process.stdin.close()
    process.wait()
    process.stdout.close()
    return acknowledged


@pytest.mark.parametrize("signals", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_loses_nothing(tmp_path, signals):
    run(tmp_path, "new", "Ours").communicate()
    process = run(tmp_path, "run", "--plain")
    process.stdin.write("6\n")
    process.stdin.flush()
    while not process.stdout.readline().startswith("Saved"):
        pass
    process.send_signal(signals)
    rest = process.communicate()[0]
    assert "Traceback" not in rest
    assert "1 answer kept" in run(tmp_path, "run", "--plain").communicate("")[0]


def test_every_acknowledged_answer_survives_kills_and_the_day_goes_on(tmp_path):
    run(tmp_path, "new", "Ours").communicate()
    place = 0
    for count in (1, 3, 2, 6, 5, 4):
        batch = ANSWERS[place:place + count]
        assert killed_after(tmp_path, batch) == len(batch)
        place += count
    said = run(tmp_path, "run", "--plain").communicate("made\n")[0]
    answered = sum(answer != "done" for answer in ANSWERS[:place])
    assert f"{answered} answers kept." in said
    for words in ("Ana", "Bo", "a window seat", "breaks on time", "soup", "listening", "Table 1:"):
        assert words in said


def test_a_kill_at_any_moment_leaves_a_folder_that_opens(tmp_path):
    """The feed runs at full speed and the kill comes while it runs, so it falls into the middle of saves."""
    run(tmp_path, "new", "Ours").communicate()
    kept = 0
    for lines in (3, 40, 75, 110):
        process = run(tmp_path, "run", "--plain")
        feed = subprocess.Popen([sys.executable, "-c", "print('5\\ndone\\n' + 'park: again and again\\n' * 400, flush=True)"],
                                stdout=process.stdin)
        process.stdin.close()
        acknowledged = 0
        for line in process.stdout:
            acknowledged += line.startswith("Saved: again and again")
            if acknowledged == lines:
                break
        process.kill()
        rest = process.stdout.read()
        process.wait()
        feed.kill()
        feed.wait()
        process.stdout.close()
        kept += acknowledged + rest.count("Saved: again and again")
    assert kept >= 3 + 40 + 75 + 110
    env = {**os.environ, "KIT_HOME": str(tmp_path)}
    said = subprocess.run([sys.executable, "-m", "kit", "outputs", "Ours"], env=env, capture_output=True, text=True, check=True)
    assert said.stdout.count("again and again") >= kept
