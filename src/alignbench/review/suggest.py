"""Texts to links: what the aligner needs of a document, and what it suggests."""

from typing import TYPE_CHECKING

from alignbench.domain.links import Constraints
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Document, Text

if TYPE_CHECKING:
    from alignbench.alignment import Alignment, SideInput
    from alignbench.embedding.protocol import Encoder

MAX_SPAN = 6
"""Segments in the longest span that is embedded: the longest side of a link."""


def inputs(
    document: Document, encoder: "Encoder", progress: Progress = silent
) -> "tuple[SideInput, SideInput]":
    """Both sides of a document as the aligner sees them."""
    return side_input(document.ja, encoder, progress), side_input(document.en, encoder, progress)


def side_input(text: Text, encoder: "Encoder", progress: Progress = silent) -> "SideInput":
    """One text as the aligner sees it: span vectors, lengths, paragraphs, kinds, keys."""
    import numpy as np

    from alignbench.alignment import SideInput
    from alignbench.embedding.spans import span_vectors
    from alignbench.language.discourse import inner_sentences, open_quotations
    from alignbench.language.keys import keys

    views = [segment.view for segment in text.segments]
    # A running head inside a sentence stands before the rest of that sentence's paragraph.
    paragraphs = np.maximum.accumulate([segment.paragraph for segment in text.segments])
    return SideInput(
        vectors=span_vectors(encoder, views, text.side, min(MAX_SPAN, len(views)), progress),
        lengths=np.array([len(view) for view in views], dtype=np.int64),
        paragraphs=paragraphs.astype(np.int64),
        kinds=tuple(segment.kind for segment in text.segments),
        keys=tuple(keys(view, text.side) for view in views),
        sentences=tuple(inner_sentences(view, text.side) for view in views),
        quoted=tuple(open_quotations(views)),
    )


def suggest(
    document: Document,
    encoder: "Encoder",
    constraints: Constraints | None = None,
    progress: Progress = silent,
) -> "Alignment":
    """The likeliest links of a document, with their confidence."""
    from alignbench.alignment import align

    ja, en = inputs(document, encoder, progress)
    progress("aligning", 0, 0)
    return align(ja, en, constraints or Constraints(), progress=progress)
