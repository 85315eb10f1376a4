"""Heads and numbers above and below vertical pages, where they lie across the text's lines."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from alignbench.documents.formats.pdf.glyphs import Glyph, Page
from alignbench.documents.formats.tally import Tally
from alignbench.messages import t

MOST = 40
"""Characters of a head with its page number."""
_GAP = 0.8
"""Ems between the text and a head, at the least: in a line characters follow closer."""
_NUMBER = re.compile(
    r"[-–—―─‐・~〜()（）〔〕\[\]]*(?:[0-9０-９]{1,4}|[〇零一二三四五六七八九十百千]{1,7})"
    r"[-–—―─‐・~〜()（）〔〕\[\]]*"
)


def without_edges(pages: Sequence[Page], tally: Tally) -> list[Page]:
    """Pages less the numbers, and the heads of two pages and more, outside of all of their text.

    A head may change from page to page; what makes it one is that it stands at the same height.
    """
    outer = [_outer(page.glyphs) if page.vertical else [] for page in pages]
    heights: Counter[int] = Counter()
    for groups in outer:
        heights.update({_height(group) for group in groups if _lies_across(group)})
    made: list[Page] = []
    for page, groups in zip(pages, outer, strict=True):
        gone: set[int] = set()
        for group in groups:
            again = sum(heights[_height(group) + near] for near in (-1, 0, 1)) > 1
            if _NUMBER.fullmatch(_read(group)) or (_lies_across(group) and again):
                tally.add(t("running heads and page numbers"), _read(group))
                gone |= set(map(id, group))
        kept = tuple(glyph for glyph in page.glyphs if id(glyph) not in gone)
        made.append(replace(page, glyphs=kept) if gone and kept else page)
    return made


def _outer(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """The few characters below all others, and those above, if there are such gaps."""
    found: list[list[Glyph]] = []
    downwards = sorted(glyphs, key=lambda glyph: glyph.start, reverse=True)
    upwards = sorted(glyphs, key=lambda glyph: glyph.end)
    for ordered, below in ((downwards, True), (upwards, False)):
        few = min(MOST, len(ordered) - 1)
        if few < 1:
            continue
        inner = ordered[few:]
        edge = max(g.end for g in inner) if below else min(g.start for g in inner)
        outside = 0
        for count in range(few, 0, -1):
            last = ordered[count - 1]
            gap = last.start - edge if below else edge - last.end
            outside = count if gap > _GAP * last.size else outside
            edge = max(edge, last.end) if below else min(edge, last.start)
        if outside:
            found.append(ordered[:outside])
    return found


def _lies_across(glyphs: Sequence[Glyph]) -> bool:
    starts = [glyph.start for glyph in glyphs]
    return max(starts) - min(starts) < glyphs[0].size / 2


def _height(glyphs: Sequence[Glyph]) -> int:
    return round(min(glyph.start for glyph in glyphs) / 4)


def _read(glyphs: Sequence[Glyph]) -> str:
    """What they read: from left to right if they lie across, else downwards."""
    across = _lies_across(glyphs)
    ordered = sorted(glyphs, key=lambda glyph: -glyph.middle if across else glyph.start)
    return "".join(glyph.text for glyph in ordered)
