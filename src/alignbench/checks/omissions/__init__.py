"""Checks of what is missing: sentences, clauses, items of a list, Japanese left as it was."""
