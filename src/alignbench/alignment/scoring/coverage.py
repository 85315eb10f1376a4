"""Lexical coverage: how much of what one run of segments says is said by a run of the other side.

A word is said by a run to the degree in which its nearest word there is its translation; a run's
words count by their weights. Coverage is asymmetric: a short tail of a long sentence is wholly
covered by the other side's long sentence, though their vectors are little alike.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Ints, Words
from alignbench.alignment.scoring.straddles import Ends, at_nodes, ends
from alignbench.alignment.search.band import DocumentBand
from alignbench.alignment.search.lattice import Shapes

Float32 = NDArray[np.float32]
_NOT_AT_ALL, _WHOLLY = -0.12, 0.28
"""Cosines, less half of both words' backgrounds, from which on a word begins to be said and is."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Weight of a bead's words that its other side says: each (B, K, T, W).

    `ja` and `en` count the words of either side; `ja_beyond` and `en_beyond` what they would be
    if the other side's run were longer by a segment at both ends. `agreed` and `across` (B, K, W)
    tell of each node what straddles it (see `straddles.at_nodes`).
    """

    ja: Float32
    en: Float32
    ja_beyond: Float32
    en_beyond: Float32
    agreed: Float32
    across: Float32


def coverage(band: DocumentBand, ja: Words, en: Words, shapes: Shapes) -> Coverage:
    """How far the two runs of each bead of a band say the same."""
    shape = (*band.lattices.starts.shape, len(shapes), band.lattices.width)
    nodes = (*band.lattices.starts.shape, band.lattices.width)
    found = Coverage(
        *(np.zeros(shape, dtype=np.float32) for _ in range(4)),
        *(np.zeros(nodes, dtype=np.float32) for _ in range(2)),
    )
    reach_ja, reach_en = (max(side) for side in zip(*shapes, strict=True))
    for block in band.blocks():
        item, low, high, left, right = block
        shift_ja, shift_en = (int(shift) for shift in band.origins[item])
        rows = _Segments(ja, low + shift_ja - reach_ja - 1, high + shift_ja + 1)
        columns = _Segments(en, left + shift_en - reach_en - 1, right + shift_en + 1)
        said = rows.said_by(columns)
        kept, diagonal, place = band.kept(block)
        # Node i stands after segment i - 1, which is row i - low + reach.
        first_ja, first_en = reach_ja + 1, reach_en + 1
        count_ja, count_en = high - low, right - left
        runs = _Runs(rows, columns, said), _Runs(columns, rows, said.T)
        for values, table in zip(
            (found.agreed, found.across),
            at_nodes(*(side.ends() for side in runs)),
            strict=True,
        ):
            box = table[first_ja : first_ja + count_ja, first_en : first_en + count_en]
            values[item, diagonal, place] = box[kept]
        # Of each node the last row of a run that ends there, and the first column after it.
        local_ja, local_en = np.nonzero(kept)
        ends_ja, ends_en = local_ja + first_ja, local_en + first_en
        where = item, diagonal, slice(None), place
        turned = tuple((b, a) for a, b in shapes)
        found.ja[where], found.ja_beyond[where] = runs[0].at(ends_ja, ends_en, shapes)
        found.en[where], found.en_beyond[where] = runs[1].at(ends_en, ends_ja, turned)
    return found


class _Segments:
    """The words of the segments `start` up to `stop`, which may lie outside the document.

    `vectors` and `background` are of the distinct words, `places` tells of each word which it is.
    """

    def __init__(self, words: Words, start: int, stop: int) -> None:
        size = len(words.starts) - 1
        low, high = min(max(start, 0), size), max(min(stop, size), 0)
        high = max(high, low)
        self.before, self.after = low - start, stop - high
        span = slice(int(words.starts[low]), int(words.starts[high]))
        rows = words.rows[span]
        distinct, self.places = np.unique(rows, return_inverse=True)
        self.vectors = words.vectors[distinct]
        self.background = words.background[distinct]
        self.weights = words.weights[rows]
        self.starts: Ints = words.starts[low:high] - words.starts[low]
        self.count = high - low

    def weights_of_distinct(self) -> Float32:
        """What each distinct word weighs in each segment: (segments, distinct words)."""
        words = len(self.vectors)
        segments = np.repeat(np.arange(self.count), np.diff(self.starts, append=len(self.places)))
        cells = np.bincount(segments * words + self.places, self.weights, self.count * words)
        return cells.astype(np.float32).reshape(self.count, words)

    def said_by(self, other: "_Segments") -> Float32:
        """How far each distinct word here translates each there: 0 or less to 1 or more."""
        cosines = self.vectors @ other.vectors.T
        cosines -= np.float32(0.5) * self.background[:, None]
        cosines -= np.float32(0.5) * other.background + np.float32(_NOT_AT_ALL)
        cosines *= np.float32(1.0 / (_WHOLLY - _NOT_AT_ALL))
        return np.asarray(cosines)


class _Runs:
    """Sums over segments of one side of what runs of the other side say of them."""

    def __init__(self, own: _Segments, other: _Segments, said: Float32) -> None:
        self.own, self.other = own, other
        segments = other.before + other.count + other.after
        self._each = np.zeros((len(own.vectors), segments), dtype=np.float32)
        if other.count and len(own.weights):
            inner = slice(other.before, other.before + other.count)
            best = np.maximum.reduceat(said.take(other.places, axis=1), other.starts, axis=1)
            self._each[:, inner] = np.clip(best, 0.0, 1.0)
        self.best = self._each.take(own.places, axis=0)
        self.best *= own.weights[:, None]
        self._weights = own.weights_of_distinct()
        self._sums: dict[int, Float32] = {}
        self._longest = 1
        self._running = self._each.copy()
        self._sums[1] = self._summed(self._running)

    def ends(self) -> Ends:
        """What the ends of this side's segments say that is better said across a boundary.

        Of all segments asked for, those outside the document among them.
        """
        own, best = self.own, self.best
        inner = ends(best, own.starts)
        shape = own.before + own.count + own.after, best.shape[1] + 1
        whole = []
        for values in (inner.last, inner.first):
            table = np.zeros(shape, dtype=np.float32)
            table[own.before : own.before + own.count] = values
            whole.append(table)
        return Ends(*whole)

    def at(self, own: Ints, other: Ints, shapes: Shapes) -> tuple[Float32, Float32]:
        """What is said of the own side of beads of each shape, and of it by a longer run.

        Both (k, shapes) of k nodes, `own` and `other` (k,) segments after the first one asked for;
        a shape counts segments of the own side first.
        """
        inner = np.zeros((len(own), len(shapes)), dtype=np.float32)
        beyond = np.zeros_like(inner)
        stride = self.best.shape[1]
        spots = own * stride + other - 1
        stops: dict[tuple[int, int], Float32] = {}
        for t, (a, b) in enumerate(shapes):
            if a and b:
                for values, run, later in ((inner, b, 0), (beyond, b + 2, 1)):
                    table, seen = self._sums_of(run).reshape(-1), (run, later)
                    if seen not in stops:
                        stops[seen] = table.take(spots + later)
                    values[:, t] = stops[seen] - table.take(spots + (later - a * stride))
        return inner, beyond

    def _sums_of(self, run: int) -> Float32:
        """Running sums of what runs of `run` segments of the other side say, by their ends."""
        while self._longest < run:
            # The best of a run is that of the run without its last segment, or its last.
            self._running[:, 1:] = np.maximum(self._running[:, :-1], self._each[:, 1:])
            self._longest += 1
            self._sums[self._longest] = self._summed(self._running)
        return self._sums[run]

    def _summed(self, values: Float32) -> Float32:
        """Running sums over segments, zero in front: (segments + 1, segments of the other)."""
        own = self.own
        table = np.zeros((own.before + own.count + own.after + 1, values.shape[1]), np.float32)
        table[own.before + 1 : own.before + own.count + 1] = self._weights @ values
        return np.asarray(table.cumsum(axis=0))
