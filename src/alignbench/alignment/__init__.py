"""Vectors to links with confidence. Pure functions over arrays; no text, no I/O."""
