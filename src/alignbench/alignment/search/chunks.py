"""Parts of a path through a document, each searched as a lattice of its own.

Two kinds: windows overlap, each answering for its core only, so that a long path can be followed
part by part; chunks lie end to end, cut at nodes that all likely alignments pass through.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Ints
from alignbench.alignment.lattice.band import Band
from alignbench.alignment.lattice.document_band import DocumentBand

WIDTH, NARROW = 24, 12
"""Nodes of a chunk's band, and of one whose path is hardly in doubt."""
SEARCHED = 8
"""Nodes of a diagonal that a path may pass at first. Of the chunks of nine chapters of a novel and
of an encyclopaedia none has a path with a chance of 1e-8 that is further than 3 from the first
pass's."""
CORE, MARGIN = 256, 64
"""Diagonals that a window answers for, and those it overlaps its neighbours by."""
LENGTH = 48
"""Diagonals from which on a chunk is cut at the next certain node."""
_NEAR = 6
"""Diagonals to both sides that must be sure as well where a document is cut."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A path from the node `low` on: `path` counts its Japanese segments, one entry a diagonal.

    `core` are the first and last of its diagonals that it answers for, `width` the nodes of its
    band, `searched` how many of them, those in the middle, a path may pass.
    """

    low: tuple[int, int]
    path: Ints
    core: tuple[int, int]
    width: int = WIDTH
    searched: int = SEARCHED

    def throughout(self) -> "Chunk":
        """The same to be searched at all nodes of its band."""
        return replace(self, searched=self.width)

    @property
    def first(self) -> int:
        """The document's diagonal on which the chunk begins."""
        return sum(self.low)

    @property
    def high(self) -> tuple[int, int]:
        """The node at which it ends."""
        ja = int(self.path[-1])
        return self.low[0] + ja, self.low[1] + len(self.path) - 1 - ja


def cut(path: Ints, start: int, stop: int, width: int = WIDTH) -> Chunk:
    """The part of a document's path from diagonal `start` to `stop`."""
    ja = int(path[start])
    return Chunk((ja, start - ja), path[start : stop + 1] - ja, (0, stop - start), width)


def windows(path: Ints) -> list[Chunk]:
    """Overlapping parts whose cores make up the path."""
    last = len(path) - 1
    found = []
    for start in range(0, max(last, 1), CORE):
        stop = min(start + CORE, last)
        low, high = max(start - MARGIN, 0), min(stop + MARGIN, last)
        part = cut(path, low, high)
        found.append(Chunk(part.low, part.path, (start - low, stop - low)))
    return found


def batch_bands(parts: Sequence[Chunk], width: int) -> DocumentBand:
    """Bands of `width` nodes around the paths, as lattices of one band."""
    longest = max(len(part.path) for part in parts)
    ends = np.array([[part.path[-1], len(part.path) - 1 - part.path[-1]] for part in parts])
    width = min(width, int(ends.min(axis=1).max()) + 1)
    starts = np.zeros((len(parts), longest), dtype=np.int64)
    for row, part, (ja, en) in zip(starts, parts, ends.tolist(), strict=True):
        diagonals = np.arange(ja + en + 1)
        lowest, highest = np.maximum(diagonals - en, 0), np.minimum(diagonals, ja)
        row[: ja + en + 1] = np.clip(
            part.path - width // 2, lowest, np.maximum(highest - width + 1, lowest)
        )
        row[ja + en + 1 :] = row[ja + en]
    origins = np.array([part.low for part in parts], dtype=np.int64)
    return DocumentBand(Band(starts, ends.astype(np.int64), width), origins)


def join_paths(parts: Sequence[Chunk], paths: Sequence[Ints], ja: int, en: int) -> Ints:
    """The document's path of n + m + 1 entries from what each part found."""
    path = np.zeros(ja + en + 1, dtype=np.int64)
    for part, beads in zip(parts, paths, strict=True):
        known = np.concatenate([[[0, 0]], beads[:, :2]])
        core = np.arange(part.core[0], part.core[1] + 1)
        found = np.interp(core, known.sum(axis=1), known[:, 0])
        path[part.first + core] = part.low[0] + np.round(found).astype(np.int64)
    return stepwise(path, ja, en)


def stepwise(path: Ints, ja: int, en: int) -> Ints:
    """The nearest path that loses nothing: each diagonal passes one segment more of one side."""
    diagonals = np.arange(ja + en + 1)
    path = np.clip(path, np.maximum(diagonals - en, 0), np.minimum(diagonals, ja))
    path = np.maximum.accumulate(path)
    return np.asarray(diagonals - np.maximum.accumulate(diagonals - path))


def cut_where_sure(path: Ints, sure: NDArray[np.bool_], reach: Ints) -> list[Chunk]:
    """The path in chunks: cut at sure nodes among sure nodes, every LENGTH diagonals or later.

    `sure` (n + m + 1,) tells of each diagonal whether its node of the path is passed for certain,
    `reach` how many nodes away from it paths may run that are not to be ruled out.
    """
    around = np.convolve(sure, np.ones(2 * _NEAR + 1, dtype=np.int64))[_NEAR : _NEAR + len(path)]
    possible = np.flatnonzero(sure & (around >= _NEAR))
    last = len(path) - 1
    found: list[Chunk] = []
    start = 0
    while start < last or not found:
        at = int(np.searchsorted(possible, start + LENGTH))
        stop = int(possible[at]) if at < len(possible) else last
        stop = last if last - stop < LENGTH // 2 else stop
        width = NARROW if reach[start : stop + 1].max() <= 2 else WIDTH
        found.append(cut(path, start, stop, width))
        start = stop
    return found


def merged(chunks: Sequence[Chunk]) -> Chunk:
    """Neighbouring chunks as one."""
    low = chunks[0].low
    pieces = [chunks[0].path]
    pieces += [part.path[1:] + part.low[0] - low[0] for part in chunks[1:]]
    path = np.concatenate(pieces)
    width = max(part.width for part in chunks)
    return Chunk(low, path, (0, len(path) - 1), width, max(part.searched for part in chunks))


def batches(chunks: Sequence[Chunk], shapes: int, most: int = 500_000) -> list[list[Chunk]]:
    """Chunks of one width and like length together, at most about `most` beads a batch."""
    found: list[list[Chunk]] = []
    longest = 0
    for part in sorted(
        chunks, key=lambda part: (part.width, part.searched, len(part.path), part.low)
    ):
        longest = len(part.path)
        if (
            not found
            or (found[-1][0].width, found[-1][0].searched) != (part.width, part.searched)
            or (len(found[-1]) + 1) * longest * part.width * shapes > most
        ):
            found.append([])
        found[-1].append(part)
    return found
