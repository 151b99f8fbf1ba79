"""The wheel carries the activities, and works installed anywhere."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_wheel_works_from_another_folder_with_its_activities(tmp_path):
    installed = tmp_path / "installed"
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index",
                    "--disable-pip-version-check", "--target", str(installed), str(ROOT)], check=True)
    env = {**os.environ, "PYTHONPATH": str(installed), "KIT_HOME": str(tmp_path / "home")}
    where = subprocess.run([sys.executable, "-c", "import kit; print(kit.__file__)"], cwd=tmp_path, env=env,
                           capture_output=True, text=True, check=True).stdout
    assert Path(where.strip()).is_relative_to(installed)
    done = subprocess.run([sys.executable, "-m", "kit", "rehearse", "first-meeting", "--people", "4", "--json"], cwd=tmp_path,
                          env=env, capture_output=True, text=True, check=True)
    made = json.loads(done.stdout)
    assert len(made["records"]) > 20
    assert len(made["printed"]) >= 5
