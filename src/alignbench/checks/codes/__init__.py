"""Checks of what is copied and not translated: codes, labels, placeholders, buttons, numerals."""
