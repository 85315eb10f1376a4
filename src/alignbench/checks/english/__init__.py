"""Checks of the English by itself: spelling, and slips of grammar that a rule tells surely."""
