"""Features of what the segments of a bead hold: keys, sentences, quotations, paragraphs, kinds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.scoring.document_model import DocumentModel
from alignbench.alignment.scoring.document_statistics import DocumentStatistics
from alignbench.alignment.scoring.runs_at_nodes import RunsAtNodes
from alignbench.alignment.scoring.structure import FURNITURE, OTHER_KINDS, SENTENCE
from alignbench.domain.text import Side

Float32 = NDArray[np.float32]
Shape = tuple[int, int]
NamedValues = Iterator[tuple[str, Float32 | np.float32]]


@dataclass(frozen=True, slots=True)
class TextFeatures:
    """Features of the beads that end at the nodes of a band, each of shape (B, K, W).

    `shared` is what the keys are worth that both sides of the bead of a shape have.
    """

    statistics: DocumentStatistics
    runs: RunsAtNodes
    shared: Callable[[Shape], Float32 | None]

    @property
    def bare(self) -> bool:
        """Whether nothing is known of sentences."""
        return not (self.statistics.ja.sentences[-1] and self.statistics.en.sentences[-1])

    @property
    def plain(self) -> bool:
        """Whether both sides are one paragraph of sentences."""
        return self.statistics.ja.plain and self.statistics.en.plain

    def linked(self, shape: Shape, kind: str) -> NamedValues:
        """Those of a link, whatever the document's model."""
        yield from self._keys(shape)
        yield from self._discourse(shape, kind)
        yield from self._structure(shape)

    def _keys(self, shape: Shape) -> NamedValues:
        shared = self.shared(shape)
        if shared is None and not (
            self.statistics.ja.numbers[-1] or self.statistics.en.numbers[-1]
        ):
            return
        a, b = shape
        ja = self.runs.of("ja", "numbers", a)
        en = self.runs.of("en", "numbers", b)
        yield "numbers apart", np.minimum(np.abs(ja - en), np.float32(4.0))
        if shared is not None:
            yield "keys", np.sqrt(np.minimum(np.maximum(shared, 0), np.float32(40.0)))
            yield "no keys", ((shared < 1e-3) & (ja + en > 0)).astype(np.float32)

    def _discourse(self, shape: Shape, kind: str) -> NamedValues:
        """Sentences inside segments, and quotations that a bead would cut."""
        if self.bare:
            yield f"bare {kind}", np.float32(1.0)
            return
        a, b = shape
        inside_ja = self.runs.of("ja", "sentences", a)
        inside_en = self.runs.of("en", "sentences", b)
        apart = inside_en - inside_ja
        yield f"sentences {kind}", np.minimum(np.abs(apart), np.float32(4.0))
        both = np.maximum(inside_ja, inside_en) > 1
        yield f"sentences alike {kind}", (both & (apart == 0)).astype(np.float32)
        ends_ja, ends_en = self.runs.of("ja", "quoted", 0), self.runs.of("en", "quoted", 0)
        yield "quotation cut", (ends_ja != ends_en).astype(np.float32)
        yield "quotation open", (ends_ja & ends_en).astype(np.float32)
        joined = self.runs.of("ja", "quotations", a) + self.runs.of("en", "quotations", b)
        yield "quotation joined", np.minimum(joined, np.float32(3.0))

    def _structure(self, shape: Shape) -> NamedValues:
        if self.plain:
            return
        a, b = shape
        yield "across paragraphs", self._broken(shape)
        mixed = self.runs.of("ja", "mixed", a) | self.runs.of("en", "mixed", b)
        yield "mixed kinds", mixed.astype(np.float32)
        first_ja, first_en = self.runs.of("ja", "kinds", a), self.runs.of("en", "kinds", b)
        furniture = (first_ja == FURNITURE) | (first_en == FURNITURE)
        yield "furniture", furniture.astype(np.float32)
        special = (first_ja != SENTENCE) & ~furniture
        yield "same kind", (special & (first_ja == first_en)).astype(np.float32)
        yield "other kind", ((first_ja != first_en) & ~furniture).astype(np.float32)

    def openings(self, shape: Shape, model: DocumentModel) -> NamedValues:
        """How the document's paragraphs begin and break."""
        if self.plain:
            return
        both = self.runs.of("ja", "opens", shape[0]) * np.int8(2)
        both += self.runs.of("en", "opens", shape[1])
        yield "openings", model.openings.astype(np.float32).take(both)
        yield "across agreed paragraphs", self._broken(shape) * np.float32(model.agreement)

    def _broken(self, shape: Shape) -> Float32:
        """Paragraphs of either side that begin inside a bead."""
        ja, en = self.runs.of("ja", "openings", shape[0]), self.runs.of("en", "openings", shape[1])
        return np.asarray(ja + en, dtype=np.float32)

    def null(self, shape: Shape) -> NamedValues:
        """Those of a null link, whatever the document's model."""
        name: Side = "ja" if shape[0] else "en"
        yield f"null {name}", np.float32(1.0)
        if not self.plain:
            kinds = self.runs.of(name, "kinds", 1)
            yield "null furniture", (kinds == FURNITURE).astype(np.float32)
            yield "null special", np.isin(kinds, OTHER_KINDS).astype(np.float32)
        length = self.runs.of(name, "characters", 1) * np.float32(2.0 if shape[0] else 1.0)
        yield "null length", np.log(np.maximum(length, np.float32(1.0)) / np.float32(60.0))
        yield "null numbers", np.minimum(self.runs.of(name, "numbers", 1), np.float32(4.0))
        if self.bare:
            yield "bare null", np.float32(1.0)
            return
        yield "null quoted", self.runs.of(name, "quoted", 0).astype(np.float32)
        yield "null in quotation", self.runs.of(name, "quoted", 1).astype(np.float32)
        inside = self.runs.of(name, "sentences", 1)
        yield "null sentences", np.minimum(inside - np.float32(1.0), np.float32(3.0))
