"""Numbers at the head or the foot of vertical pages, where they lie across the text's lines."""

import re
from collections.abc import Sequence
from dataclasses import replace

from alignbench.documents.formats.pdf.glyphs import Glyph, Page
from alignbench.documents.formats.tally import Tally
from alignbench.messages import t

MOST = 10
"""Characters of a page number with what is drawn round it."""
_GAP = 0.8
"""Ems between the text and a number, at the least: in a line characters follow closer."""
_NUMBER = re.compile(
    r"[-–—―─‐・~〜()（）〔〕\[\]]*(?:[0-9０-９]{1,4}|[〇零一二三四五六七八九十百千]{1,7})"
    r"[-–—―─‐・~〜()（）〔〕\[\]]*"
)


def without_numbers(page: Page, tally: Tally) -> Page:
    """A page less the numbers above and below all of its text, which are told."""
    glyphs: Sequence[Glyph] = page.glyphs
    for outer in (_below(glyphs), _above(glyphs)):
        if outer and _NUMBER.fullmatch(_read(outer)):
            tally.add(t("running heads and page numbers"), _read(outer))
            gone = set(map(id, outer))
            glyphs = [glyph for glyph in glyphs if id(glyph) not in gone]
    return page if len(glyphs) == len(page.glyphs) else replace(page, glyphs=tuple(glyphs))


def _below(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The few characters below all others; none if there is no such gap."""
    ordered = sorted(glyphs, key=lambda glyph: glyph.start, reverse=True)
    for count in range(1, min(MOST, len(ordered) - 1) + 1):
        highest = ordered[count - 1].start
        rest = max(glyph.end for glyph in ordered[count:])
        if highest - rest > _GAP * ordered[0].size:
            return ordered[:count]
    return []


def _above(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The few characters above all others; none if there is no such gap."""
    ordered = sorted(glyphs, key=lambda glyph: glyph.end)
    for count in range(1, min(MOST, len(ordered) - 1) + 1):
        lowest = ordered[count - 1].end
        rest = min(glyph.start for glyph in ordered[count:])
        if rest - lowest > _GAP * ordered[0].size:
            return ordered[:count]
    return []


def _read(glyphs: Sequence[Glyph]) -> str:
    """What they read: from left to right if they lie across, else downwards."""
    starts = [glyph.start for glyph in glyphs]
    across = max(starts) - min(starts) < glyphs[0].size / 2
    ordered = sorted(glyphs, key=lambda glyph: -glyph.middle if across else glyph.start)
    return "".join(glyph.text for glyph in ordered)
