"""Half-width katakana made whole: what checks read where a text writes ﾏﾝｼｮﾝ for マンション."""

import unicodedata

from alignbench.checks.lazy_pattern import lazy
from alignbench.language.mapped import MappedText

_HALF = lazy(r"[｡-ﾟ]")
_PIECE = lazy(r"[ｦ-ﾝ][ﾞﾟ]?|(?s:.)")


def has_half_width(text: str) -> bool:
    """Whether a half-width katakana or mark stands in `text`."""
    return _HALF.search(text) is not None


def made_whole(written: str) -> MappedText:
    """`written` with its half-width katakana and marks in full width, and the way back."""
    text, offsets = [], []
    for match in _PIECE.finditer(written):
        piece = match[0]
        whole = unicodedata.normalize("NFKC", piece) if _HALF.match(piece) else piece
        text.append(whole)
        offsets.extend([match.start(), *[match.end() - 1] * (len(whole) - 1)])
    return MappedText("".join(text), tuple(offsets))
