"""Features of beads: the numbers that the weights are multiplied with."""

from collections.abc import Iterator, Mapping
from weakref import proxy

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Floats
from alignbench.alignment.lattice.document_band import DocumentBand
from alignbench.alignment.lattice.seen_nodes import SeenNodes
from alignbench.alignment.scoring.document_model import (
    TYPICAL_SHARES,
    DocumentModel,
    ExpectedCounts,
)
from alignbench.alignment.scoring.document_statistics import (
    DocumentStatistics,
)
from alignbench.alignment.scoring.neighbours import Neighbourhood
from alignbench.alignment.scoring.runs_at_nodes import RunsAtNodes
from alignbench.alignment.scoring.shape_classes import bias, group
from alignbench.alignment.scoring.shared_keys import shared_worth
from alignbench.alignment.scoring.text_features import TextFeatures
from alignbench.alignment.scoring.word_features import WordFeatures, word_features

Float32 = NDArray[np.float32]
Shape = tuple[int, int]
NamedValues = Iterator[tuple[str, Float32 | np.float32]]
_ALIKE = 1e-4
"""Product of centred lengths under which a pair is one of many equal lines, and belongs together
as well as any other, one by one."""

_AS_LONG = 1.5
"""Factor by which two sides that are about as long may differ: less than two equal lines do."""


def bounded(values: Float32, low: float, high: float) -> Float32:
    """As `np.clip`, which takes longer to look at its bounds than at an array of this size."""
    return np.minimum(np.maximum(values, np.float32(low)), np.float32(high))


class BeadFeatures:
    """Features of beads of one band of one document: of all, or of those that end at some nodes.

    All are of shape (B, K, W) of the nodes seen, but for `cosines` and what is made of them, which
    are of the whole band.
    """

    def __init__(
        self,
        statistics: DocumentStatistics,
        band: DocumentBand,
        shapes: tuple[Shape, ...],
        seen: SeenNodes | None = None,
    ) -> None:
        self.statistics = statistics
        self.band = band
        self.shapes = shapes
        self.seen = seen = seen or SeenNodes.all_of(band)
        self.ja, self.en = seen.places()
        self._equal: dict[Shape, NDArray[np.bool_]] = {}
        self.runs = RunsAtNodes(statistics, self.ja, self.en)
        self.local = seen.nodes()
        self.inside = seen.inside()
        self.place = {shape: t for t, shape in enumerate(shapes)}
        self.cosines = self._centred(
            band.cosines(statistics.ja.vectors, statistics.en.vectors, shapes)
        )
        self.shared: Float32 | None = None
        self.weighed_by: Mapping[str, float] | None = None
        self.standing = np.zeros(0, dtype=np.float32)
        self._near: Neighbourhood | None = None
        me = proxy(self)  # in a circle with these, large arrays would wait for the collector
        self._texts = TextFeatures(statistics, self.runs, lambda shape: me._shared(shape))

    def _shared(self, shape: Shape) -> Float32 | None:
        """What the keys are worth that both sides of the beads of a shape have."""
        return None if self.shared is None else self.shared[self.place[shape]]

    def near(self, model: DocumentModel) -> Neighbourhood:
        """Similarities seen from other nodes, on the document's scale.

        Kept until `forget`, for one model.
        """
        if self._near is None:
            self._near = Neighbourhood(self.seen, lambda shape: self.relative(shape, model), 0.0)
        return self._near

    def forget(self) -> None:
        """Let go what is soon worked out again: it takes more room than all else together."""
        self._near = None
        self.runs.forget()
        self.seen.forget()

    def _centred(self, raw: Float32) -> Float32:
        """Cosines of spans once each side's mean vector is taken from them."""
        ja, en, common = self.statistics.ja, self.statistics.en, np.float32(self.statistics.common)
        known: dict[tuple[str, int], tuple[Float32, Float32]] = {}
        ends_ja, ends_en = self.band.places()
        for t, (a, b) in enumerate(self.shapes):
            if not a or not b or not ja.size or not en.size:
                continue
            for name, side, ends, count in (("ja", ja, ends_ja, a), ("en", en, ends_en, b)):
                if (name, count) not in known:
                    starts = np.minimum(np.maximum(ends - count, 0), side.size - 1)
                    along, norms = side.toward[count - 1], side.norms[count - 1]
                    known[name, count] = along.take(starts), norms.take(starts)
            (along_ja, norm_ja), (along_en, norm_en) = known["ja", a], known["en", b]
            norm = norm_ja * norm_en
            layer = raw[t]
            layer -= along_ja + along_en - common
            layer *= (norm > 0) / np.maximum(norm, 1e-3)
            equal = (norm > 0) & (norm < _ALIKE)
            if equal.any():
                layer[equal] = 0.5
                self._equal[a, b] = equal
        return raw

    def fits(self, shape: Shape) -> NDArray[np.bool_]:
        """Nodes at which a bead of this shape can end."""
        local_ja, local_en = self.local
        found = self.inside & (local_ja >= shape[0]) & (local_en >= shape[1])
        if shape in self._equal and sum(shape) > 2:
            # Equal lines are linked one by one, but for a line that is as long as several.
            equal = self.seen.look(self._equal[shape], False)
            found &= ~equal | (self._as_long(shape) if min(shape) == 1 else False)
        return np.asarray(found)

    def _as_long(self, shape: Shape) -> NDArray[np.bool_]:
        """Whether a bead's sides are to each other about as long as the whole texts are."""
        ja, en = (
            self.runs.of("ja", "characters", shape[0]),
            self.runs.of("en", "characters", shape[1]),
        )
        whole = self.statistics.en.characters[-1] / max(self.statistics.ja.characters[-1], 1.0)
        share = en / np.maximum(ja * np.float32(whole), np.float32(1.0))
        return np.asarray((share > 1.0 / _AS_LONG) & (share < _AS_LONG))

    def relative(self, shape: Shape, model: DocumentModel) -> Float32:
        """Similarity, unrelated segments (and shapes not searched) at 0, typical matches at 1.

        Of all beads of the band.
        """
        if shape not in self.place:
            return np.zeros_like(self.cosines[0])
        scale = np.float32(1.0 / (model.match - model.background))
        above: Float32 = self.cosines[self.place[shape]] - np.float32(model.background)
        return above * scale

    def fixed(self) -> Iterator[tuple[Shape, NamedValues]]:
        """Of each shape, names and values of features that no document's model changes."""
        words = word_features(self.statistics, self.seen, self.shapes, self.runs)
        keys = self.statistics.keys
        self.shared = shared_worth(self.seen, keys, self.shapes) if keys.names else None
        for shape in self.shapes:
            yield shape, self._fixed(shape, words)
        self.shared = None

    def _fixed(self, shape: Shape, words: WordFeatures) -> NamedValues:
        kind = group(shape)
        yield from words.cut(shape, kind)
        if kind == "null":
            yield from self._texts.null(shape)
            yield from words.null(shape)
            return
        yield f"bias {bias(shape)}", np.float32(1.0)
        yield "short", self._short(shape)
        yield from words.linked(shape, kind)
        yield from self._texts.linked(shape, kind)

    def values(self, shape: Shape, model: DocumentModel) -> NamedValues:
        """Names and values of the other features of beads of one shape.

        Each of shape (B, K, W), or one for all.
        """
        kind = group(shape)
        yield f"habit {kind}", np.float32(model.habits[kind])
        yield f"loose {kind}", np.float32(model.looseness)
        yield f"free {kind}", np.float32(model.freedom)
        if kind == "null":
            yield from self._null(shape, model)
            return
        relative = self.near(model).at(shape, 0, 0)
        sharp = np.float32(min(model.sharpness, 6.0) ** 2 / 8.0)
        alike = bounded(relative - np.float32(0.5), -1.0, 1.0) * sharp
        yield f"similar {kind}", alike
        yield f"close {kind}", bounded(relative, -0.5, 2.0) * np.float32(sum(shape) / 2)
        yield "similar short", alike * self._short(shape)
        if kind != "11":
            yield f"gain {kind}", bounded(relative - self._parts(shape, model), -1.0, 1.0) * sharp
        if self.statistics.has_lengths:
            off = self._length_off(shape, model)
            yield f"length {kind}", np.minimum(off**2, np.float32(16.0))
            yield "length tail", np.minimum(np.abs(off), np.float32(8.0))
        yield from self._neighbours(shape, model)
        yield from self._texts.openings(shape, model)

    def _short(self, shape: Shape) -> Float32:
        """1 of a bead of no length, the less the longer it is."""
        ja = self.runs.of("ja", "characters", shape[0])
        en = self.runs.of("en", "characters", shape[1])
        return np.asarray(np.exp(np.minimum(ja * np.float32(2.0), en) / np.float32(-12.0)))

    def _neighbours(self, shape: Shape, model: DocumentModel) -> NamedValues:
        """How much more alike a bead's sides are than either is to what stands beside the other.

        Of a group of several on both sides also: than the two links it would best be cut in.
        """
        near, kind = self.near(model), group(shape)
        margin = near.at(shape, 0, 0) - near.beside(shape)
        yield f"margin {kind}", bounded(margin, -1.0, 1.5)
        if kind != "11":
            yield f"end {kind}", bounded(near.loosest_end(shape), -1.0, 1.0)
        if kind == "mn":
            whole = bounded(near.at(shape, 0, 0) - near.parted(shape), -1.0, 1.0)
            yield "whole", whole
            yield "sharp mn", np.float32(max(-model.looseness, 0.0))
            yield "whole sharp", whole * np.float32(min(model.sharpness, 6.0) ** 2 / 8.0)

    def _length_off(self, shape: Shape, model: DocumentModel) -> Float32:
        """Gale and Church's delta: length difference in standard deviations."""
        expected = np.float32(model.ratio) * self.runs.of("ja", "characters", shape[0])
        found: Float32 = self.runs.of("en", "characters", shape[1])
        spread = np.sqrt(((expected + found) * np.float32(0.5) + 6.0) * np.float32(model.variance))
        return np.asarray((found - expected) / spread, dtype=np.float32)

    def _parts(self, shape: Shape, model: DocumentModel) -> Float32:
        """The best similarity with one segment less at either end of either side."""
        a, b = shape
        best = np.full(self.ja.shape, -1.0, dtype=np.float32)
        for smaller, steps in (((a - 1, b), ((0, 0), (-1, 0))), ((a, b - 1), ((0, 0), (0, -1)))):
            if smaller in self.place and min(smaller):
                for ja, en in steps:
                    np.maximum(best, self.near(model).at_or(smaller, ja, en, -1.0), out=best)
        return best

    def _null(self, shape: Shape, model: DocumentModel) -> NamedValues:
        best, near = self._best_nearby(shape, model), self.near(model)
        yield "null beside", bounded(near.touching(shape), -0.5, 1.5)
        yield "null absorbed", bounded(near.absorbed(shape), -1.0, 0.5)
        yield "null similar", best
        yield "null unlike", np.maximum(np.float32(0.5) - best, 0)

    def _best_nearby(self, shape: Shape, model: DocumentModel) -> Float32:
        """How similar a segment is to its best partner anywhere in the band."""
        places = self.ja if shape[0] else self.en
        size = self.statistics.ja.size if shape[0] else self.statistics.en.size
        spot = np.clip(places - 1, 0, max(size - 1, 0))
        values = np.where(self.band.pairs(), self.relative((1, 1), model), np.float32(-0.5))
        best = np.full(max(size, 1), -0.5, dtype=np.float32)
        owner = self.band.places()[0 if shape[0] else 1] - 1
        alike = values > -0.5
        np.maximum.at(best, owner[alike], values[alike])
        return np.clip(best[spot], -0.5, 1.5)

    def expected_counts(
        self, posteriors: Floats, model: DocumentModel, own: NDArray[np.bool_]
    ) -> ExpectedCounts:
        """Expected counts under the posteriors of the beads that end at the nodes seen.

        What unrelated segments are like is counted over the band's nodes `own` (B, K, W).
        """
        t = self.place[1, 1]
        pairs = self.band.pairs() & own
        sure = np.where(self.fits((1, 1)), posteriors[:, :, t], 0.0)
        owners = self.seen.owners().reshape(own.shape)
        sure_of_band = np.where(pairs & (owners >= 0), sure.take(owners), 0.0)
        cosines = self.cosines[t]
        similar = [
            [share.sum(), (share * cosines).sum(), (share * cosines**2).sum()]
            for share in (sure_of_band, np.where(pairs, 1.0 - sure_of_band, 0.0))
        ]
        left = self.runs.of("ja", "characters", 1)
        right = self.runs.of("en", "characters", 1)
        off = (right - model.ratio * left) ** 2 / ((right + model.ratio * left) / 2 + 6.0)
        lengths = [(sure * value).sum() for value in (1.0, left, right, np.minimum(off, 200.0))]
        openings, shapes = np.zeros((2, 2)), dict.fromkeys(TYPICAL_SHARES, 0.0)
        for place, (a, b) in enumerate(self.shapes):
            share = posteriors[:, :, place]
            shapes[group((a, b))] += float(share.sum())
            if a and b:
                where = self.runs.of("ja", "opens", a) * np.int8(2) + self.runs.of("en", "opens", b)
                openings += np.bincount(where.ravel(), share.ravel(), 4).reshape(2, 2)
        return ExpectedCounts(np.array(similar), np.array(lengths), openings, shapes)
