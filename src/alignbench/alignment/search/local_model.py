"""One document's model: guessed near the coarse path, then learned from its own posteriors."""

from collections.abc import Sequence

from alignbench.alignment.inputs import Ints, Shapes
from alignbench.alignment.scoring.document_model import DocumentModel, first_model, relearn
from alignbench.alignment.scoring.document_statistics import DocumentStatistics
from alignbench.alignment.scoring.features import BeadFeatures
from alignbench.alignment.scoring.weights import Weights
from alignbench.alignment.search.chunks import WIDTH, Chunk, batch_bands, batches, windows
from alignbench.alignment.search.lattice import Sweep
from alignbench.alignment.search.single_steps import RobustScale, fits
from alignbench.alignment.search.surroundings import ReadChunks, SurroundedChunks, chunk_key

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
    band = batch_bands(parts[:: len(parts) // _GUESSED_ON + 1], WIDTH)
    cosines = BeadFeatures(statistics, band, ((1, 1),)).cosines[0]
    lengths = statistics.ja.characters, statistics.en.characters
    here = fits(band)
    return first_model(cosines, here, lengths, band.places()), RobustScale.of(cosines[here])


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
