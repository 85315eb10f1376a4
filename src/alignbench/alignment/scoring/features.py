"""Features of beads: the numbers that the weights are multiplied with."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Floats, Ints
from alignbench.alignment.scoring.coverage import coverage
from alignbench.alignment.scoring.document_model import (
    TYPICAL_SHARES,
    DocumentModel,
    ExpectedCounts,
)
from alignbench.alignment.scoring.document_statistics import (
    KINDS,
    DocumentStatistics,
    SideStatistics,
)
from alignbench.alignment.scoring.neighbours import Neighbourhood
from alignbench.alignment.search.band import DocumentBand
from alignbench.domain.text import Kind, Side

Float32 = NDArray[np.float32]
Shape = tuple[int, int]
NamedValues = Iterator[tuple[str, Float32 | np.float32]]
_FURNITURE = KINDS[Kind.FURNITURE]
_SENTENCE = KINDS[Kind.SENTENCE]
_ALIKE = 1e-4
"""Product of centred lengths under which a pair is one of many equal lines, and belongs together
as well as any other, one by one."""


def group(shape: Shape) -> str:
    """The class of bead shapes that share weights."""
    a, b = shape
    if min(a, b) == 0:
        return "null"
    if max(a, b) == 1:
        return "11"
    return "1n" if min(a, b) == 1 else "mn"


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
        self.is_plain = all(_is_plain(side) for side in (statistics.ja, statistics.en))
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

        self._relatives: dict[Shape, Float32] = {}
        self._scaled_by: tuple[float, float] | None = None
        ja_words, en_words = statistics.ja.words, statistics.en.words
        self.said = (
            coverage(band, ja_words, en_words, shapes)
            if ja_words is not None and en_words is not None and len(shapes) > 1
            else None
        )
        self._said_of_ja = Neighbourhood(band, self._share_ja, 0.0)
        self._said_of_en = Neighbourhood(band, self._share_en, 0.0)

    def _share_ja(self, shape: Shape) -> Float32:
        """Share of the Japanese side's words that a bead's English says."""
        if self.said is None or shape not in self.place:
            return np.zeros(self.ja.shape, dtype=np.float32)
        covered = self.said.ja[:, :, self.place[shape]]
        return np.asarray(covered / np.maximum(self.total("ja", "mass", shape[0]), 0.5))

    def _share_en(self, shape: Shape) -> Float32:
        """Share of the English side's words that a bead's Japanese says."""
        if self.said is None or shape not in self.place:
            return np.zeros(self.ja.shape, dtype=np.float32)
        covered = self.said.en[:, :, self.place[shape]]
        return np.asarray(covered / np.maximum(self.total("en", "mass", shape[1]), 0.5))

    def _known(self, shape: Shape, model: DocumentModel) -> Float32:
        """Relative similarity; that of unrelated segments where a shape is not searched."""
        return (
            self.relative(shape, model)
            if shape in self.place
            else np.zeros_like(self.cosines[:, :, 0])
        )

    def near(self, model: DocumentModel) -> Neighbourhood:
        """Similarities seen from other nodes, on the document's scale."""
        scale = model.background, model.match
        if self._scaled_by != scale:
            self._scaled_by = scale
            self._near = Neighbourhood(self.band, lambda shape: self._known(shape, model), 0.0)
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
        """Similarity with unrelated segments at 0 and typical matches at 1."""
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
        yield f"bias {_bias(shape)}", np.float32(1.0)
        relative = self.relative(shape, model)
        sharp = np.float32(min(model.sharpness, 6.0) ** 2 / 8.0)
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
        yield from self._words(shape)
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

    def _words(self, shape: Shape) -> NamedValues:
        """What either side says of the other, and what it would say if it were longer."""
        kind = group(shape)
        if self.said is None:
            yield f"wordless {kind}", np.float32(1.0)
            return
        t = self.place[shape]
        mass_ja, mass_en = self.total("ja", "mass", shape[0]), self.total("en", "mass", shape[1])
        ja, en = self.said.ja[:, :, t], self.said.en[:, :, t]
        share_ja, share_en = self._said_of_ja.at(shape, 0, 0), self._said_of_en.at(shape, 0, 0)
        yield f"said {kind}", (share_ja + share_en) / np.float32(2.0)
        yield f"least said {kind}", np.minimum(share_ja, share_en)
        unsaid = mass_ja - ja + mass_en - en
        yield f"unsaid {kind}", np.clip(unsaid, 0.0, 40.0) * np.float32(0.1)
        beyond = self.said.ja_beyond[:, :, t] - ja + self.said.en_beyond[:, :, t] - en
        yield f"said beyond {kind}", np.clip(beyond, 0.0, 20.0) * np.float32(0.1)
        if kind != "11":
            ends = [
                own - outside
                for near, pairs in (
                    (self._said_of_ja, self._said_of_ja.ends_ja(shape) if shape[0] > 1 else ()),
                    (self._said_of_en, self._said_of_en.ends_en(shape) if shape[1] > 1 else ()),
                )
                for own, outside in pairs
            ]
            yield f"end said {kind}", np.asarray(np.minimum.reduce(ends))

    def _null_words(self, shape: Shape) -> NamedValues:
        """How much of a null segment the segments about its place say."""
        if self.said is None:
            yield "wordless null", np.float32(1.0)
            return
        side: Side = "ja" if shape[0] else "en"
        near = self._said_of_ja if shape[0] else self._said_of_en
        mass = self.total(side, "mass", 1)
        wide, back, ahead = (
            (near.at((1, 4), 0, 2), near.at((1, 1), 0, 0), near.at((1, 1), 0, 1))
            if shape[0]
            else (near.at((4, 1), 2, 0), near.at((1, 1), 0, 0), near.at((1, 1), 1, 0))
        )
        touching = np.maximum(back, ahead)
        yield "null said", np.maximum(wide, touching)
        yield "null said beside", touching
        yield "null mass", np.minimum(mass, 20.0) * np.float32(0.1)
        unsaid = mass * (np.float32(1.0) - np.maximum(wide, touching))
        yield "null unsaid", np.minimum(unsaid, 20.0) * np.float32(0.1)

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
        joined = _inner(ja.quoted, self.ja, a) + _inner(en.quoted, self.en, b)
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
        broken = _inner(ja.opens, self.ja, a) + _inner(en.opens, self.en, b)
        yield "across paragraphs", broken.astype(np.float32)
        yield "across agreed paragraphs", (broken * model.agreement).astype(np.float32)
        first_ja, mixed_ja = _kinds(ja, self.ja, a)
        first_en, mixed_en = _kinds(en, self.en, b)
        yield "mixed kinds", (mixed_ja | mixed_en).astype(np.float32)
        furniture = (first_ja == _FURNITURE) | (first_en == _FURNITURE)
        yield "furniture", furniture.astype(np.float32)
        special = (first_ja != _SENTENCE) & ~furniture
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
            yield "null furniture", (side.kinds[spot] == _FURNITURE).astype(np.float32)
            yield "null special", np.isin(side.kinds[spot], _OTHERS).astype(np.float32)
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
        yield from self._null_words(shape)
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

    def expected_counts(self, posteriors: Floats, model: DocumentModel) -> ExpectedCounts:
        """Expected counts under the posteriors of this band's beads."""
        t = self.place[1, 1]
        fits = self.fits((1, 1))
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


_OTHERS = [number for kind, number in KINDS.items() if kind not in (Kind.FURNITURE, Kind.SENTENCE)]


def _is_plain(side: SideStatistics) -> bool:
    """Whether a side is one paragraph of sentences."""
    return not side.opens[1:-1].any() and bool((side.kinds == _SENTENCE).all())


def _bias(shape: Shape) -> str:
    a, b = shape
    if max(a, b) <= 2 or (min(a, b) == 1 and max(a, b) == 3):
        return f"{a}-{b}"
    return "1-many" if a == 1 else "many-1" if b == 1 else "many"


def _inner(opens: NDArray[np.bool_], ends: Ints, count: int) -> Ints:
    """Paragraphs that begin inside the run of `count` segments before each of `ends`."""
    total = np.zeros(ends.shape, dtype=np.int64)
    for back in range(1, count):
        total += opens[np.clip(ends - back, 0, len(opens) - 1)]
    return total


def _kinds(side: SideStatistics, ends: Ints, count: int) -> tuple[Ints, NDArray[np.bool_]]:
    """The first segment's kind of each run, and whether the run holds another kind."""
    last = max(side.size - 1, 0)
    first = side.kinds[np.clip(ends - count, 0, last)]
    mixed = np.zeros(ends.shape, dtype=np.bool_)
    for back in range(1, count):
        mixed |= side.kinds[np.clip(ends - back, 0, last)] != first
    return first, mixed
