"""Paper that came back to a programme: what was printed, what was read or typed, what is in doubt, and what it comes to.

printed ─► filing, together ─► deciding ─► counting, written, closing
layouts    cards, doubts        a person    records, once the pile is closed
"""
