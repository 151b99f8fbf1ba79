"""The plain front end: full sentences, one answer a line, for screen readers and for terminals that cannot paint."""
