"""Checks of terms: those of the glossary, and one rendering for one term."""
