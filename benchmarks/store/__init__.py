"""How long a save takes."""
