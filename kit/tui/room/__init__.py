"""The second screen in a terminal: the largest words and the calmest clock that the window has room for."""
