"""What the embedding says about linked pairs, for the checks: likeness, neighbours, lost words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from alignbench.checks.context import Context
from alignbench.checks.pair import Uncovered
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Side
from alignbench.pipeline.word_links import WordLinker

if TYPE_CHECKING:
    from alignbench.embedding.protocol import Encoder, Vectors

Pair = tuple[str, str]
"""The Japanese and the English text of a link."""
Lost = tuple[tuple[Uncovered, ...], tuple[Uncovered, ...]]
"""Words without an answer on either side."""

_BLOCK = 512
"""Pairs whose word links are worked out at a time: what they need is in memory at once."""
_NEARBY = 2
"""How many texts before and after a pair's own are tried in its place."""


class Evidence:
    """The semantic evidence about a document's pairs; after an edit only new texts are looked at.

    What it keeps is that of the last pairs asked about.
    """

    def __init__(self, encoder: "Encoder", linker: WordLinker) -> None:
        self._encoder = encoder
        self._linker = linker
        self._vectors: dict[Side, dict[str, Vectors]] = {"ja": {}, "en": {}}
        self._lost: dict[Pair, Lost] = {}

    def context(self, pairs: Sequence[Pair], progress: Progress = silent) -> Context:
        """The evidence about all `pairs` of a document, in reading order.

        A pair is the Japanese and the English text of a link, its segments' views joined; either
        may be empty, and then nothing is said of that pair. Spans are counted in these texts.

        Returns:
            A context whose `similarity` is the cosine of the two texts, `neighbour_margin` how much
            larger the best cosine with a neighbouring text is (below zero: the pair's own fits
            best), and `uncovered_ja` and `uncovered_en` the content words that nothing answers.
        """
        similarity, margin = _likeness(
            self._encoded("ja", [ja for ja, _ in pairs], progress),
            self._encoded("en", [en for _, en in pairs], progress),
        )
        whole = [bool(ja.strip() and en.strip()) for ja, en in pairs]
        lost = self._linked(pairs, progress)
        return Context(
            similarity=[
                each if is_whole else None for each, is_whole in zip(similarity, whole, strict=True)
            ],
            neighbour_margin=[
                each if is_whole else None for each, is_whole in zip(margin, whole, strict=True)
            ],
            uncovered_ja=[ja for ja, _ in lost],
            uncovered_en=[en for _, en in lost],
        )

    def _encoded(self, side: Side, texts: Sequence[str], progress: Progress) -> "Vectors":
        """Unit vectors of `texts`, shape (texts, dimension)."""
        import numpy as np

        from alignbench.embedding.spans import normalised

        known = self._vectors[side]
        news = list(dict.fromkeys(text for text in texts if text not in known))
        fresh = normalised(self._encoder.encode(news, side, progress)) if news else ()
        known |= dict(zip(news, fresh, strict=True))
        self._vectors[side] = {text: known[text] for text in texts}
        empty = np.zeros((0, self._encoder.dimension), dtype=np.float32)
        return np.stack([known[text] for text in texts]) if texts else empty

    def _linked(self, pairs: Sequence[Pair], progress: Progress) -> list[Lost]:
        """The unanswered words of each pair; new pairs block by block, so that memory is flat."""
        news = list(dict.fromkeys(pair for pair in pairs if pair not in self._lost))
        for start in range(0, len(news), _BLOCK):
            block = news[start : start + _BLOCK]
            found = self._linker.unanswered_all(block)
            self._lost |= dict(zip(block, found, strict=True))
            progress("linking words", min(start + _BLOCK, len(news)), len(news))
        self._linker.forget()
        self._lost = {pair: self._lost[pair] for pair in pairs}
        return [self._lost[pair] for pair in pairs]


def _likeness(ja: "Vectors", en: "Vectors") -> tuple[list[float], list[float | None]]:
    """Cosine of each row with its own, and by how much a neighbouring row's is larger.

    A row of zeros is no text. A row without neighbours has no margin.
    """
    import numpy as np

    count = len(ja)
    own = np.einsum("nd,nd->n", ja, en)
    best = np.full(count, -np.inf)
    there_ja, there_en = (np.asarray(np.any(side != 0, axis=1)) for side in (ja, en))
    for step in range(1, min(_NEARBY, count - 1) + 1):
        ahead = np.einsum("nd,nd->n", ja[:-step], en[step:])
        behind = np.einsum("nd,nd->n", ja[step:], en[:-step])
        ahead[~(there_ja[:-step] & there_en[step:])] = -np.inf
        behind[~(there_ja[step:] & there_en[:-step])] = -np.inf
        for rows, cosines in (
            (slice(None, -step), ahead), (slice(step, None), ahead),
            (slice(None, -step), behind), (slice(step, None), behind),
        ):  # fmt: skip
            np.maximum(best[rows], cosines, out=best[rows])
    margin = [float(b - o) if np.isfinite(b) else None for b, o in zip(best, own, strict=True)]
    return own.tolist(), margin
