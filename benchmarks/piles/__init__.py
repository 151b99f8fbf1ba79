"""Piles of paper that came back, made up: printed sheets, filled in by many hands, photographed badly, with the truth.

It knows nothing of the reader: only of paper, ink and light. Simulated, not real: perfect printers, round strokes,
assumed habits.
"""
