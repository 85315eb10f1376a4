"""Suggestions for a document: what the aligner is given of it."""

import pytest

from alignbench.embedding.summed_spans import SummedSpans
from alignbench.review import suggest
from tests.review.examples import EN, JA, TinyEncoder, document


def test_a_very_long_document_is_aligned_alike_in_less_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    long = document(JA * 40, EN * 40)
    whole = suggest.suggest(long, TinyEncoder())
    monkeypatch.setattr(suggest, "HELD", 0)
    ja, _ = suggest.inputs(long, TinyEncoder())
    assert isinstance(ja.vectors, SummedSpans)
    parts = suggest.suggest(long, TinyEncoder())
    assert parts.beads == whole.beads
    run = next(bead.ja for bead in whole.beads if bead.ja)
    assert parts.candidates(run) == whole.candidates(run)
