"""Texts that have to fit a line."""

from alignbench.tui.widgets import glyphs
from alignbench.tui.wrapping import cells


def cut(text: str, room: int) -> str:
    """`text` in at most `room` cells."""
    if cells(text) <= room:
        return text
    kept, width = [], 0
    for character in text:
        width += cells(character)
        if width > room - len(glyphs.MORE):
            break
        kept.append(character)
    return "".join(kept).rstrip() + glyphs.MORE
