"""Chunks with a margin of context: evidence that looks past a bead must not end with its chunk.

Whether the end of a group, a null segment or a cut is right is asked of the segments beside it as
well. Where a chunk ends, they lie in the next one. So evidence is read in a band that is longer
than the chunk, and what a chunk says of its beads hardly depends on where the document was cut.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np

from alignbench.alignment.inputs import Floats, Shapes
from alignbench.alignment.lattice.document_band import Float32
from alignbench.alignment.lattice.seen_nodes import SeenNodes
from alignbench.alignment.scoring.document_model import DocumentModel, ExpectedCounts
from alignbench.alignment.scoring.document_statistics import DocumentStatistics
from alignbench.alignment.scoring.features import BeadFeatures
from alignbench.alignment.scoring.weights import Weights, weighed
from alignbench.alignment.search.chunks import Chunk, batch_bands

ChunkKey = tuple[tuple[int, int, int, int, int], ...]
CONTEXT = 6
"""Segments of each side by which a chunk is read further at both of its ends."""


def chunk_key(parts: Sequence[Chunk]) -> ChunkKey:
    """By which chunks that were read together are known again."""
    return tuple((*part.low, len(part.path), part.width, part.searched) for part in parts)


class SurroundedChunks:
    """The beads of B chunks of one width, with the evidence of their surroundings.

    Of the band that is read, only the nodes in the middle are searched, those of `band`.
    """

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
        read = batch_bands(longer, parts[0].width)
        self.band = batch_bands(parts, min(parts[0].searched, parts[0].width))
        own, before = self.band.lattices, self._before[:, None]
        rows = 2 * before + np.arange(own.starts.shape[1])
        rows = np.minimum(rows, read.lattices.starts.shape[1] - 1)
        bounds = np.stack([np.zeros_like(own.ends), own.ends], axis=1) + before[:, :, None]
        seen = SeenNodes(read, rows, own.starts + before, own.width, bounds)
        self._features = BeadFeatures(statistics, read, shapes, seen)

    def scores(self, model: DocumentModel, weights: Weights) -> Floats:
        """Log weights of all beads within the chunks, (B, K, T, W); -inf where none can be."""
        scores = weighed(self._features, model, weights)
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
                (name, np.broadcast_to(values, nodes))
                for name, values in chain(fixed, self._features.values(shape, model))
            )

    def expected_counts(self, posteriors: Floats, model: DocumentModel) -> ExpectedCounts:
        """Expected counts under the posteriors of the chunks' beads, (B, K, T, W)."""
        before, ends = self._before[:, None, None], self.band.lattices.ends[:, None, None, :]
        ja, en = (nodes - before for nodes in self._features.band.lattices.nodes())
        own = (ja >= 0) & (en >= 0) & (ja <= ends[..., 0]) & (en <= ends[..., 1])
        return self._features.expected_counts(posteriors, model, own)


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
