"""Half-width katakana made whole: what checks read where a text writes ﾏﾝｼｮﾝ for マンション."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from alignbench.checks.pair import CheckedPair
from alignbench.domain.findings import Finding
from alignbench.domain.text import Span
from alignbench.language.mapped import MappedText

_HALF = re.compile(r"[｡-ﾟ]")
_PIECE = re.compile(r"[ｦ-ﾝ][ﾞﾟ]?|(?s:.)")


def _made_whole(pair: CheckedPair) -> tuple[CheckedPair, MappedText]:
    """`pair` with its half-width katakana and marks in full width, and the way back."""
    text, offsets = [], []
    for match in _PIECE.finditer(pair.ja):
        piece = match[0]
        whole = unicodedata.normalize("NFKC", piece) if _HALF.match(piece) else piece
        text.append(whole)
        offsets.extend([match.start(), *[match.end() - 1] * (len(whole) - 1)])
    view = MappedText("".join(text), tuple(offsets))
    return CheckedPair(view.text, pair.en, pair.declared), view


class WholePairs:
    """Pairs as most checks read them, and the way back to what is written."""

    def __init__(self, pairs: Sequence[CheckedPair]) -> None:
        """Pairs without half-width characters are kept as they are."""
        self._pairs = pairs
        self._views: dict[int, MappedText] = {}
        self.read = list(pairs)
        for at, pair in enumerate(pairs):
            if _HALF.search(pair.ja):
                self.read[at], self._views[at] = _made_whole(pair)

    def as_written(self, at: int, finding: Finding) -> Finding:
        """A finding about `read[at]` as one about the pair itself, whose places may be wider."""
        view = self._views.get(at)
        if view is None or finding.ja is None:
            return finding
        start, end = finding.ja.start, finding.ja.end
        length = len(self._pairs[at].ja)
        after = view.offsets[end] if end < len(view.offsets) else length
        return replace(finding, ja=Span(view.offsets[start] if start < end else after, after))
