"""Commas and full stops of vertical text that a program has set beside their line."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from alignbench.documents.formats.pdf.glyphs import Glyph

_MARKS = frozenset("、。，．､｡")
_IN_LINE = 0.3
"""Ems across from its line within which a mark needs no help."""
_BESIDE = 0.8
"""Ems across, and along, within which the character lies that a mark follows."""


def marks_in_line(glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """The characters of a vertical page, with every such mark after the character it follows.

    Fonts without vertical forms have these marks low at the left of their square; a program that
    places sign by sign moves them to the upper right, and so out of the line's middle.
    """
    letters = sorted(
        (glyph for glyph in glyphs if glyph.text not in _MARKS), key=lambda glyph: glyph.middle
    )
    middles = [letter.middle for letter in letters]
    out: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text in _MARKS:
            first = bisect_left(middles, glyph.middle - 2 * glyph.size)
            after = bisect_right(middles, glyph.middle + 2 * glyph.size)
            glyph = _in_line(glyph, letters[first:after])
        out.append(glyph)
    return tuple(out)


def _in_line(mark: Glyph, letters: Sequence[Glyph]) -> Glyph:
    """The mark after the letter that it follows; `letters` are those of the columns round it."""
    near = [
        letter
        for letter in letters
        if abs(letter.middle - mark.middle) < _BESIDE * mark.size
        and abs(letter.end - mark.start) < _BESIDE * mark.size
        and letter.start < mark.start
        and 0.8 < letter.size / mark.size < 1.25
    ]
    if not near or any(abs(each.middle - mark.middle) < _IN_LINE * mark.size for each in near):
        return mark
    open_ended = [
        each
        for each in near
        if not any(
            abs(other.middle - each.middle) < _IN_LINE * mark.size
            and abs(other.start - each.end) < _BESIDE * mark.size / 2
            for other in letters
        )
    ]
    before = min(
        open_ended or near,
        key=lambda each: abs(each.middle - mark.middle) + abs(each.end - mark.start),
    )
    return mark._replace(
        start=before.end,
        end=before.end + (mark.end - mark.start),
        top=before.top,
        bottom=before.bottom,
        middle=before.middle,
    )
