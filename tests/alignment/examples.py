"""Made-up documents for the aligner's tests: meanings as random vectors, no text."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment import SideInput
from alignbench.domain.links import Bead

Floats = NDArray[np.float64]
Shape = tuple[int, int]


def spans(vectors: Floats, longest: int = 4) -> NDArray[np.float32]:
    """Unit vectors of all runs of one to `longest` rows, as the aligner takes them."""
    count, dimension = vectors.shape
    running = np.concatenate([np.zeros((1, dimension)), np.cumsum(vectors, axis=0)])
    out = np.zeros((longest, count, dimension), dtype=np.float32)
    for size in range(1, min(longest, count) + 1):
        sums = running[size:] - running[:-size]
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        out[size - 1, : count - size + 1] = np.where(norms > 1e-9, sums / (norms + 1e-12), 0.0)
    return out


def side(
    vectors: Floats, lengths: Sequence[int] = (), paragraphs: Sequence[int] = (), longest: int = 4
) -> SideInput:
    """A side of segments with these vectors; 40 characters each unless told otherwise."""
    count = len(vectors)
    return SideInput(
        spans(vectors, longest),
        np.array(lengths or [40] * count, dtype=np.int64),
        np.array(paragraphs or [0] * count, dtype=np.int64),
    )


def document(
    shapes: Sequence[Shape], seed: int = 0, noise: float = 0.4, dimension: int = 64
) -> tuple[SideInput, SideInput, list[Bead]]:
    """Two sides whose gold links have these shapes in this order, and the links."""
    rng = np.random.default_rng(seed)
    sides: list[list[tuple[Floats, int]]] = [[], []]
    for shape in shapes:
        atoms = max(max(shape), 1)
        meanings = rng.normal(size=(atoms, dimension)) / dimension**0.5
        for members, count in zip(sides, shape, strict=True):
            for part in np.array_split(np.arange(atoms), count) if count else []:
                blur = rng.normal(size=dimension) / dimension**0.5 * noise
                members.append((meanings[part].sum(axis=0) + blur, 40 * len(part)))
    ja, en = (
        side(np.array([v for v, _ in members]).reshape(-1, dimension), [n for _, n in members])
        for members in sides
    )
    return ja, en, gold(shapes)


def gold(shapes: Sequence[Shape]) -> list[Bead]:
    """Links of these shapes, one after another; null ones a segment each."""
    single = [
        part
        for a, b in shapes
        for part in ([(1, 0)] * a if not b else [(0, 1)] * b if not a else [(a, b)])
    ]
    ends = accumulate(single, lambda at, shape: (at[0] + shape[0], at[1] + shape[1]))
    return [
        Bead(tuple(range(i - a, i)), tuple(range(j - b, j)))
        for (a, b), (i, j) in zip(single, ends, strict=True)
    ]


def pairs(beads: Sequence[Bead]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Beads without their confidence."""
    return {(bead.ja, bead.en) for bead in beads}


def all_paths(ja: int, en: int, table: Sequence[Shape]) -> Iterator[list[tuple[int, int, int]]]:
    """Every way from (0, 0) to (ja, en), as the end and the shape's number of each bead."""
    if not ja and not en:
        yield []
    for t, (a, b) in enumerate(table):
        if a <= ja and b <= en:
            for path in all_paths(ja - a, en - b, table):
                yield [*path, (ja, en, t)]
