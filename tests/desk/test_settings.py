"""Settings: few, with sensible defaults, and nothing in the file can break the start."""

import pytest

from kit.desk.settings import CHOICES, Settings, read_settings, save_settings


def test_settings_survive_a_file(tmp_path):
    chosen = Settings(plain=True, theme="paper", mouse=False, clock="off", profile="large", paper="Letter")
    save_settings(tmp_path / "new", chosen)
    assert read_settings(tmp_path / "new") == chosen


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 99_999, '{"plain": "yes", "theme": [], "mouse": 1}', "\xff", '{"x": 1}'])
def test_a_file_that_makes_no_sense_gives_the_defaults(tmp_path, text):
    (tmp_path / "settings.json").write_text(text)
    assert read_settings(tmp_path) == Settings()


def test_the_first_choice_is_the_default():
    assert Settings() == Settings(**{name: choices[0] for name, choices in CHOICES.items()})
