"""Text files to the nouns of the model, with errors a person can act on. Start at `library` and `check`."""
