"""What the embedding says about linked pairs, for the checks: likeness, neighbours, lost words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from alignbench.checks.check import Context
from alignbench.domain.progress import Progress, silent
from alignbench.review.word_links import PairWords, WordLinker

if TYPE_CHECKING:
    from alignbench.embedding.protocol import Encoder, Vectors

_BLOCK = 512
"""Pairs whose word links are worked out at a time: what they need is in memory at once."""
_NEARBY = 2
"""How many texts before and after a pair's own are tried in its place."""


def semantic_context(
    pairs: Sequence[tuple[str, str]],
    encoder: "Encoder",
    linker: WordLinker,
    progress: Progress = silent,
) -> Context:
    """The semantic evidence about all `pairs` of a document, in reading order.

    A pair is the Japanese and the English text of a link, its segments' views joined; either may
    be empty, and then nothing is said of that pair. Spans are counted in these texts.

    Returns:
        A context whose `similarity` is the cosine of the two texts, `neighbour_margin` how much
        larger the best cosine with a neighbouring text is (below zero: the pair's own fits best),
        and `uncovered_ja` and `uncovered_en` the content words that nothing answers.
    """
    from alignbench.embedding.spans import normalised

    ja = normalised(encoder.encode([ja for ja, _ in pairs], "ja", progress))
    en = normalised(encoder.encode([en for _, en in pairs], "en", progress))
    similarity, margin = _likeness(ja, en)
    whole = [bool(ja_text.strip() and en_text.strip()) for ja_text, en_text in pairs]
    words = [found for block in _blocks(pairs, linker, progress) for found in block]
    return Context(
        similarity=[
            each if is_whole else None for each, is_whole in zip(similarity, whole, strict=True)
        ],
        neighbour_margin=[
            each if is_whole else None for each, is_whole in zip(margin, whole, strict=True)
        ],
        uncovered_ja=[found.unanswered_ja for found in words],
        uncovered_en=[found.unanswered_en for found in words],
    )


def _blocks(
    pairs: Sequence[tuple[str, str]], linker: WordLinker, progress: Progress
) -> Iterator[list[PairWords]]:
    """The word links of all pairs, block by block, progress counted over all."""
    for start in range(0, len(pairs), _BLOCK):
        yield linker.link_all(pairs[start : start + _BLOCK])
        progress("linking words", min(start + _BLOCK, len(pairs)), len(pairs))


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
