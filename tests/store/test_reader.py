"""The words of a workshop can be read without the kit: the reader in the documentation does it."""

import json
import re
import subprocess
import sys
from pathlib import Path

from tests.store.trouble import crash, filled

ROOT = Path(__file__).parents[2]


def test_the_reader_in_the_documentation_reads_a_folder(tmp_path: Path) -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    [reader] = re.findall(r"```python\n(# reader\n.*?)```", text, re.DOTALL)
    database = filled(tmp_path, 3)
    database.close()
    database = type(database)(tmp_path)
    database.table("t").update({"word": "żółw"}, doc_ids=[2])
    database.table("t").remove(doc_ids=[1])
    crash(database)
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", reader, str(tmp_path)], capture_output=True, text=True,
                          encoding="utf-8", check=True)
    assert json.loads(done.stdout) == {"t": {"2": {"n": 2, "word": "żółw"}, "3": {"n": 3}}}
    assert reader.count("\n") <= 34
