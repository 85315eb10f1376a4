"""Groups of two and two that are two links: they must explain why they are not.

A group is right where a clause moved over the end of a sentence: then neither half alone answers
the other side well. Two neighbours that changed places look like one on a path, since nothing
crosses there; and weights that fit free texts may lump two links of a clear one. So single
segments are compared once more. Where the first and the second of both sides answer each other,
side by side or crosswise, and nothing else in the group does, the group is those two links.
"""

from collections.abc import Iterable

import numpy as np

from alignbench.alignment.inputs import Floats
from alignbench.alignment.repair.moved_links import likeness
from alignbench.alignment.search.chunk_solver import Problem
from alignbench.domain.links import Bead
from alignbench.domain.text import Kind

_CROSSWISE, _SIDE_BY_SIDE = 1.0, 2.0
"""Log odds from which on two segments are taken for ones that answer each other."""
_NOTHING = -1.0
"""Log odds up to which they are taken for unrelated."""
_SENTENCE = list(Kind).index(Kind.SENTENCE)


def with_groups_divided(problem: Problem, beads: Iterable[Bead]) -> list[Bead]:
    """The beads of a path, groups of two and two that are two links taken apart."""
    barred = {(bead.ja, bead.en) for bead in problem.decisions.forbidden}
    found: list[Bead] = []
    for bead in beads:
        parts = _parts(problem, bead) if _are_sentences(problem, bead) else []
        kept = parts and barred.isdisjoint((part.ja, part.en) for part in parts)
        found += parts if kept else [bead]
    return found


def _parts(problem: Problem, group: Bead) -> list[Bead]:
    """The two links that a group is, no surer than it; nothing if it is none."""
    odds = likeness(problem, np.array(group.ja), np.array(group.en))
    for lines, least in ((odds[:, ::-1], _CROSSWISE), (odds, _SIDE_BY_SIDE)):
        answers = float(lines.diagonal().min())
        if answers >= least and float(_others(lines).max()) <= _NOTHING:
            chance = group.confidence / (1.0 + float(np.exp(-answers)))
            english = group.en if lines is odds else group.en[::-1]
            pairs = zip(group.ja, english, strict=True)
            return [Bead((ja,), (en,), chance) for ja, en in pairs]
    return []


def _others(odds: Floats) -> Floats:
    return np.asarray(odds[:, ::-1].diagonal())


def _are_sentences(problem: Problem, bead: Bead) -> bool:
    """Whether a bead is two sentences and two."""
    if len(bead.ja) != 2 or len(bead.en) != 2:
        return False
    kinds = problem.statistics.ja.kinds[list(bead.ja)], problem.statistics.en.kinds[list(bead.en)]
    return bool((np.concatenate(kinds) == _SENTENCE).all())
