"""Free translations and neighbours that changed places: unlinked on both sides, but near by.

Along the path, leaving a sentence out and adding another close by costs two null links, and a
sentence freely rendered, or one that changed places with its neighbour, looks just like that. But
translators seldom leave out and add at one place, and often do the other things. So, after the
monotone pass, segments that stand unlinked within a link or two of each other are compared again,
with a better prior than those that could have been moved from anywhere (`moved_links`).
"""

from collections.abc import Sequence

import numpy as np

from alignbench.alignment.inputs import Floats, Ints
from alignbench.alignment.repair.moved_links import likeness
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
    found: list[tuple[float, int, int]] = []
    for i, place in zip(*ja, strict=True):
        near = en[0][np.abs(en[1] - place) < len(_PRIOR)]
        if not len(near):
            continue
        away = np.abs(en[1][np.isin(en[0], near)] - place)
        odds = _odds(problem, int(i), near) + np.take(_PRIOR, away)
        found += [
            (float(odds[k]), int(i), int(near[k]))
            for k in np.flatnonzero(odds > 0)
            if ((int(i),), (int(near[k]),)) not in barred
        ]
    return found


def _odds(problem: Problem, ja: int, en: Ints) -> Floats:
    odds = likeness(problem, np.array([ja]), en)[0]
    statistics = problem.statistics
    if statistics.ja.kinds[ja] != _SENTENCE:
        odds = np.full_like(odds, -np.inf)
    odds[statistics.en.kinds[en] != _SENTENCE] = -np.inf
    return np.asarray(odds)
