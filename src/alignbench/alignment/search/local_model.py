"""One document's model: guessed near the coarse path, then learned from its own posteriors."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Ints, Shapes
from alignbench.alignment.scoring.document_model import DocumentModel, first_model, relearn
from alignbench.alignment.scoring.document_statistics import DocumentStatistics
from alignbench.alignment.scoring.features import BeadFeatures
from alignbench.alignment.scoring.weights import Weights
from alignbench.alignment.search.chunks import WIDTH, Chunk, batch_bands, batches, windows
from alignbench.alignment.search.single_steps import RobustScale
from alignbench.alignment.search.surroundings import ReadChunks, SurroundedChunks, chunk_key
from alignbench.alignment.search.sweep import Sweep

ROUNDS = 2
"""Times a document's model is relearned from what its own alignment looks like under it."""
_GUESSED_ON = 24
"""Windows on which a document's model is first guessed."""
_LEARNED_ON = 4000
"""Diagonals that a document's model is relearned from: a sample of its chunks."""
_LONG = 400
"""Diagonals from which on a chunk is an omission or a muddle: nothing to learn habits from."""


def guess_model(statistics: DocumentStatistics, path: Ints) -> tuple[DocumentModel, RobustScale]:
    """A first model from the 1-1 cosines near a path, and what these cosines usually are."""
    parts = windows(path)
    step = len(parts) // _GUESSED_ON + 1
    parts = parts[::step]
    band = batch_bands(parts, WIDTH)
    cosines = BeadFeatures(statistics, band, ((1, 1),)).cosines[0]
    lengths = statistics.ja.characters, statistics.en.characters
    here = band.pairs()
    if step == 1:  # what two windows share must not be met twice, or once if rounding wills it
        here &= _cores(parts, band.lattices.starts.shape[1])[:, :, None]
    return first_model(cosines, here, lengths, band.places()), RobustScale.of(cosines[here])


def _cores(parts: Sequence[Chunk], diagonals: int) -> NDArray[np.bool_]:
    """Which diagonals each window answers for, as no other does: (B, diagonals)."""
    first, last = np.array([part.core for part in parts]).T[:, :, None]
    each = np.arange(diagonals)
    return np.asarray((each > first) & (each <= last))


def learn_model(
    statistics: DocumentStatistics,
    table: Shapes,
    weights: Weights,
    chunks: Sequence[Chunk],
    model: DocumentModel,
) -> tuple[DocumentModel, ReadChunks]:
    """`model` after a few rounds of expectation-maximisation on a sample of the chunks.

    What was read of the sample is given back as well.
    """
    sample = _sample(chunks)
    read = {
        chunk_key(batch): SurroundedChunks(statistics, batch, table)
        for batch in batches(sample, len(table))
    }
    for _ in range(ROUNDS):
        counts = None
        for part in read.values():
            scores = part.scores(model, weights)
            posteriors, _ = Sweep(part.band.lattices, table).posteriors(scores)
            expected = part.expected_counts(posteriors, model)
            counts = expected if counts is None else counts + expected
        model = model if counts is None else relearn(model, counts)
    return model, read


def _sample(chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    """Some chunks that stand for the document: ordinary ones, if there are any."""
    total = sum(len(part.path) for part in chunks)
    short = [part for part in chunks if len(part.path) <= _LONG]
    ordinary = sum(len(part.path) for part in short)
    used = short if 4 * ordinary >= total else chunks
    return used[:: max(min(ordinary or total, total) // _LEARNED_ON, 1)]
