"""What is taken where nobody says otherwise."""

DEFAULT_TEMPLATE = "first-meeting"
"""The plan a new programme starts from."""

PRACTICE_TEMPLATE = "sixty-minute-drawing"
"""The plan to try a workshop with, and to rehearse."""
