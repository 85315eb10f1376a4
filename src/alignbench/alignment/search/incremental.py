"""After an edit: only the chunks it touches are searched again."""

from collections.abc import Iterable, Sequence

import numpy as np

from alignbench.alignment.constraints import Decisions
from alignbench.alignment.search.chunk_solver import Problem, Solved, solve
from alignbench.alignment.search.chunks import Chunk, merged
from alignbench.domain.links import Bead

_FAR = 8
"""Chunks that a link may span and still be searched for as one piece."""


def solve_changed(
    problem: Problem, before: Decisions, solved: Sequence[Solved]
) -> list[Solved] | None:
    """The chunks as the new decisions have them; None if the whole must be searched again."""
    spans = _ChunkIndex([part.chunk for part in solved])
    now = problem.decisions
    changed = _changed(before, now)
    if any(spans.is_far(bead) for bead in now.through() if bead in changed):
        return None
    touched = {place for bead in changed for place in spans.of(bead)}
    groups = _joined(touched, [spans.range(bead) for bead in now.through()], len(solved))
    found: list[Solved] = []
    at = 0
    for first, last in groups:
        found += solved[at:first]
        found += solve(
            problem, [merged([part.chunk for part in solved[first : last + 1]]).throughout()]
        )
        at = last + 1
    return found + list(solved[at:])


def _changed(before: Decisions, now: Decisions) -> set[Bead]:
    """Beads decided on in one way before and in another, or not at all, now."""

    def plain(beads: Iterable[Bead]) -> set[Bead]:
        return {Bead(bead.ja, bead.en) for bead in beads}

    return (plain(before.fixed) ^ plain(now.fixed)) | (
        plain(before.forbidden) ^ plain(now.forbidden)
    )


class _ChunkIndex:
    """Which chunk each segment lies in."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self.chunks = chunks
        self.ja = np.array([part.high[0] for part in chunks])
        self.en = np.array([part.high[1] for part in chunks])

    def of(self, bead: Bead) -> set[int]:
        """The chunks that hold a bead's segments."""
        own = {int(np.searchsorted(self.ja, at, side="right")) for at in bead.ja}
        return own | {int(np.searchsorted(self.en, at, side="right")) for at in bead.en}

    def range(self, bead: Bead) -> tuple[int, int]:
        """The first and the last of them."""
        places = self.of(bead)
        return min(places), max(places)

    def is_far(self, bead: Bead) -> bool:
        """Whether a bead lies outside the bands that were searched."""
        first, last = self.range(bead)
        if last - first > _FAR:
            return True
        part = merged(self.chunks[first : last + 1])
        ja, en = bead.ja[-1] + 1 - part.low[0], bead.en[-1] + 1 - part.low[1]
        return abs(int(part.path[ja + en]) - ja) > part.width // 2


def _joined(
    touched: set[int], links: Iterable[tuple[int, int]], count: int
) -> list[tuple[int, int]]:
    """Runs of chunks to search as one: those touched, with all that links tie them to."""
    tied = [(first, last) for first, last in links if 0 < last - first <= _FAR]
    groups: list[tuple[int, int]] = []
    for place in sorted(touched):
        first = last = min(place, count - 1)
        for low, high in tied:
            if low <= last and first <= high:
                first, last = min(first, low), max(last, high)
        if groups and first <= groups[-1][1]:
            groups[-1] = groups[-1][0], max(groups[-1][1], last)
        else:
            groups.append((first, last))
    return groups
