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
from alignbench.alignment.search.band import Block
from alignbench.alignment.search.lattice import Shapes
from alignbench.alignment.search.seen_nodes import SeenNodes

Float32 = NDArray[np.float32]
Shape = tuple[int, int]
_NOT_AT_ALL, _WHOLLY = -0.12, 0.28
"""Cosines, less half of both words' backgrounds, from which on a word begins to be said and is."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Weight of a bead's words that its other side says: each (T, B, K, W) of the nodes seen.

    `ja` and `en` count the words of either side; `ja_beyond` and `en_beyond` what they would be
    if the other side's run were longer by a segment at both ends. `ja_of_band` and `en_of_band`
    are what `ja` and `en` are of all nodes of the band, of the `single` shapes, which have one
    segment of a side. `agreed` and `across` (B, K, W) of the band tell of each node what straddles
    it (see `straddles.at_nodes`).
    """

    ja: Float32
    en: Float32
    ja_beyond: Float32
    en_beyond: Float32
    ja_of_band: Float32
    en_of_band: Float32
    agreed: Float32
    across: Float32
    single: dict[Shape, int]


def coverage(seen: SeenNodes, ja: Words, en: Words, shapes: Shapes) -> Coverage:
    """How far the two runs of each bead say the same."""
    band = seen.band
    single = [t for t, shape in enumerate(shapes) if min(shape) == 1]
    some = [shapes[t] for t in single]
    agreed, across = band.empty(((0, 0), (0, 0)))
    found = Coverage(
        ja=seen.empty(shapes),
        en=seen.empty(shapes),
        ja_beyond=seen.empty(shapes),
        en_beyond=seen.empty(shapes),
        ja_of_band=band.empty(some),
        en_of_band=band.empty(some),
        agreed=agreed,
        across=across,
        single={shape: place for place, shape in enumerate(some)},
    )
    turned, turned_some = ([(b, a) for a, b in table] for table in (shapes, some))
    reach_ja, reach_en = (max(side) for side in zip(*shapes, strict=True))
    for block in band.blocks():
        item, low, high, left, right = block
        shift_ja, shift_en = (int(shift) for shift in band.origins[item])
        rows = _Segments(ja, low + shift_ja - reach_ja - 1, high + shift_ja + 1)
        columns = _Segments(en, left + shift_en - reach_en - 1, right + shift_en + 1)
        cosines = rows.said_by(columns)
        of_ja, of_en = (
            _Runs(rows, columns, cosines, reach_en),
            _Runs(columns, rows, cosines.T, reach_ja),
        )

        def ends_of(kept: Ints, block: Block = block) -> tuple[Ints, Ints]:
            # Node i stands after segment i - 1, which is row i - low + reach. Of each node: the
            # last row of a run that ends there, and the first column after it.
            local_ja, local_en = np.divmod(kept, block[4] - block[3])
            return local_ja + reach_ja + 1, local_en + reach_en + 1

        kept, where = band.kept(block)
        ends_ja, ends_en = ends_of(kept)
        for values, table in zip(
            (agreed, across), at_nodes(of_ja.ends(), of_en.ends()), strict=True
        ):
            values.reshape(-1)[where] = table[ends_ja, ends_en]
        of_ja.fill(found.ja_of_band, where, (ends_ja, ends_en), some)
        of_en.fill(found.en_of_band, where, (ends_en, ends_ja), turned_some)
        kept, where = seen.kept(block)
        ends_ja, ends_en = ends_of(kept)
        of_ja.fill(found.ja, where, (ends_ja, ends_en), shapes)
        of_en.fill(found.en, where, (ends_en, ends_ja), turned)
        of_ja.fill(found.ja_beyond, where, (ends_ja, ends_en), shapes, beyond=1)
        of_en.fill(found.en_beyond, where, (ends_en, ends_ja), turned, beyond=1)
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

    def __init__(self, own: _Segments, other: _Segments, said: Float32, reach: int) -> None:
        """`said`: (distinct own words, distinct others); `reach`: segments of the longest run."""
        self.own, self.other = own, other
        segments = other.before + other.count + other.after
        each = np.zeros((len(own.vectors), segments), dtype=np.float32)
        if other.count and len(own.weights):
            inner = slice(other.before, other.before + other.count)
            best = _greatest(np.ascontiguousarray(said.T), other.places, other.starts)
            np.maximum(best, np.float32(0.0), out=best)
            each[:, inner] = np.minimum(best, np.float32(1.0), out=best).T
        self.best = each.take(own.places, axis=0)
        self.best *= own.weights[:, None]
        self._sums = self._of_runs(each, reach + 2)

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

    def fill(
        self,
        into: Float32,
        where: Ints,
        ends_at: tuple[Ints, Ints],
        shapes: Shapes,
        beyond: int = 0,
    ) -> None:
        """Write what is said of the own side of beads of each shape `into` (shapes, ...) `where`.

        Their nodes (k,) stand so many own and other segments after the first one asked for; a
        shape counts segments of the own side first. With `beyond` 1 the other side's run is longer
        by a segment at both ends.
        """
        _, runs, segments = self._sums.shape
        sums, spots = self._sums.reshape(-1), ends_at[0] * (runs * segments) + ends_at[1] - 1
        stops: dict[int, Float32] = {}
        for t, (a, b) in enumerate(shapes):
            if a and b:
                to = (b + 2 * beyond - 1) * segments + beyond
                if to not in stops:
                    stops[to] = sums.take(spots + to)
                said = stops[to] - sums.take(spots + (to - a * runs * segments))
                into[t].reshape(-1)[where] = said

    def _of_runs(self, each: Float32, longest: int) -> Float32:
        """Running sums over own segments of what runs of the other side say, by their ends.

        Of runs of 1 to `longest` segments: (own segments + 1, longest, segments of the other).
        """
        own, (words, segments) = self.own, each.shape
        best = np.empty((words, longest, segments), dtype=np.float32)
        best[:, 0] = each
        for run in range(1, longest):
            # The best of a run is that of the run without its last segment, or its last.
            best[:, run, 0] = best[:, run - 1, 0]
            np.maximum(best[:, run - 1, :-1], each[:, 1:], out=best[:, run, 1:])
        table = np.zeros((own.before + own.count + own.after + 1, longest, segments), np.float32)
        inner = slice(own.before + 1, own.before + own.count + 1)
        sums = own.weights_of_distinct().cumsum(axis=0) @ best.reshape(words, -1)
        table[inner] = sums.reshape(own.count, longest, segments)
        if own.count:
            table[inner.stop :] = table[inner.stop - 1]
        return table


def _greatest(rows: Float32, places: Ints, starts: Ints) -> Float32:
    """The greatest values of runs of rows, each from one of `starts` of `places` to the next.

    Runs' first rows are compared at once, then their second ones, and so on: ten times as fast as
    `np.maximum.reduceat` along the first axis. No run is empty.
    """
    counts = np.diff(starts, append=len(places))
    longest_first = np.argsort(-counts, kind="stable")
    firsts, lengths = starts[longest_first], -counts[longest_first]
    best = rows.take(places[firsts], axis=0)
    room = np.empty_like(best)
    for place in range(1, -int(lengths[0])):
        left = int(np.searchsorted(lengths, -place))
        some = rows.take(places[firsts[:left] + place], axis=0, out=room[:left], mode="clip")
        np.maximum(best[:left], some, out=best[:left])
    found = np.empty_like(best)
    found[longest_first] = best
    return found
