"""Long work in threads: with a dialog, for candidates, for the checks."""
