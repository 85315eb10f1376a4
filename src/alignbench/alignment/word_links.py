"""Which words of one text answer which of the other, from their vectors. Pure; arrays only.

The similarity of two words is their cosine less how similar either is to any word at all (CSLS,
Conneau et al. 2018), so that words without profile do not attract everybody. To that come a prior
for like places (the distortion of the IBM models) and support by neighbours that answer each other.
Then, as SimAlign's itermax does (Jalili Sabet et al. 2020), mutual best pairs are linked round by
round; words left over join a neighbour's link or, last and weakly, each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignbench.embedding.protocol import Vectors

Scores = NDArray[np.float32]

# Chosen on a sheet of judged development pairs (benchmarks/word_links.py).
_KEY_COSINE = 0.6
"""What a shared key (a number, a name's sound) counts at least."""
_DISTORTION = 0.15
"""Taken off for words at opposite ends of their texts."""
_SUPPORT = 0.3
"""Share of the best neighbouring pair's score that a pair gains."""
_RADIUS = 1
_SUPPORT_LIMIT = 0.6
_MUTUAL = -0.05
"""Least score of a mutual best pair."""
_JOINING = 0.0
"""Least score of a word that joins the link of a neighbour."""
_LEFT_OVER = -0.4
"""Least score of two words that are left over on either side."""
_UNLIKE = 0.18
"""A word is unanswered only if no word of the other text has a cosine above this."""
_NEVER = np.float32(-9)

_SLOPE, _MIDDLE = 8.8, -0.15
"""Score to strength, by logistic regression on the judged pairs."""


@dataclass(frozen=True)
class WordSide:
    """The words of one text.

    Args:
        vectors: shape (n, dimension), rows of unit length (or zero).
        background: shape (n,): mean cosine of each word with its nearest of the other language,
            from `background`.
        linkable: shape (n,), bool: false for words that carry grammar only.
        content: shape (n,), bool: words that a translation should answer; each is linkable.
        keys: language-neutral keys of each word, as the aligner has them of a segment.
    """

    vectors: Vectors
    background: NDArray[np.float32]
    linkable: NDArray[np.bool_]
    content: NDArray[np.bool_]
    keys: Sequence[frozenset[str]] = ()


@dataclass(frozen=True, slots=True)
class WordLink:
    """Word `ja` and word `en` (positions) answer each other.

    `strength` estimates the probability that a person would say so.
    """

    ja: int
    en: int
    strength: float


@dataclass(frozen=True, slots=True)
class WordLinks:
    """The links of a pair in Japanese order, and content words that nothing answers."""

    links: tuple[WordLink, ...] = ()
    unanswered_ja: tuple[int, ...] = ()
    unanswered_en: tuple[int, ...] = ()


def background(vectors: Vectors, reference: Vectors, nearest: int = 10) -> NDArray[np.float32]:
    """Mean cosine of each row with its `nearest` rows of `reference`, words of the other language.

    Returns:
        float32, shape (len(vectors),); zeros where there is nothing to compare with.
    """
    count = min(nearest, len(reference))
    if not count or not len(vectors):
        return np.zeros(len(vectors), dtype=np.float32)
    result = np.empty(len(vectors), dtype=np.float32)
    for at in range(0, len(vectors), 512):
        cosines = vectors[at : at + 512] @ reference.T
        result[at : at + 512] = np.partition(cosines, -count, axis=1)[:, -count:].mean(axis=1)
    return result


def unanswered(ja: WordSide, en: WordSide) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The words that `link_words` finds unanswered, Japanese and English.

    Links are made only where a word is unlike all of the other side: in every fourth pair or so.
    """
    if not len(ja.vectors) or not len(en.vectors):
        return (), ()
    cosines = _cosines(ja, en)
    unlike_ja, unlike_en = _unlike(ja, en, cosines)
    if not (unlike_ja.any() or unlike_en.any()):
        return (), ()
    found = _linked(ja, en, cosines)
    return found.unanswered_ja, found.unanswered_en


def link_words(ja: WordSide, en: WordSide) -> WordLinks:
    """The word links of a pair. Nothing at all where one side has no words."""
    if not len(ja.vectors) or not len(en.vectors):
        return WordLinks()
    return _linked(ja, en, _cosines(ja, en))


def _unlike(
    ja: WordSide, en: WordSide, cosines: Scores
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """The content words of either side that no word of the other is like."""
    return (
        ja.content & (cosines.max(axis=1) < _UNLIKE),
        en.content & (cosines.max(axis=0) < _UNLIKE),
    )


def _linked(ja: WordSide, en: WordSide, cosines: Scores) -> WordLinks:
    plain = cosines - np.float32(0.5) * (ja.background[:, None] + en.background)
    plain -= _DISTORTION * _distances(len(ja.vectors), len(en.vectors))
    plain[~ja.linkable] = _NEVER
    plain[:, ~en.linkable] = _NEVER
    scores = plain + _SUPPORT * _neighbours(np.clip(plain, 0, _SUPPORT_LIMIT))
    found = _mutual(scores)
    found |= _joining(scores, found, ja.linkable, en.linkable)
    found |= _left_over(plain, found, ja.content, en.content)
    taken_ja, taken_en = {i for i, _ in found}, {j for _, j in found}
    unlike_ja, unlike_en = _unlike(ja, en, cosines)
    return WordLinks(
        tuple(WordLink(i, j, _strength(scores[i, j])) for i, j in sorted(found)),
        tuple(i for i in np.flatnonzero(unlike_ja).tolist() if i not in taken_ja),
        tuple(j for j in np.flatnonzero(unlike_en).tolist() if j not in taken_en),
    )


def _cosines(ja: WordSide, en: WordSide) -> Scores:
    cosines: Scores = ja.vectors @ en.vectors.T
    if not ja.keys or not en.keys:
        return cosines
    having = [(j, keys) for j, keys in enumerate(en.keys) if keys]
    for i, own in enumerate(ja.keys):
        for j, keys in having:
            if own and not own.isdisjoint(keys):
                cosines[i, j] = max(cosines[i, j], _KEY_COSINE)
    return cosines


def _distances(m: int, n: int) -> Scores:
    """How far apart the relative places of two words are: 0 to 1."""
    places = (np.arange(m, dtype=np.float32) + 0.5) / m
    others = (np.arange(n, dtype=np.float32) + 0.5) / n
    return np.abs(places[:, None] - others)


def _neighbours(scores: Scores) -> Scores:
    """The best score among the pairs of neighbours of each pair, in the same or reverse order."""
    return _beside_best(_beside_best(scores).T).T


def _beside_best(scores: Scores) -> Scores:
    """For each row the largest of the rows up to `_RADIUS` before and after it."""
    m = len(scores)
    best = np.zeros_like(scores)
    for step in range(1, min(_RADIUS, m - 1) + 1):
        np.maximum(best[step:], scores[:-step], out=best[step:])
        np.maximum(best[:-step], scores[step:], out=best[:-step])
    return best


def _mutual(scores: Scores) -> set[tuple[int, int]]:
    """Mutual best pairs, then those of the words left, until none is good enough."""
    left = scores.copy()
    rows = np.arange(len(left))
    found: set[tuple[int, int]] = set()
    while True:
        best_en = left.argmax(axis=1)
        mutual = (left.argmax(axis=0)[best_en] == rows) & (left[rows, best_en] > _MUTUAL)
        chosen = np.flatnonzero(mutual)
        if not len(chosen):
            return found
        found.update(zip(chosen.tolist(), best_en[chosen].tolist(), strict=True))
        left[chosen] = _NEVER
        left[:, best_en[chosen]] = _NEVER


def _joining(
    scores: Scores,
    found: set[tuple[int, int]],
    linkable_ja: NDArray[np.bool_],
    linkable_en: NDArray[np.bool_],
) -> set[tuple[int, int]]:
    """Unlinked words whose best partner is linked to a word beside them: 税 + 金 ↔ tax."""
    of_ja: dict[int, list[int]] = {}
    of_en: dict[int, list[int]] = {}
    for i, j in found:
        of_ja.setdefault(i, []).append(j)
        of_en.setdefault(j, []).append(i)
    joined = set()
    best_en, best_ja = scores.argmax(axis=1), scores.argmax(axis=0)
    good_ja = linkable_ja & (scores.max(axis=1) > _JOINING)
    good_en = linkable_en & (scores.max(axis=0) > _JOINING)
    for i in np.flatnonzero(good_ja).tolist():
        j = int(best_en[i])
        if i not in of_ja and _beside(i, of_en.get(j)):
            joined.add((i, j))
    for j in np.flatnonzero(good_en).tolist():
        i = int(best_ja[j])
        if j not in of_en and _beside(j, of_ja.get(i)):
            joined.add((i, j))
    return joined


def _beside(place: int, others: Sequence[int] | None) -> bool:
    return others is None or any(abs(place - other) <= _RADIUS for other in others)


def _left_over(
    scores: Scores,
    found: set[tuple[int, int]],
    content_ja: NDArray[np.bool_],
    content_en: NDArray[np.bool_],
) -> set[tuple[int, int]]:
    """Content words that are left on both sides, best pairs first: free translations."""
    rows, columns = content_ja.copy(), content_en.copy()
    rows[[i for i, _ in found]] = False
    columns[[j for _, j in found]] = False
    ja, en = np.flatnonzero(rows), np.flatnonzero(columns)
    if not len(ja) or not len(en):
        return set()
    left = scores[np.ix_(ja, en)].copy()
    weak = set()
    for _ in range(min(left.shape)):
        i, j = divmod(int(left.argmax()), len(en))
        if left[i, j] < _LEFT_OVER:
            break
        weak.add((int(ja[i]), int(en[j])))
        left[i], left[:, j] = _NEVER, _NEVER
    return weak


def _strength(score: float) -> float:
    return float(1 / (1 + np.exp(-_SLOPE * (float(score) - _MIDDLE))))
