"""Which features, and which pairs of neighbouring words, get a row of their own."""

from collections import Counter
from typing import TypeVar

import numpy as np

from alignbench.domain.text import Side
from alignbench.embedding.static.vocabulary import SHAPE, Vocabulary, spellings
from alignbench.embedding.training.corpus import SIDES, Corpus
from alignbench.embedding.training.options import TrainingOptions
from alignbench.embedding.training.rows import leading, neighbours

_Entry = TypeVar("_Entry", str, tuple[str, str])

NGRAMS = (3, 5)
_MEETING = "rsy"
"""Kinds of features, readings and sounds, that one language alone has no use for."""
_SHORTEST_MEETING = len("r:") + 2
_RAREST_PAIR = 5
"""Times a pair of neighbours must be seen, or its row would be learned by heart."""


def choose_vocabulary(corpus: Corpus, options: TrainingOptions) -> Vocabulary:
    """The most frequent features and pairs of neighbours, as many as `options` say.

    Equally frequent ones are taken by the alphabet, so that a corpus gives one vocabulary.
    """
    known = [feature for feature, _ in _ordered(_counts(corpus))[: options.features]]
    pairs = _frequent_pairs(corpus, known, options.pairs)
    return Vocabulary(known, options.buckets, NGRAMS, pairs)


def _counts(corpus: Corpus) -> Counter[str]:
    """How often each feature is seen, a base form counted for the commonest of its spellings.

    What is there for the languages to meet by counts as often as the rarer one has it.
    """
    counts: Counter[str] = Counter()
    bases: Counter[str] = Counter()
    shared: dict[Side, Counter[str]] = {side: Counter() for side in SIDES}
    for side in SIDES:
        texts = corpus.side(side)
        times = np.bincount(texts.words, minlength=len(texts.lexicon))
        for word, count in zip(texts.lexicon, times.tolist(), strict=True):
            for feature in word:
                kind = feature[0]
                into = bases if kind == "b" else shared[side] if kind in _MEETING else counts
                into[feature] += count
    found = {base: max(spellings(base), key=lambda each: counts.get(each, 0)) for base in bases}
    for base, spelling in found.items():
        if spelling in counts:
            counts[spelling] += bases[base]
    for feature in shared["ja"].keys() & shared["en"].keys():
        if len(feature) >= _SHORTEST_MEETING:
            counts[feature] = min(shared[side][feature] for side in SIDES)
    return counts


def _frequent_pairs(corpus: Corpus, known: list[str], wanted: int) -> list[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    number = {each: place for place, each in enumerate(known) if not each.startswith(SHAPE)}
    for side in SIDES if wanted else ():
        texts = corpus.side(side)
        codes, times = np.unique(neighbours(texts, leading(texts, number))[0], return_counts=True)
        frequent = times >= max(_RAREST_PAIR, _least(times, wanted))
        for code, count in zip(codes[frequent].tolist(), times[frequent].tolist(), strict=True):
            counts[known[code >> 32], known[code & 0xFFFFFFFF]] += count
    return [pair for pair, _ in _ordered(counts)[:wanted]]


def _least(times: np.ndarray[tuple[int], np.dtype[np.int64]], wanted: int) -> int:
    """The count that no more than about `wanted` entries reach."""
    return int(np.partition(times, -wanted)[-wanted]) if len(times) > wanted else 0


def _ordered(counts: Counter[_Entry]) -> list[tuple[_Entry, int]]:
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
