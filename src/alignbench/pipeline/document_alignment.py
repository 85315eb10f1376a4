"""Texts to links: what the aligner needs of a document, and what it suggests."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from alignbench.domain.links import Constraints
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Document, Side, Text
from alignbench.pipeline.text_words import text_words
from alignbench.system.memory import give_back
from alignbench.system.one_thread import one_thread_for_products

if TYPE_CHECKING:
    from alignbench.alignment import Alignment, SideInput
    from alignbench.alignment.inputs import SpanVectors
    from alignbench.embedding.protocol import Encoder

ENCODED = 6
"""Segments in the longest span of a model that must read each span anew."""
HELD = 2_000_000
"""Numbers of span vectors that are held at once; 8 MB, some 900 segments of our model."""


def inputs(
    document: Document, encoder: "Encoder", progress: Progress = silent
) -> "tuple[SideInput, SideInput]":
    """Both sides of a document as the aligner sees them."""
    with one_thread_for_products():
        ja = side_input(document.ja, encoder, progress)
        give_back()  # the dictionary of Japanese, which nothing after this looks into
        en = side_input(document.en, encoder, progress)
    give_back()
    return ja, en


def side_input(text: Text, encoder: "Encoder", progress: Progress = silent) -> "SideInput":
    """One text as the aligner sees it: span vectors, lengths, paragraphs, kinds, keys, words."""
    import numpy as np

    from alignbench.alignment import SideInput
    from alignbench.language.discourse import inner_sentences, open_quotations
    from alignbench.language.keys import keys
    from alignbench.language.lemmas import each_text_read_once

    views = [segment.view for segment in text.segments]
    # A running head inside a sentence stands before the rest of that sentence's paragraph.
    paragraphs = np.maximum.accumulate([segment.paragraph for segment in text.segments])
    with each_text_read_once():  # for their vectors and for their words
        vectors = _vectors(encoder, views, text.side, progress)
        words = text_words(views, text.side)
    return SideInput(
        vectors=vectors,
        lengths=np.array([len(view) for view in views], dtype=np.int64),
        paragraphs=paragraphs.astype(np.int64),
        kinds=tuple(segment.kind for segment in text.segments),
        keys=tuple(keys(view, text.side) for view in views),
        sentences=tuple(inner_sentences(view, text.side) for view in views),
        quoted=tuple(open_quotations(views)),
        words=words,
    )


def _vectors(
    encoder: "Encoder", views: Sequence[str], side: Side, progress: Progress
) -> "SpanVectors":
    """The vectors of all spans, as long as the longest side of a link.

    Those of an additive model are made as needed if the text is long.
    """
    from alignbench.alignment.inputs import MOST_EN, MOST_JA
    from alignbench.embedding.spans import span_vectors
    from alignbench.embedding.summed_spans import SummedSpans

    most = MOST_JA if side == "ja" else MOST_EN
    reach = min(most if encoder.additive else min(most, ENCODED), len(views))
    if encoder.additive and reach * len(views) * encoder.dimension > HELD:
        return SummedSpans(encoder.encode(views, side, progress), reach)
    return span_vectors(encoder, views, side, reach, progress)


def suggest(
    document: Document,
    encoder: "Encoder",
    constraints: Constraints | None = None,
    progress: Progress = silent,
) -> "Alignment":
    """The likeliest links of a document, with their confidence."""
    from alignbench.alignment import align

    with one_thread_for_products():
        ja, en = inputs(document, encoder, progress)
        progress("aligning", 0, 0)
        return align(ja, en, constraints or Constraints(), progress=progress)
