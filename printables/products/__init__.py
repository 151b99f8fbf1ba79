"""The sheets, one module each. `sheets(source)` makes none, one, or one for each step of the plan that asks for one.

A product chooses words and their order, never a size or a place. What everybody may pick up is built from fields for
the room alone: no product but the run sheet reads a private note, and none reads a name.
"""
