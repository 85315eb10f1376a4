"""The objectives of Bertalign and Vecalign on given span vectors, for comparison. Our own code.

Bertalign (Liu and Zhu, 2022): one-to-one anchors among each segment's three nearest, then, within
five segments of the way between them, the path whose beads are more alike than their neighbours,
times a length factor; a null bead costs 0.1. Vecalign (Thompson and Koehn, 2019): cost
2ab(1 - cos) over how unlike both sides are to random segments; a null bead costs the twentieth
percentile of random one-to-one costs. Vecalign's is searched whole instead of coarse to fine,
which can only help it on documents of this size.
"""

import numpy as np

from alignbench.alignment import SideInput
from alignbench.domain.links import Bead

Shape = tuple[int, int]


def bertalign(ja: SideInput, en: SideInput, largest: int = 5, centred: bool = False) -> list[Bead]:
    """Beads of at most `largest` segments. `centred`: each side's mean vector taken away."""
    left, right = _vectors(ja, centred), _vectors(en, centred)
    n, m = ja.size, en.size
    anchors = _anchors(left[0], right[0])
    low, high = _corridor(anchors, n, m)
    lengths_ja, lengths_en = _lengths(ja), _lengths(en)
    ratio = lengths_en[-1] / max(lengths_ja[-1], 1)
    singles_ja, singles_en = left[0], right[0]
    gains: dict[Shape, np.ndarray] = {}
    for a, b in _shapes(left, right, largest):
        similar = _ends(left[a - 1], a) @ _ends(right[b - 1], b).T
        beside_en = _beside(_ends(left[a - 1], a) @ singles_en.T, b)
        beside_ja = _beside((singles_ja @ _ends(right[b - 1], b).T).T, a).T
        own = ratio * (lengths_ja[a:] - lengths_ja[:-a])[:, None]
        other = (lengths_en[b:] - lengths_en[:-b])[None, :]
        factor = np.log2(1 + np.minimum(own, other) / np.maximum(np.maximum(own, other), 1))
        gains[a, b] = (similar - (beside_en + beside_ja) / 2) * factor
    return _best(gains, n, m, -0.1, (low, high))


def vecalign(ja: SideInput, en: SideInput, largest: int = 8, centred: bool = False) -> list[Bead]:
    """Beads of at most `largest` segments. `centred`: each side's mean vector taken away."""
    left, right = _vectors(ja, centred), _vectors(en, centred)
    n, m = ja.size, en.size
    rng = np.random.default_rng(42)
    from_ja = left.reshape(-1, left.shape[2])[rng.integers(0, left.shape[0] * n, 100)]
    from_en = right.reshape(-1, right.shape[2])[rng.integers(0, right.shape[0] * m, 100)]
    gains: dict[Shape, np.ndarray] = {}
    for a, b in _shapes(left, right, largest):
        own, other = _ends(left[a - 1], a), _ends(right[b - 1], b)
        unlike = (1 - own @ from_en.T).mean(axis=1)[:, None] + (1 - other @ from_ja.T).mean(axis=1)
        gains[a, b] = -2 * a * b * (1 - own @ other.T) / (1e-6 + unlike)
    null = np.percentile(gains[1, 1][rng.integers(0, n, 20000), rng.integers(0, m, 20000)], 80)
    return _best(gains, n, m, float(null), None)


def _vectors(side: SideInput, centred: bool) -> np.ndarray:
    vectors = np.asarray(side.vectors[:], dtype=np.float32)
    if centred:
        there = np.linalg.norm(vectors, axis=2, keepdims=True) > 0.5
        moved = vectors - vectors[0].mean(axis=0)
        moved /= np.maximum(np.linalg.norm(moved, axis=2, keepdims=True), 1e-6)
        vectors = np.where(there, moved, 0).astype(np.float32)
    return vectors


def _lengths(side: SideInput) -> np.ndarray:
    lengths = side.lengths if len(side.lengths) else np.full(side.size, 60)
    return np.concatenate([[0], np.cumsum(lengths)])


def _shapes(left: np.ndarray, right: np.ndarray, largest: int) -> list[Shape]:
    return [
        (a, b)
        for a in range(1, len(left) + 1)
        for b in range(1, len(right) + 1)
        if a + b <= largest
    ]


def _ends(layer: np.ndarray, span: int) -> np.ndarray:
    """Vectors of the spans of one length, one for each place where such a span can end."""
    return layer[: len(layer) - span + 1]


def _beside(similar: np.ndarray, count: int) -> np.ndarray:
    """Mean similarity of each row with the segments just before and after each run of `count`."""
    rows, size = similar.shape
    runs = size - count + 1
    total, there = np.zeros((rows, runs)), np.zeros(runs)
    total[:, 1:] += similar[:, : runs - 1]
    there[1:] += 1
    total[:, : runs - 1] += similar[:, count:]
    there[: runs - 1] += 1
    return np.asarray(total / np.maximum(there, 1))


def _anchors(left: np.ndarray, right: np.ndarray) -> list[tuple[int, int]]:
    """One-to-one pairs of the best path among each segment's three nearest."""
    n, m = len(left), len(right)
    similar = left @ right.T
    nearest = np.full(similar.shape, -np.inf)
    best = np.argsort(-similar, axis=1)[:, :3]
    np.put_along_axis(nearest, best, np.take_along_axis(similar, best, axis=1), axis=1)
    width = max(250, int(0.06 * max(n, m)))
    off = np.abs(np.arange(n)[:, None] * m / max(n, 1) - np.arange(m))
    nearest[off > width] = -np.inf
    score = np.zeros((n + 1, m + 1))
    for i in range(1, n + 1):
        row = np.maximum(score[i - 1, 1:], score[i - 1, :-1] + np.maximum(nearest[i - 1], -1e9))
        score[i, 1:] = np.maximum.accumulate(row)
    found, i, j = [], n, m
    while i and j:
        if score[i, j] == score[i, j - 1]:
            j -= 1
        elif score[i, j] == score[i - 1, j]:
            i -= 1
        else:
            found.append((i, j))
            i, j = i - 1, j - 1
    return found[::-1]


def _corridor(anchors: list[tuple[int, int]], n: int, m: int) -> tuple[np.ndarray, np.ndarray]:
    """For each Japanese count the English counts to be searched, five to each side."""
    low, high = np.zeros(n + 1, dtype=np.int64), np.full(n + 1, m)
    before = (0, 0)
    points = [*anchors, (n, m)] if not anchors or anchors[-1] != (n, m) else anchors
    for i, j in points:
        low[before[0] + 1 : i + 1] = max(before[1] - 5, 0)
        high[before[0] + 1 : i + 1] = min(j + 5, m)
        before = i, j
    low[0], high[0] = 0, min(high[min(1, n)], m)
    high[n] = m
    return low, high


def _best(
    gains: dict[Shape, np.ndarray],
    n: int,
    m: int,
    null: float,
    corridor: tuple[np.ndarray, np.ndarray] | None,
) -> list[Bead]:
    """The path of greatest summed gain; `null` is the gain of a null bead."""
    score = np.full((n + 1, m + 1), -np.inf)
    chosen = np.zeros((n + 1, m + 1, 2), dtype=np.int8)
    score[0, 0] = 0.0
    shapes = list(gains)
    for i in range(n + 1):
        first, last = (0, m) if corridor is None else (int(corridor[0][i]), int(corridor[1][i]))
        row = np.full(m + 1, -np.inf)
        kind = np.zeros((m + 1, 2), dtype=np.int8)
        if i == 0:
            row[0] = 0.0
        else:
            row[:] = score[i - 1] + null
            kind[:] = (1, 0)
        for a, b in shapes:
            if a > i or b > m:
                continue
            value = score[i - a, : m + 1 - b] + gains[a, b][i - a]
            better = value > row[b:]
            row[b:][better] = value[better]
            kind[b:][better] = (a, b)
        for j in range(max(first, 1), last + 1):  # null beads of the other side run along the row
            if row[j - 1] + null > row[j] and j - 1 >= first:
                row[j] = row[j - 1] + null
                kind[j] = (0, 1)
        row[:first] = -np.inf
        row[last + 1 :] = -np.inf
        score[i], chosen[i] = row, kind
    found, i, j = [], n, m
    while i or j:
        a, b = (int(count) for count in chosen[i, j])
        if not a and not b:
            raise ValueError("There is no path.")
        found.append(Bead(tuple(range(i - a, i)), tuple(range(j - b, j))))
        i, j = i - a, j - b
    return found[::-1]
