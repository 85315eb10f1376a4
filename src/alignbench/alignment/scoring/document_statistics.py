"""What scoring needs of both sides: means and lengths of vectors, running sums, keys, structure.

Computed once for a pair of sides; nothing here depends on the band or on people's decisions.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import (
    Floats,
    Ints,
    SideInput,
    SpanVectors,
    SummedVectors,
    Words,
)
from alignbench.alignment.scoring.shared_keys import SharedKeys
from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind
from alignbench.messages import t

Float32 = NDArray[np.float32]
_ORDINARY = 60.0
"""Characters of a segment whose length is not known."""
_ROWS = 1024
"""Spans read at once: few enough that each is read from memory once."""
KINDS = {kind: number for number, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class SideStatistics:
    """One side, prepared. n segments, S span lengths.

    `toward` (S, n) is each span's dot product with the other side's mean vector, `norms` (S, n)
    its length once its own side's mean is taken away (0 for empty spans). `characters` and other
    running sums (`mass` of the words' weights) are of shape (n + 1,). `opens` and `quoted`
    (n + 1,) tell of each boundary whether a paragraph begins there and whether a quotation is
    open there, `openings` and `quotations` (n + 2,) are their running sums. `plain`: the side is
    one paragraph of sentences.
    """

    vectors: SpanVectors
    toward: Float32
    norms: Float32
    characters: Floats
    numbers: Floats
    sentences: Floats
    opens: NDArray[np.bool_]
    quoted: NDArray[np.bool_]
    openings: Ints
    quotations: Ints
    plain: bool
    kinds: Ints
    words: Words | None
    mass: Floats
    _of_runs: dict[tuple[str, int], NDArray[Any]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def size(self) -> int:
        """How many segments there are."""
        return int(self.vectors.shape[1])

    def of_runs(self, what: str, count: int) -> NDArray[Any]:
        """What is known of the run of `count` segments before each boundary: (n + 1,), made once.

        Sums of `characters`, `numbers`, `sentences` and `mass`, as float32; how many paragraphs
        (`openings`) or quotations (`quotations`) begin inside it; whether a paragraph begins where
        it does (`opens`); whether a quotation is open there (`quoted`); its first segment's kind
        (`kinds`), and whether it has others (`mixed`).
        """
        known = self._of_runs.get((what, count))
        if known is None:
            known = self._of_runs[what, count] = self._made_of_runs(what, count)
        return known

    def _made_of_runs(self, what: str, count: int) -> NDArray[Any]:
        ends = np.arange(self.size + 1)
        starts = np.maximum(ends - count, 0)
        if what in ("openings", "quotations"):
            begun: Ints = self.openings if what == "openings" else self.quotations
            inside = begun[ends] - begun[np.minimum(starts + 1, ends)]
            return np.asarray(inside, dtype=np.float32)
        if what in ("opens", "quoted"):
            told: NDArray[np.bool_] = self.opens if what == "opens" else self.quoted
            return told[starts]
        last = max(self.size - 1, 0)
        kinds = self.kinds[np.clip(ends - count, 0, last)]
        if what == "kinds":
            return kinds
        if what == "mixed":
            each = [self.kinds[np.clip(ends - back, 0, last)] != kinds for back in range(1, count)]
            return np.logical_or.reduce(each) if each else np.zeros(len(ends), dtype=np.bool_)
        running: Floats = getattr(self, what)
        return (running[ends] - running[starts]).astype(np.float32)


@dataclass(frozen=True, slots=True)
class DocumentStatistics:
    """Both sides, the dot product of their means, and the keys they share."""

    ja: SideStatistics
    en: SideStatistics
    common: float
    has_lengths: bool
    keys: SharedKeys


def prepare(ja: SideInput, en: SideInput) -> DocumentStatistics:
    """What can be known of two sides before looking at any pair of segments.

    Raises:
        InputError: vectors of different dimensions, or with values that are not finite.
    """
    if ja.vectors.shape[2] != en.vectors.shape[2]:
        raise InputError(
            t(
                "Vectors of {ja} and of {en} dimensions cannot be compared.",
                ja=ja.vectors.shape[2],
                en=en.vectors.shape[2],
            ),
            t("Encode both sides with the same model."),
        )
    mean_ja, mean_en = _mean(ja.vectors), _mean(en.vectors)
    return DocumentStatistics(
        _side(ja, mean_ja, mean_en, "Japanese"),
        _side(en, mean_en, mean_ja, "English"),
        float(mean_ja @ mean_en),
        bool(len(ja.lengths) and len(en.lengths)),
        SharedKeys.of(ja.keys, en.keys),
    )


def _mean(vectors: SpanVectors) -> Float32:
    """The mean of the single segments' vectors, empty ones left out."""
    if not min(vectors.shape):
        return np.zeros(vectors.shape[2], dtype=np.float32)
    singles, present = vectors[0], 0
    total = np.zeros((1, vectors.shape[2]), dtype=np.float32)
    for start in range(0, len(singles), _ROWS):
        block = singles[start : start + _ROWS]
        present += int(np.count_nonzero(np.einsum("nd,nd->n", block, block) > 1e-12))
        total = np.concatenate([total, block]).sum(axis=0, keepdims=True)
    return np.asarray(total[0] / max(present, 1), dtype=np.float32)


def _side(side: SideInput, own: Float32, other: Float32, name: str) -> SideStatistics:
    toward, norms = _products(side.vectors, own, other, name)
    size = side.size
    opens = np.ones(size + 1, dtype=np.bool_)
    opens[1:-1] = side.paragraphs[1:] != side.paragraphs[:-1] if len(side.paragraphs) else False
    quoted = np.array([False, *(side.quoted or [False] * size)], dtype=np.bool_)
    kinds = [KINDS[kind] for kind in side.kinds or [Kind.SENTENCE] * max(size, 1)]
    return SideStatistics(
        side.vectors,
        toward,
        norms,
        _running(side.lengths if len(side.lengths) else np.full(size, _ORDINARY), size),
        _running(_numbers(side.keys), size),
        _running(side.sentences, size),
        opens,
        quoted,
        np.concatenate([[0], np.cumsum(opens)]),
        np.concatenate([[0], np.cumsum(quoted)]),
        not opens[1:-1].any() and set(kinds) == {KINDS[Kind.SENTENCE]},
        np.array(kinds, dtype=np.int64),
        *_with_fillers(side.words, size),
    )


def _with_fillers(words: Words | None, size: int) -> tuple[Words | None, Floats]:
    """Words that have a weight, and running sums of weights.

    In front of each segment's stands one that says nothing, so that none is empty.
    """
    if words is None:
        return None, np.zeros(size + 1)
    filler = len(words.vectors)
    says = words.weights[words.rows] > 0.0
    starts = np.concatenate([[0], np.cumsum(says)])[words.starts]
    rows = np.insert(words.rows[says], starts[:-1], filler)
    starts = starts + np.arange(size + 1)
    weights = np.append(words.weights, np.float32(0.0))
    whole = Words(
        np.concatenate([words.vectors, np.zeros_like(words.vectors[:1])])
        if filler
        else np.zeros((1, words.vectors.shape[1]), dtype=np.float32),
        np.append(words.background, np.float32(2.0)),
        weights,
        rows,
        starts,
    )
    return whole, np.concatenate([[0.0], np.cumsum(weights[rows])])[starts]


def _products(
    vectors: SpanVectors, own: Float32, other: Float32, name: str
) -> tuple[Float32, Float32]:
    """Each span's dot product with `other`, and its length without `own`, read in one pass."""
    if isinstance(vectors, SummedVectors) and np.isfinite(vectors.lengths).all():
        return _summed_products(vectors, own, other)
    toward = np.zeros(vectors.shape[:2], dtype=np.float32)
    norms = np.zeros(vectors.shape[:2], dtype=np.float32)
    means = np.stack([own, other], axis=1)
    square = np.float32(own @ own)
    for span in range(len(vectors)):
        layer = vectors[span]
        for start in range(0, len(layer), _ROWS):
            block = layer[start : start + _ROWS]
            rows = slice(start, start + len(block))
            squares = np.einsum("nd,nd->n", block, block)
            if not np.isfinite(squares).all():
                bad = start + int(np.flatnonzero(~np.isfinite(squares))[0])
                raise InputError(
                    t(
                        "The vector of {name} segment {bad}, span {span}, is not finite.",
                        name=name,
                        bad=bad,
                        span=span + 1,
                    ),
                    t("Look for texts that the encoder cannot encode."),
                )
            products = block @ means
            toward[span, rows] = products[:, 1]
            lengths = np.sqrt(np.maximum(squares - 2 * products[:, 0] + square, 1e-6))
            norms[span, rows] = np.where(squares > 1e-6, lengths, 0.0)
    return toward, norms


def _summed_products(
    vectors: SummedVectors, own: Float32, other: Float32
) -> tuple[Float32, Float32]:
    """What `_products` gives, by sums over the products of single segments."""
    single = (vectors.summands @ np.stack([other, own], axis=1)).astype(np.float64)
    shape = (2, *vectors.lengths.shape)
    products, sums = np.zeros(shape, dtype=np.float32), np.zeros_like(single)
    present = vectors.lengths > 0
    for span, lengths in enumerate(vectors.lengths):
        sums = sums[: len(single) - span] + single[span:]
        products[:, span, : len(sums)] = (sums / np.maximum(lengths, 1e-6)[: len(sums), None]).T
    products *= present
    toward, along = products
    square = np.float32(own @ own)
    norms = np.sqrt(np.maximum(np.float32(1.0) - 2 * along + square, np.float32(1e-6)))
    return toward, norms * present


def _running(values: Sequence[float] | Floats | Ints, size: int) -> Floats:
    """Running sums with a zero in front; zeros where nothing was given."""
    return np.concatenate([[0.0], np.cumsum(values if len(values) else np.zeros(size))])


def _numbers(keys: Sequence[frozenset[str]]) -> list[int]:
    """How many numbers each segment's keys hold."""
    known = {key for key in set(chain.from_iterable(keys)) if key[0] == "n"}
    return [len(known & each) for each in keys]
