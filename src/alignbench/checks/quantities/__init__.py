"""Checks of amounts: numbers by value, limits, rates, measures, signs, and how they change."""
