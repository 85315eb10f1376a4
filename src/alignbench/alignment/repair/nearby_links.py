"""Free translations and neighbours that changed places: unlinked on both sides, but near by.

Along the path, leaving a sentence out and adding another close by costs two null links, and a
sentence freely rendered, or one that changed places with its neighbour, looks just like that. But
translators seldom leave out and add at one place, and often do the other things. So, after the
monotone pass, segments that stand unlinked within a link or two of each other are compared again,
with a better prior than those that could have been moved from anywhere (`moved_links`).
"""

from collections.abc import Sequence

import numpy as np

from alignbench.alignment.inputs import Ints
from alignbench.alignment.repair.moved_links import likeness_by_pairs
from alignbench.alignment.search.chunk_solver import Problem
from alignbench.domain.links import Bead
from alignbench.domain.text import Kind

_PRIOR = (1.0, 0.5, 0.0)
"""Log odds, before any comparison, that two unlinked segments answer each other, by the number of
links between them."""
_SENTENCE = list(Kind).index(Kind.SENTENCE)


def with_nearby_links(problem: Problem, beads: Sequence[Bead]) -> list[Bead]:
    """The beads of a monotone path, with null ones near each other joined where they are alike."""
    ja, at_ja = _unlinked(beads, 0)
    en, at_en = _unlinked(beads, 1)
    joined = []
    taken: set[tuple[int, int]] = set()
    for odds, i, j in sorted(_candidates(problem, (ja, at_ja), (en, at_en)), reverse=True):
        if (0, i) not in taken and (1, j) not in taken:
            taken |= {(0, i), (1, j)}
            joined.append(Bead((i,), (j,), float(1.0 / (1.0 + np.exp(-odds)))))
    left = [
        bead
        for bead in beads
        if not bead.is_null or ((0, bead.ja[0]) if bead.ja else (1, bead.en[0])) not in taken
    ]
    return left + joined


def _unlinked(beads: Sequence[Bead], side: int) -> tuple[Ints, Ints]:
    """Unlinked sentences of a side, and how many links of the path come before each."""
    places, links = [], 0
    for bead in beads:
        own, other = (bead.ja, bead.en) if side == 0 else (bead.en, bead.ja)
        if not bead.is_null:
            links += 1
        elif own and not other:
            places.append((own[0], links))
    table = np.array(places, dtype=np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


def _candidates(
    problem: Problem, ja: tuple[Ints, Ints], en: tuple[Ints, Ints]
) -> list[tuple[float, int, int]]:
    """Pairs that are likelier than not, with their log odds."""
    barred = {(bead.ja, bead.en) for bead in problem.decisions.forbidden}
    left, right = _near(ja[1], en[1])
    away = np.abs(ja[1][left] - en[1][right])
    some_ja, some_en = ja[0][left], en[0][right]
    kinds = problem.statistics.ja.kinds[some_ja], problem.statistics.en.kinds[some_en]
    odds = likeness_by_pairs(problem, some_ja, some_en) + np.take(_PRIOR, away)
    likely = (odds > 0) & (kinds[0] == _SENTENCE) & (kinds[1] == _SENTENCE)
    columns = odds[likely].tolist(), some_ja[likely].tolist(), some_en[likely].tolist()
    return [
        (chance, i, j) for chance, i, j in zip(*columns, strict=True) if ((i,), (j,)) not in barred
    ]


def _near(ja: Ints, en: Ints) -> tuple[Ints, Ints]:
    """Which of `ja` and `en`, ascending numbers of links, are near: two rows of places."""
    first = np.searchsorted(en, ja - len(_PRIOR), side="right")
    counts = np.searchsorted(en, ja + len(_PRIOR), side="left") - first
    left = np.repeat(np.arange(len(ja)), counts)
    before = np.cumsum(counts) - counts
    return left, np.arange(len(left)) - before[left] + first[left]
