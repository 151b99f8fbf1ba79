"""The floors: what the engine, the plain front end and the command line do not load."""

import subprocess
import sys

import pytest

HEAVY = ("textual", "rich", "reportlab", "PIL", "tinydb", "qrcode", "fontpkg_fira_sans", "numpy", "zxingcpp",
         "pypdfium2", "docx", "pyarrow")


def loaded_by(statement):
    code = f"import sys; {statement}; print(*sorted(m.partition('.')[0] for m in sys.modules))"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize("statement", [
    "import kit.model", "import kit.content.library", "import kit.engine, kit.engine.made_up", "import kit.store",
    "import kit.desk.workshop, kit.desk.paper, kit.desk.rehearsal", "import kit.line.menu, kit.line.conversation",
    "import kit.cli, kit.commands.scanning", "import kit.web.server, kit.line.room",
    "import printables.pack, printables.plain_text",
])
def test_no_heavy_library_is_loaded_before_it_is_needed(statement):
    assert not loaded_by(statement) & set(HEAVY)


def test_the_plain_front_end_stays_light_while_it_talks(tmp_path):
    talk = (f"import os; os.environ['KIT_HOME'] = {str(tmp_path)!r}; from kit.cli import main; main(['new', 'Ours']);"
            "import io; sys.stdin = io.StringIO('5\\n'); main(['--plain'])")
    code = f"import sys; {talk}; print('LOADED', *sorted(m.partition('.')[0] for m in sys.modules))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not set(said.partition("LOADED")[2].split()) & {"textual", "rich", "reportlab", "PIL"}
