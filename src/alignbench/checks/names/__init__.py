"""Checks of names: their spelling and reading, those missing or another's, titles, he and she."""
