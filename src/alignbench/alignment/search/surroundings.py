"""Chunks with a margin of context: evidence that looks past a bead must not end with its chunk.

Whether the end of a group, a null segment or a cut is right is asked of the segments beside it as
well. Where a chunk ends, they lie in the next one. So evidence is read in a band that is longer
than the chunk, and what a chunk says of its beads hardly depends on where the document was cut.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np

from alignbench.alignment.inputs import Floats, Ints, Shapes
from alignbench.alignment.scoring.document_model import DocumentModel, ExpectedCounts
from alignbench.alignment.scoring.document_statistics import DocumentStatistics
from alignbench.alignment.scoring.features import BeadFeatures
from alignbench.alignment.scoring.weights import Weights, weighed
from alignbench.alignment.search.band import DocumentBand, Float32
from alignbench.alignment.search.chunks import Chunk, batch_bands
from alignbench.alignment.search.lattice import Band

ChunkKey = tuple[tuple[int, int, int, int], ...]
CONTEXT = 6
"""Segments of each side by which a chunk is read further at both of its ends."""


def chunk_key(parts: Sequence[Chunk]) -> ChunkKey:
    """By which chunks that were read together are known again."""
    return tuple((*part.low, len(part.path), part.width) for part in parts)


class SurroundedChunks:
    """The beads of B chunks of one width, with the evidence of their surroundings."""

    def __init__(
        self, statistics: DocumentStatistics, parts: Sequence[Chunk], shapes: Shapes
    ) -> None:
        self.parts = tuple(parts)
        size = statistics.ja.size, statistics.en.size
        self._before = np.array([min(CONTEXT, *part.low) for part in parts])
        longer = [
            _longer(part, int(before), size)
            for part, before in zip(parts, self._before, strict=True)
        ]
        self._features = BeadFeatures(statistics, batch_bands(longer, parts[0].width), shapes)
        wide = self._features.band.lattices
        longest = max(len(part.path) for part in parts)
        rows = 2 * self._before[:, None] + np.arange(longest)
        self._rows: Ints = np.minimum(rows, wide.starts.shape[1] - 1)
        self._lattices = np.arange(len(parts))[:, None]
        ends = np.array([np.subtract(part.high, part.low) for part in parts], dtype=np.int64)
        starts = wide.starts[self._lattices, self._rows] - self._before[:, None]
        origins = np.array([part.low for part in parts], dtype=np.int64)
        self.band = DocumentBand(Band(starts, ends, wide.width), origins)
        self._lengths = ends.sum(axis=1) + 1

    def scores(self, model: DocumentModel, weights: Weights) -> Floats:
        """Log weights of all beads within the chunks, (B, K, T, W); -inf where none can be."""
        scores: Floats = weighed(self._features, model, weights)[self._lattices, self._rows]
        ja, en = self.band.lattices.nodes()
        inside = self.band.lattices.inside()
        for place, (a, b) in enumerate(self._features.shapes):
            scores[:, :, place][~(inside & (ja >= a) & (en >= b))] = -np.inf
        return scores

    def evidence(self, model: DocumentModel) -> Iterator[Iterator[tuple[str, Float32]]]:
        """Of each shape, names and values (B, K, W) of all features: what weights are fitted on."""
        self._features.forget()
        nodes = self._features.ja.shape
        for shape, fixed in self._features.fixed():
            yield (
                (name, np.broadcast_to(values, nodes)[self._lattices, self._rows])
                for name, values in chain(fixed, self._features.values(shape, model))
            )

    def expected_counts(self, posteriors: Floats, model: DocumentModel) -> ExpectedCounts:
        """Expected counts under the posteriors of the chunks' beads, (B, K, T, W)."""
        wide = self._features.band.lattices
        whole = np.zeros((*wide.starts.shape, *posteriors.shape[2:]), dtype=posteriors.dtype)
        own = np.arange(posteriors.shape[1]) < self._lengths[:, None]
        where = np.broadcast_to(self._lattices, own.shape)[own], self._rows[own]
        whole[where] = posteriors[own]
        mine = np.zeros((*wide.starts.shape, wide.width), dtype=np.bool_)
        mine[where] = self.band.lattices.inside()[own]
        return self._features.expected_counts(whole, model, mine)


ReadChunks = dict[ChunkKey, SurroundedChunks]
"""What was read of chunks while a document's model was learned, until they are solved."""


def _longer(part: Chunk, before: int, size: tuple[int, int]) -> Chunk:
    """A chunk with a path through its surroundings, as far as the document goes."""
    ja, en = part.high
    after = min(CONTEXT, size[0] - ja, size[1] - en)
    first, last = np.arange(2 * before), np.arange(1, 2 * after + 1)
    path = np.concatenate(
        [(first + 1) // 2, part.path + before, (last + 1) // 2 + part.path[-1] + before]
    )
    low = part.low[0] - before, part.low[1] - before
    return replace(part, low=low, path=path, core=(0, len(path) - 1))
