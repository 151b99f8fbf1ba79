"""Paper that came back to a programme: what was printed, what was read or typed, what is in doubt, and what it comes to.

printed ─► filing ─► deciding ─► counting, closing
layouts    cards     a person    records, once the pile is closed
"""
