"""Features of beads: the numbers that the weights are multiplied with."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Floats, Ints
from alignbench.alignment.scoring.document_model import (
    TYPICAL_SHARES,
    DocumentModel,
    ExpectedCounts,
)
from alignbench.alignment.scoring.document_statistics import (
    DocumentStatistics,
)
from alignbench.alignment.scoring.neighbours import Neighbourhood
from alignbench.alignment.scoring.shape_classes import bias, group
from alignbench.alignment.scoring.structure import (
    FURNITURE,
    OTHER_KINDS,
    SENTENCE,
    inner_openings,
    is_plain,
    kinds_of_runs,
)
from alignbench.alignment.scoring.word_features import word_features
from alignbench.alignment.search.band import DocumentBand
from alignbench.domain.text import Side

Float32 = NDArray[np.float32]
Shape = tuple[int, int]
NamedValues = Iterator[tuple[str, Float32 | np.float32]]
_ALIKE = 1e-4
"""Product of centred lengths under which a pair is one of many equal lines, and belongs together
as well as any other, one by one."""


class BeadFeatures:
    """Features of all beads of one band of one document."""

    def __init__(
        self, statistics: DocumentStatistics, band: DocumentBand, shapes: tuple[Shape, ...]
    ) -> None:
        self.statistics = statistics
        self.band = band
        self.shapes = shapes
        self.ja, self.en = band.places()
        self._equal: dict[Shape, NDArray[np.bool_]] = {}
        self._totals: dict[tuple[str, str, int], Float32] = {}
        self.local = band.lattices.nodes()
        self.inside = band.lattices.inside()
        self.is_plain = all(is_plain(side) for side in (statistics.ja, statistics.en))
        self.place = {shape: t for t, shape in enumerate(shapes)}
        self.cosines = self._centred(
            band.cosines(statistics.ja.vectors, statistics.en.vectors, shapes)
        )
        self.bare = not (statistics.ja.sentences[-1] and statistics.en.sentences[-1])
        self.shared = (
            band.shared(statistics.ja.keys, statistics.en.keys, statistics.key_weights, shapes)
            if statistics.key_weights
            else None
        )

        self._scaled_by: tuple[float, float] | None = None
        self.words = word_features(statistics, band, shapes, self.total)

    def near(self, model: DocumentModel) -> Neighbourhood:
        """Similarities seen from other nodes, on the document's scale."""
        scale = model.background, model.match
        if self._scaled_by != scale:
            self._scaled_by = scale
            self._near = Neighbourhood(self.band, lambda shape: self.relative(shape, model), 0.0)
        return self._near

    def _centred(self, raw: Float32) -> Float32:
        """Cosines of spans once each side's mean vector is taken from them."""
        ja, en, common = self.statistics.ja, self.statistics.en, np.float32(self.statistics.common)
        for t, (a, b) in enumerate(self.shapes):
            if not a or not b or not ja.size or not en.size:
                continue
            i = np.clip(self.ja - a, 0, max(ja.size - 1, 0))
            j = np.clip(self.en - b, 0, max(en.size - 1, 0))
            norm = ja.norms[a - 1][i] * en.norms[b - 1][j]
            layer = raw[:, :, t]
            layer -= ja.toward[a - 1][i] + en.toward[b - 1][j] - common
            layer *= (norm > 0) / np.maximum(norm, 1e-3)
            equal = (norm > 0) & (norm < _ALIKE)
            if equal.any():
                layer[equal] = 0.5
                self._equal[a, b] = equal
        return raw

    def total(self, side: Side, what: str, count: int) -> Float32:
        """Sum of `what` over the `count` segments of a side before each node."""
        if (side, what, count) not in self._totals:
            running = getattr(self.statistics.ja if side == "ja" else self.statistics.en, what)
            high = np.clip(self.ja if side == "ja" else self.en, 0, len(running) - 1)
            sums = (running[high] - running[np.maximum(high - count, 0)]).astype(np.float32)
            self._totals[side, what, count] = sums
        return self._totals[side, what, count]

    def fits(self, shape: Shape) -> NDArray[np.bool_]:
        """Nodes at which a bead of this shape can end."""
        local_ja, local_en = self.local
        fits = self.inside & (local_ja >= shape[0]) & (local_en >= shape[1])
        if shape in self._equal and sum(shape) > 2:
            fits &= ~self._equal[shape]  # equal lines are linked one by one
        return np.asarray(fits)

    def relative(self, shape: Shape, model: DocumentModel) -> Float32:
        """Similarity, unrelated segments (and shapes not searched) at 0, typical matches at 1."""
        if shape not in self.place:
            return np.zeros_like(self.cosines[:, :, 0])
        scale = np.float32(1.0 / (model.match - model.background))
        return (self.cosines[:, :, self.place[shape]] - np.float32(model.background)) * scale

    def values(self, shape: Shape, model: DocumentModel) -> NamedValues:
        """Names and values of the features of beads of one shape: (B, K, W), or one for all."""
        if 0 in shape:
            yield from self._null(shape, model)
            return
        kind = group(shape)
        yield f"habit {kind}", np.float32(model.habits[kind])
        yield f"loose {kind}", np.float32(model.looseness)
        yield f"free {kind}", np.float32(model.freedom)
        yield f"bias {bias(shape)}", np.float32(1.0)
        relative = self.relative(shape, model)
        sharp = _sharp(model)
        size = np.float32(sum(shape) / 2)
        yield f"similar {kind}", np.clip(relative - 0.5, -1.0, 1.0) * sharp
        yield f"close {kind}", np.clip(relative, -0.5, 2.0) * size
        short = np.exp(-self._length(shape) / np.float32(12.0))
        yield "similar short", np.clip(relative - 0.5, -1.0, 1.0) * sharp * short
        yield "short", short
        if kind != "11":
            yield f"gain {kind}", np.clip(relative - self._parts(shape, model), -1.0, 1.0) * sharp
        if self.statistics.has_lengths:
            off = self._length_off(shape, model)
            yield f"length {kind}", np.minimum(off**2, 16.0)
            yield "length tail", np.minimum(np.abs(off), 8.0)
        yield from self._neighbours(shape, model)
        yield from self.words.linked(shape, kind)
        yield from self.words.cut(shape, kind)
        yield from self._keys(shape)
        yield from self._discourse(shape)
        yield from self._structure(shape, model)

    def _neighbours(self, shape: Shape, model: DocumentModel) -> NamedValues:
        """How much more alike a bead's sides are than either is to what stands beside the other."""
        near, kind = self.near(model), group(shape)
        margin = near.at(shape, 0, 0) - near.beside(shape)
        yield f"margin {kind}", np.clip(margin, np.float32(-1.0), np.float32(1.5))
        if kind != "11":
            yield f"end {kind}", np.clip(near.loosest_end(shape), -1.0, 1.0)
        if kind == "mn":
            whole = near.at(shape, 0, 0) - near.parted(shape)
            yield "whole", np.clip(whole, -1.0, 1.0)
            yield "whole sharp", np.clip(whole, -1.0, 1.0) * _sharp(model)

    def _discourse(self, shape: Shape) -> NamedValues:
        """Sentences inside segments, and quotations that a bead would cut."""
        a, b = shape
        ja, en, kind = self.statistics.ja, self.statistics.en, group(shape)
        if self.bare:
            yield f"bare {kind}", np.float32(1.0)
            return
        inside_ja = self.total("ja", "sentences", a)
        inside_en = self.total("en", "sentences", b)
        apart = inside_en - inside_ja
        yield f"sentences {kind}", np.minimum(np.abs(apart), 4.0).astype(np.float32)
        both = np.maximum(inside_ja, inside_en) > 1
        yield f"sentences alike {kind}", (both & (apart == 0)).astype(np.float32)
        ends_ja, ends_en = (
            ja.quoted[np.clip(self.ja, 0, ja.size)],
            en.quoted[np.clip(self.en, 0, en.size)],
        )
        yield "quotation cut", (ends_ja != ends_en).astype(np.float32)
        yield "quotation open", (ends_ja & ends_en).astype(np.float32)
        joined = inner_openings(ja.quoted, self.ja, a) + inner_openings(en.quoted, self.en, b)
        yield "quotation joined", np.minimum(joined, 3).astype(np.float32)

    def _length(self, shape: Shape) -> Float32:
        ja = self.total("ja", "characters", shape[0])
        en = self.total("en", "characters", shape[1])
        return np.asarray(np.minimum(2.0 * ja, en), dtype=np.float32)

    def _length_off(self, shape: Shape, model: DocumentModel) -> Float32:
        """Gale and Church's delta: length difference in standard deviations."""
        expected = model.ratio * self.total("ja", "characters", shape[0])
        found = self.total("en", "characters", shape[1])
        spread = np.sqrt(model.variance * ((expected + found) / 2 + 6.0))
        return np.asarray((found - expected) / spread, dtype=np.float32)

    def _parts(self, shape: Shape, model: DocumentModel) -> Float32:
        """The best similarity with one segment less at either end of either side."""
        a, b = shape
        best = np.full(self.ja.shape, -1.0, dtype=np.float32)
        for smaller, steps in (((a - 1, b), ((0, 0), (-1, 0))), ((a, b - 1), ((0, 0), (0, -1)))):
            if smaller in self.place and min(smaller):
                values = self.relative(smaller, model)
                for ja, en in steps:
                    np.maximum(best, self.band.shifted(values, ja, en, -1.0), out=best)
        return best

    def _keys(self, shape: Shape) -> NamedValues:
        if not (
            self.statistics.ja.numbers[-1]
            or self.statistics.en.numbers[-1]
            or self.statistics.key_weights
        ):
            return
        a, b = shape
        ja = self.total("ja", "numbers", a)
        en = self.total("en", "numbers", b)
        yield "numbers apart", np.minimum(np.abs(ja - en), 4.0).astype(np.float32)
        if self.shared is not None:
            shared = self.shared[:, :, self.place[shape]]
            yield "keys", np.sqrt(np.clip(shared, 0.0, 40.0))
            yield "no keys", ((shared < 1e-3) & (ja + en > 0)).astype(np.float32)

    def _structure(self, shape: Shape, model: DocumentModel) -> NamedValues:
        if self.is_plain:
            return
        a, b = shape
        ja, en = self.statistics.ja, self.statistics.en
        i, j = np.clip(self.ja - a, 0, ja.size), np.clip(self.en - b, 0, en.size)
        table = model.openings.astype(np.float32)
        yield "openings", table[ja.opens[i].astype(np.int64), en.opens[j].astype(np.int64)]
        broken = inner_openings(ja.opens, self.ja, a) + inner_openings(en.opens, self.en, b)
        yield "across paragraphs", broken.astype(np.float32)
        yield "across agreed paragraphs", (broken * model.agreement).astype(np.float32)
        first_ja, mixed_ja = kinds_of_runs(ja, self.ja, a)
        first_en, mixed_en = kinds_of_runs(en, self.en, b)
        yield "mixed kinds", (mixed_ja | mixed_en).astype(np.float32)
        furniture = (first_ja == FURNITURE) | (first_en == FURNITURE)
        yield "furniture", furniture.astype(np.float32)
        special = (first_ja != SENTENCE) & ~furniture
        yield "same kind", (special & (first_ja == first_en)).astype(np.float32)
        yield "other kind", ((first_ja != first_en) & ~furniture).astype(np.float32)

    def _null(self, shape: Shape, model: DocumentModel) -> NamedValues:
        side, places = (self.statistics.ja, self.ja) if shape[0] else (self.statistics.en, self.en)
        name: Side = "ja" if shape[0] else "en"
        spot = np.clip(places - 1, 0, max(side.size - 1, 0))
        yield "habit null", np.float32(model.habits["null"])
        yield "loose null", np.float32(model.looseness)
        yield "free null", np.float32(model.freedom)
        yield f"null {name}", np.float32(1.0)
        if not self.is_plain:
            yield "null furniture", (side.kinds[spot] == FURNITURE).astype(np.float32)
            yield "null special", np.isin(side.kinds[spot], OTHER_KINDS).astype(np.float32)
        length = self.total(name, "characters", 1) * (2.0 if shape[0] else 1.0)
        yield "null length", (np.log(np.maximum(length, 1.0) / 60.0)).astype(np.float32)
        numbers = np.minimum(self.total(name, "numbers", 1), 4.0)
        yield "null numbers", numbers.astype(np.float32)
        if self.bare:
            yield "bare null", np.float32(1.0)
        else:
            ends = np.clip(places, 0, side.size)
            yield "null quoted", side.quoted[ends].astype(np.float32)
            yield "null in quotation", side.quoted[np.maximum(ends - 1, 0)].astype(np.float32)
            inside = self.total(name, "sentences", 1)
            yield "null sentences", np.minimum(inside - 1.0, 3.0).astype(np.float32)
        best = self._best_nearby(shape, spot, side.size, model)
        near = self.near(model)
        yield "null beside", np.clip(near.touching(shape), -0.5, 1.5)
        yield "null absorbed", np.clip(near.absorbed(shape), -1.0, 0.5)
        yield from self.words.null(shape)
        yield from self.words.cut(shape, "null")
        yield "null similar", best
        yield "null unlike", np.maximum(0.5 - best, 0.0)

    def _best_nearby(self, shape: Shape, spot: Ints, size: int, model: DocumentModel) -> Float32:
        """How similar a segment is to its best partner anywhere in the band."""
        values = np.where(self.fits((1, 1)), self.relative((1, 1), model), np.float32(-0.5))
        best = np.full(max(size, 1), -0.5, dtype=np.float32)
        owner = (self.ja if shape[0] else self.en) - 1
        seen = values > -0.5
        np.maximum.at(best, owner[seen], values[seen])
        return np.clip(best[spot], -0.5, 1.5)

    def expected_counts(
        self, posteriors: Floats, model: DocumentModel, own: NDArray[np.bool_]
    ) -> ExpectedCounts:
        """Expected counts under the posteriors of this band's beads, of the nodes `own`."""
        t = self.place[1, 1]
        fits = self.fits((1, 1)) & own
        sure = np.where(fits, posteriors[:, :, t], 0.0)
        cosines = self.cosines[:, :, t]
        similar = [
            [share.sum(), (share * cosines).sum(), (share * cosines**2).sum()]
            for share in (sure, np.where(fits, 1.0 - sure, 0.0))
        ]
        ja, en = self.statistics.ja, self.statistics.en
        own, other = self.total("ja", "characters", 1), self.total("en", "characters", 1)
        off = (other - model.ratio * own) ** 2 / ((other + model.ratio * own) / 2 + 6.0)
        lengths = [(sure * value).sum() for value in (1.0, own, other, np.minimum(off, 200.0))]
        openings, shapes = np.zeros((2, 2)), dict.fromkeys(TYPICAL_SHARES, 0.0)
        for place, (a, b) in enumerate(self.shapes):
            share = posteriors[:, :, place]
            shapes[group((a, b))] += float(share.sum())
            if a and b:
                start_ja = ja.opens[np.clip(self.ja - a, 0, ja.size)]
                start_en = en.opens[np.clip(self.en - b, 0, en.size)]
                where = start_ja * 2 + start_en
                openings += np.bincount(where.ravel(), share.ravel(), 4).reshape(2, 2)
        return ExpectedCounts(np.array(similar), np.array(lengths), openings, shapes)


def _sharp(model: DocumentModel) -> np.float32:
    """How much a similarity says in a document: 2 where a match stands four spreads out."""
    return np.float32(min(model.sharpness, 6.0) ** 2 / 8.0)
