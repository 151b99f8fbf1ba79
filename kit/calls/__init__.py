"""The words of every call of `kit`, a module for each family. They are read only where a command is named."""
