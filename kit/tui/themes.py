"""Two themes of high contrast, on the hues of Okabe and Ito, which people with any colour vision can tell apart.

`ink` is light on black, `paper` dark on white. Body text stands at 15:1 or better, every other word at 7:1 or better
(`tests/tui/test_themes.py` computes it). Colour never says anything alone: a word or a mark stands beside it.

The kit's own variables:
    quiet   words that can wait          label   headings and keys           good   "saved"         warn   refusals
    rule    lines between parts          field   behind a line to type in
    chosen, chosen-text, chosen-style    the row that Enter would take
"""

from textual.theme import Theme

INK = Theme(
    "ink", primary="#7cc7f2", secondary="#7cc7f2", warning="#f5b63f", error="#ff9d5c", success="#45d3a8", accent="#f5b63f",
    foreground="#f4f4f4", background="#0b0b0b", surface="#0b0b0b", panel="#1d1d1d", dark=True,
    variables={
        "quiet": "#c4c4c4", "label": "#7cc7f2", "good": "#45d3a8", "warn": "#f5b63f", "rule": "#6a6a6a", "field": "#1d1d1d",
        "chosen": "#7cc7f2", "chosen-text": "#000000", "chosen-style": "bold",
        "input-selection-background": "#00507d", "input-cursor-background": "#f4f4f4", "input-cursor-foreground": "#0b0b0b",
    })

PAPER = Theme(
    "paper", primary="#00527f", secondary="#00527f", warning="#7a4300", error="#8c3600", success="#005e45", accent="#7a4300",
    foreground="#111111", background="#ffffff", surface="#ffffff", panel="#efefef", dark=False,
    variables={
        "quiet": "#404040", "label": "#00527f", "good": "#005e45", "warn": "#7a4300", "rule": "#767676", "field": "#efefef",
        "chosen": "#00527f", "chosen-text": "#ffffff", "chosen-style": "bold",
        "input-selection-background": "#bfe3f7", "input-cursor-background": "#111111", "input-cursor-foreground": "#ffffff",
    })

BARE = Theme(
    "bare", primary="ansi_default", foreground="ansi_default", background="ansi_default", surface="ansi_default",
    panel="ansi_default", boost="ansi_default", dark=True, ansi=True,
    variables={
        "quiet": "ansi_default", "label": "ansi_default", "good": "ansi_default", "warn": "ansi_default",
        "rule": "ansi_default", "field": "ansi_default", "chosen": "ansi_default", "chosen-text": "ansi_default",
        "chosen-style": "bold underline", "block-cursor-text-style": "bold underline",
        "ansi-background": "ansi_default", "ansi-foreground": "ansi_default",
        "input-selection-background": "ansi_default", "input-cursor-text-style": "reverse",
    })
"""For NO_COLOR: the terminal's own colours and nothing else."""
