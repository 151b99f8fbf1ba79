"""The parts of the run screen: the run sheet, the prompt, and the place where answers are taken."""
