"""Bitext formats, out and back in: pairs as tables, as JSON lines, as translation memories."""
