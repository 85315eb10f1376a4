"""Features of what either side of a bead says of the other, where words are given."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.lattice.seen_nodes import SeenNodes
from alignbench.alignment.scoring.coverage import Coverage, coverage
from alignbench.alignment.scoring.document_statistics import DocumentStatistics
from alignbench.alignment.scoring.neighbours import Neighbourhood, inner_nodes
from alignbench.alignment.scoring.runs_at_nodes import RunsAtNodes
from alignbench.domain.text import Side

Float32 = NDArray[np.float32]
Shape = tuple[int, int]
AGREED, ACROSS = (0, 0), (0, 1)
"""Under which the two values of nodes are kept among those of beads."""
_TENTH = np.float32(0.1)
"""Weights of words are counted in tens, so that features are of like size."""
_LEAST = np.float32(0.5)
"""What a run of words weighs at least where shares of it are taken."""


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """What is said where; all but `mass` is missing where no words are given."""

    said: Coverage | None
    mass: Callable[[Side, int], Float32]
    of_ja: Neighbourhood
    of_en: Neighbourhood
    nodes: Neighbourhood

    def cut(self, shape: Shape, kind: str) -> Iterator[tuple[str, Float32]]:
        """What straddles the node where a bead begins, and the node inside it with least."""
        if self.said is None:
            return
        ja, en = shape
        for name, place, most in (("straddled", AGREED, 3.0), ("straddling", ACROSS, 6.0)):
            yield name, np.minimum(self.nodes.at(place, -ja, -en), np.float32(most))
            if kind == "mn":
                within = [self.nodes.at(place, *node) for node in inner_nodes(shape)]
                yield f"{name} within", np.minimum(np.minimum.reduce(within), np.float32(most))

    def linked(self, shape: Shape, kind: str) -> Iterator[tuple[str, Float32 | np.float32]]:
        """What either side of a link says of the other, and would say if it were longer."""
        if self.said is None:
            yield f"wordless {kind}", np.float32(1.0)
            return
        ja, en = self.said.ja[shape], self.said.en[shape]
        mass_ja, mass_en = self.mass("ja", shape[0]), self.mass("en", shape[1])
        share_ja: Float32 = np.asarray(ja / np.maximum(mass_ja, _LEAST), dtype=np.float32)
        share_en: Float32 = np.asarray(en / np.maximum(mass_en, _LEAST), dtype=np.float32)
        yield f"said {kind}", (share_ja + share_en) / np.float32(2.0)
        yield f"least said {kind}", np.minimum(share_ja, share_en)
        unsaid = mass_ja - ja + mass_en - en
        yield f"unsaid {kind}", np.minimum(np.maximum(unsaid, 0), np.float32(40.0)) * _TENTH
        beyond = self.said.ja_beyond[shape] - ja + self.said.en_beyond[shape] - en
        yield f"said beyond {kind}", np.minimum(np.maximum(beyond, 0), np.float32(20.0)) * _TENTH
        if kind != "11":
            ends = list(self.of_ja.ends_ja(shape)) if shape[0] > 1 else []
            ends += list(self.of_en.ends_en(shape)) if shape[1] > 1 else []
            margins = [own - outside for own, outside in ends]
            yield f"end said {kind}", np.asarray(np.minimum.reduce(margins))

    def null(self, shape: Shape) -> Iterator[tuple[str, Float32 | np.float32]]:
        """How much of a null segment the segments about its place say."""
        if self.said is None:
            yield "wordless null", np.float32(1.0)
            return
        near = self.of_ja if shape[0] else self.of_en
        about = near.at((1, 4), 0, 2) if shape[0] else near.at((4, 1), 2, 0)
        touching = near.touching(shape)
        most = np.maximum(about, touching)
        mass = self.mass("ja" if shape[0] else "en", 1)
        yield "null said", most
        yield "null said beside", touching
        yield "null mass", np.minimum(mass, np.float32(20.0)) * _TENTH
        yield "null unsaid", np.minimum(mass * (np.float32(1.0) - most), np.float32(20.0)) * _TENTH


def word_features(
    statistics: DocumentStatistics, seen: SeenNodes, shapes: tuple[Shape, ...], runs: RunsAtNodes
) -> WordFeatures:
    """Those of the beads that end at the nodes seen, at which `runs` are read."""
    ja, en = statistics.ja.words, statistics.en.words
    given = ja is not None and en is not None and len(shapes) > 1
    said = coverage(seen, ja, en, shapes) if given and ja is not None and en is not None else None
    of_band = RunsAtNodes(statistics, *seen.band.places())

    def mass(side: Side, count: int) -> Float32:
        found: Float32 = runs.of(side, "mass", count)
        return found

    def share(side: Side, shape: Shape) -> Float32:
        """Share of a side's words that a bead's other side says, of all beads of the band."""
        known = None if said is None else said.ja_of_band if side == "ja" else said.en_of_band
        if known is None or shape not in known:
            nothing: Float32 = seen.band.empty((shape,))[0]
            return nothing
        own: Float32 = of_band.of(side, "mass", shape[0 if side == "ja" else 1])
        return np.asarray(known[shape] / np.maximum(own, _LEAST))

    def straddling(which: Shape) -> Float32:
        if said is None:
            raise ValueError("No words are given.")
        return said.agreed if which == AGREED else said.across

    return WordFeatures(
        said,
        mass,
        Neighbourhood(seen, lambda shape: share("ja", shape), 0.0),
        Neighbourhood(seen, lambda shape: share("en", shape), 0.0),
        Neighbourhood(seen, straddling, 0.0),
    )
