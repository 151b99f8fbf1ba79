"""The commands of `kit`, a module for each family. Each takes the parsed words of the call and gives an exit code."""

OK, NO, USAGE, PROBLEM = 0, 1, 2, 3
"""Done · the answer is no · the words of the call are off · something could not be read or written."""
