"""Contrast is computed, not hoped for: body text at 15:1 or better, every other word at 7:1 or better."""

import pytest

from kit.tui.themes import INK, PAPER

BEHIND = {"quiet": ("background", "field"), "label": ("background", "field"), "good": ("background",), "warn": ("background",),
          "chosen-text": ("chosen",), "input-cursor-foreground": ("input-cursor-background",)}
"""Each colour of words, and what it stands on."""


def colour(theme, name):
    return theme.variables.get(name) or getattr(theme, name)


def light(hex_colour):
    """Relative luminance (WCAG 2.2)."""
    parts = [int(hex_colour[place:place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [INK, PAPER], ids=lambda theme: theme.name)
def test_body_text_stands_out(theme):
    assert contrast(theme.foreground, theme.background) >= 15
    assert contrast(theme.foreground, colour(theme, "field")) >= 15


@pytest.mark.parametrize("theme", [INK, PAPER], ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", BEHIND)
def test_every_other_word_stands_out(theme, name):
    for behind in BEHIND[name]:
        assert contrast(colour(theme, name), colour(theme, behind)) >= 7


@pytest.mark.parametrize("theme", [INK, PAPER], ids=lambda theme: theme.name)
def test_selected_text_and_lines_can_be_seen(theme):
    assert contrast(theme.foreground, colour(theme, "input-selection-background")) >= 7
    assert contrast(colour(theme, "rule"), theme.background) >= 3
