"""Suggestions for a document: what the aligner is given of it."""

import pytest

from alignbench.embedding.summed_spans import SummedSpans
from alignbench.pipeline import document_alignment
from tests.review.examples import TinyEncoder, document, en, ja


def test_a_very_long_document_is_aligned_alike_in_less_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    long = document([ja(n, n + 1) for n in range(200)], [en(n, n + 1) for n in range(200)])
    whole = document_alignment.suggest(long, TinyEncoder())
    monkeypatch.setattr(document_alignment, "HELD", 0)
    side, _ = document_alignment.inputs(long, TinyEncoder())
    assert isinstance(side.vectors, SummedSpans)
    parts = document_alignment.suggest(long, TinyEncoder())
    assert [(bead.ja, bead.en) for bead in parts.beads] == [
        (bead.ja, bead.en) for bead in whole.beads
    ]
    sure = [bead.confidence for bead in whole.beads]
    assert [bead.confidence for bead in parts.beads] == pytest.approx(sure, abs=1e-4)
    run = next(bead.ja for bead in whole.beads if bead.ja)
    assert parts.candidates(run)[0].en == whole.candidates(run)[0].en
