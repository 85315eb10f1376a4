"""Checks of words that turn a sentence round: negations, opposites, must and may, included or not."""
