"""Features of what the segments of a bead hold: keys, sentences, quotations, paragraphs, kinds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Ints
from alignbench.alignment.scoring.document_model import DocumentModel
from alignbench.alignment.scoring.document_statistics import DocumentStatistics
from alignbench.alignment.scoring.structure import (
    FURNITURE,
    OTHER_KINDS,
    SENTENCE,
    inner_openings,
    kinds_of_runs,
)
from alignbench.domain.text import Side

Float32 = NDArray[np.float32]
Shape = tuple[int, int]
NamedValues = Iterator[tuple[str, Float32 | np.float32]]
Total = Callable[[Side, str, int], Float32]


@dataclass(frozen=True, slots=True)
class TextFeatures:
    """Features of the beads that end at the nodes (`ja`, `en`), each of shape (B, K, W).

    `total` sums a side's values before each node; `shared` is what the keys are worth that both
    sides of the bead of a shape have.
    """

    statistics: DocumentStatistics
    ja: Ints
    en: Ints
    total: Total
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
        ja = self.total("ja", "numbers", a)
        en = self.total("en", "numbers", b)
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
        ja, en = self.statistics.ja, self.statistics.en
        inside_ja = self.total("ja", "sentences", a)
        inside_en = self.total("en", "sentences", b)
        apart = inside_en - inside_ja
        yield f"sentences {kind}", np.minimum(np.abs(apart), np.float32(4.0))
        both = np.maximum(inside_ja, inside_en) > 1
        yield f"sentences alike {kind}", (both & (apart == 0)).astype(np.float32)
        ends_ja, ends_en = (
            ja.quoted[np.clip(self.ja, 0, ja.size)],
            en.quoted[np.clip(self.en, 0, en.size)],
        )
        yield "quotation cut", (ends_ja != ends_en).astype(np.float32)
        yield "quotation open", (ends_ja & ends_en).astype(np.float32)
        joined = inner_openings(ja.quotations, self.ja, a)
        joined = joined + inner_openings(en.quotations, self.en, b)
        yield "quotation joined", np.minimum(joined, 3).astype(np.float32)

    def _structure(self, shape: Shape) -> NamedValues:
        if self.plain:
            return
        a, b = shape
        yield "across paragraphs", self._broken(shape)
        first_ja, mixed_ja = kinds_of_runs(self.statistics.ja, self.ja, a)
        first_en, mixed_en = kinds_of_runs(self.statistics.en, self.en, b)
        yield "mixed kinds", (mixed_ja | mixed_en).astype(np.float32)
        furniture = (first_ja == FURNITURE) | (first_en == FURNITURE)
        yield "furniture", furniture.astype(np.float32)
        special = (first_ja != SENTENCE) & ~furniture
        yield "same kind", (special & (first_ja == first_en)).astype(np.float32)
        yield "other kind", ((first_ja != first_en) & ~furniture).astype(np.float32)

    def openings(self, shape: Shape, model: DocumentModel) -> NamedValues:
        """How the document's paragraphs begin and break."""
        if self.plain:
            return
        ja, en = self.statistics.ja, self.statistics.en
        i = np.clip(self.ja - shape[0], 0, ja.size)
        j = np.clip(self.en - shape[1], 0, en.size)
        table = model.openings.astype(np.float32)
        yield "openings", table[ja.opens[i].astype(np.int8), en.opens[j].astype(np.int8)]
        yield "across agreed paragraphs", self._broken(shape) * np.float32(model.agreement)

    def _broken(self, shape: Shape) -> Float32:
        """Paragraphs of either side that begin inside a bead."""
        broken = inner_openings(self.statistics.ja.openings, self.ja, shape[0])
        broken = broken + inner_openings(self.statistics.en.openings, self.en, shape[1])
        return broken.astype(np.float32)

    def null(self, shape: Shape) -> NamedValues:
        """Those of a null link, whatever the document's model."""
        name: Side = "ja" if shape[0] else "en"
        side, places = (self.statistics.ja, self.ja) if shape[0] else (self.statistics.en, self.en)
        yield f"null {name}", np.float32(1.0)
        if not self.plain:
            spot = np.clip(places - 1, 0, max(side.size - 1, 0))
            yield "null furniture", (side.kinds[spot] == FURNITURE).astype(np.float32)
            yield "null special", np.isin(side.kinds[spot], OTHER_KINDS).astype(np.float32)
        length = self.total(name, "characters", 1) * np.float32(2.0 if shape[0] else 1.0)
        yield "null length", np.log(np.maximum(length, np.float32(1.0)) / np.float32(60.0))
        yield "null numbers", np.minimum(self.total(name, "numbers", 1), np.float32(4.0))
        if self.bare:
            yield "bare null", np.float32(1.0)
            return
        ends = np.clip(places, 0, side.size)
        yield "null quoted", side.quoted[ends].astype(np.float32)
        yield "null in quotation", side.quoted[np.maximum(ends - 1, 0)].astype(np.float32)
        inside = self.total(name, "sentences", 1)
        yield "null sentences", np.minimum(inside - np.float32(1.0), np.float32(3.0))
