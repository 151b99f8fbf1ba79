"""No widget that reads markup shows words: `Words`, `Choices`, `AnswerLine` and `LongWords` are the only ways."""

import ast
from pathlib import Path

import pytest

import kit.tui

HERE = Path(kit.tui.__file__).parent
MODULES = sorted(HERE.rglob("*.py"))
ALLOWED = {
    "text.py": {"Static"},
    "choices.py": {"OptionList"},
    "answer_line.py": {"Input"},
    "long_words.py": {"TextArea"},
}
"""The one module that may use each of Textual's own widgets, and makes it safe."""

READS_MARKUP = {"from_markup", "from_text", "notify", "border_title", "border_subtitle", "tooltip"}


def _imported(tree: ast.AST, package: str) -> set[str]:
    return {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == package
            for alias in node.names}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(HERE).as_posix())
def test_only_the_safe_widgets_show_words(module):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert _imported(tree, "textual.widgets") <= ALLOWED.get(module.name, set())


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(HERE).as_posix())
def test_nothing_turns_data_into_markup(module):
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            assert node.attr not in READS_MARKUP
        if isinstance(node, ast.keyword) and node.arg == "markup":
            assert isinstance(node.value, ast.Constant), "markup= must be said outright"
            assert node.value.value is False


def test_a_row_to_choose_is_made_by_the_module_that_makes_it_safe():
    makers = [path.name for path in MODULES if _calls(path, "Option")]
    assert makers == ["choices.py"]


def test_each_style_is_ours_and_never_data():
    for path in MODULES:
        for call in _all_calls(path, "styled"):
            assert not isinstance(call.args[1], ast.JoinedStr), path


def _all_calls(path: Path, name: str) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name]


def _calls(path: Path, name: str) -> bool:
    return bool(_all_calls(path, name))
