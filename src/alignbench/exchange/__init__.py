"""Bitext formats, out and back in."""
