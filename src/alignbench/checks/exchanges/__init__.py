"""Checks of two things that changed places while both stayed in the sentence."""
