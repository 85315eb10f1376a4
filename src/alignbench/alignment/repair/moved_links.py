"""Sentences and paragraphs that the translation moved: links that cross the others.

The monotone pass leaves what was moved unlinked on both sides. So unlinked segments are compared
with each other wherever they stand: the log odds that two belong together are those of two normal
curves, for matches and for unrelated segments, against the number of segments that either could
have been moved from; pairs that go on from one another support each other. Where two runs of
unlinked segments share a likely pair, the runs are searched like any chunk, so that moved
paragraphs may hold links of all shapes. Text that was not moved has few unlinked segments on both
sides, and none that are alike, so that nothing changes there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from alignbench.alignment.inputs import Floats, Ints
from alignbench.alignment.lattice.document_band import Float32
from alignbench.alignment.search.chunk_solver import Problem, solve
from alignbench.alignment.search.chunks import Chunk, stepwise
from alignbench.domain.links import Bead

_MOST = 4_000_000
"""Pairs of unlinked segments beyond which none are compared: most of such a text is unlinked."""
_TRUST = 0.5
"""Share of the log odds that is believed: tails are heavier than those of normal curves."""
_MOVED = 0.2
"""Chance that a segment unlinked on one side was moved rather than left out."""
_FINEST = 6.0
_LIKELY = 0.5
_LONGEST = 400


def with_moved_links(problem: Problem, beads: Sequence[Bead]) -> list[Bead]:
    """The beads, with null ones replaced by links between segments that were moved."""
    ja = _single(bead.ja for bead in beads if not bead.en)
    en = _single(bead.en for bead in beads if not bead.ja)
    if not len(ja) or not len(en) or len(ja) * len(en) > _MOST:
        return list(beads)
    links = _links(problem, _supported(_odds(problem, ja, en), ja, en), ja, en)
    taken_ja = {at for bead in links for at in bead.ja}
    taken_en = {at for bead in links for at in bead.en}
    kept = [
        bead
        for bead in beads
        if not bead.is_null or not (taken_ja & set(bead.ja) or taken_en & set(bead.en))
    ]
    return kept + links


def _single(runs: Iterable[tuple[int, ...]]) -> Ints:
    return np.array(sorted(run[0] for run in runs if len(run) == 1), dtype=np.int64)


def _odds(problem: Problem, ja: Ints, en: Ints) -> Floats:
    """Log odds that two unlinked segments belong together: (unlinked Japanese, English)."""
    return np.asarray(likeness(problem, ja, en) + np.log(_MOVED / max(len(ja), len(en))))


def likeness(problem: Problem, ja: Ints, en: Ints) -> Floats:
    """How far meaning and length speak for each pair of single segments: a log likelihood ratio."""
    statistics = problem.statistics
    cosines = statistics.ja.vectors[0][ja] @ statistics.en.vectors[0][en].T
    return _likeness(problem, cosines, ja[:, None], en)


def likeness_by_pairs(problem: Problem, ja: Ints, en: Ints) -> Floats:
    """What `likeness` says of the pairs of `ja` and `en`, one with one: (pairs,)."""
    statistics = problem.statistics
    left, right = statistics.ja.vectors[0][ja], statistics.en.vectors[0][en]
    return _likeness(problem, np.einsum("nd,nd->n", left, right), ja, en)


def _likeness(problem: Problem, cosines: Float32, ja: Ints, en: Ints) -> Floats:
    statistics, model = problem.statistics, problem.model
    cosines = cosines - statistics.ja.toward[0][ja]
    cosines -= statistics.en.toward[0][en] - np.float32(statistics.common)
    norms = statistics.ja.norms[0][ja] * statistics.en.norms[0][en]
    cosines = np.where(norms > 0, cosines / np.maximum(norms, 1e-3), 0.0)
    relative = (cosines - model.background) / (model.match - model.background)
    steep = min(model.sharpness, _FINEST) ** 2 * _TRUST
    return np.asarray(steep * (np.minimum(relative, 1.3) - 0.5) - _length(problem, ja, en))


def _length(problem: Problem, ja: Ints, en: Ints) -> Floats:
    """How far lengths speak against each pair: half Gale and Church's delta squared, up to 4."""
    model = problem.model
    statistics = problem.statistics
    expected = model.ratio * statistics.ja.of_runs("characters", 1)[ja + 1]
    found = statistics.en.of_runs("characters", 1)[en + 1]
    delta = (found - expected) ** 2 / (model.variance * ((found + expected) / 2 + 6.0))
    return np.asarray(np.minimum(delta / 2, 4.0))


def _supported(odds: Floats, ja: Ints, en: Ints) -> Floats:
    """Probability of each pair, helped by pairs just before and after it."""
    total = odds.copy()
    follows = (np.diff(ja) == 1)[:, None] & (np.diff(en) == 1)[None, :]
    # Twice the prior's worth at most: what goes on from a moved segment was moved as well.
    bonus = np.where(follows, np.clip(odds[:-1, :-1] + 2.0, 0.0, 4.0), 0.0)
    total[1:, 1:] += bonus
    total[:-1, :-1] += np.where(follows, np.clip(odds[1:, 1:] + 2.0, 0.0, 4.0), 0.0)
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(total, -50.0, 50.0))))


def _links(problem: Problem, chances: Floats, ja: Ints, en: Ints) -> list[Bead]:
    """Links of the runs that share a likely pair, likeliest pairs first, each run once."""
    best = (chances >= chances.max(axis=0)) & (chances >= chances.max(axis=1, keepdims=True))
    seeds = np.argwhere(best & (chances >= _LIKELY))
    found: list[Bead] = []
    done: set[tuple[str, int]] = set()
    for row, column in sorted(seeds.tolist(), key=lambda at: -float(chances[at[0], at[1]])):
        low_ja, high_ja = _run(ja, row)
        low_en, high_en = _run(en, column)
        if ("ja", low_ja) in done or ("en", low_en) in done:
            continue
        if high_ja - low_ja > _LONGEST or high_en - low_en > _LONGEST:
            continue
        done |= {("ja", low_ja), ("en", low_en)}
        chance = float(chances[row, column])
        found += [
            replace(bead, confidence=bead.confidence * chance)
            for bead in _solved(problem, (low_ja, low_en), (high_ja, high_en))
            if not bead.is_null and bead.confidence * chance >= _LIKELY
        ]
    return found


def _run(places: Ints, at: int) -> tuple[int, int]:
    """The unbroken run of segments around one, as its first and the one after its last."""
    low = high = at
    while low > 0 and places[low - 1] == places[low] - 1:
        low -= 1
    while high + 1 < len(places) and places[high + 1] == places[high] + 1:
        high += 1
    return int(places[low]), int(places[high]) + 1


def _solved(problem: Problem, low: tuple[int, int], high: tuple[int, int]) -> list[Bead]:
    ja, en = high[0] - low[0], high[1] - low[1]
    line = np.round(np.linspace(0, ja, ja + en + 1)).astype(np.int64)
    part = Chunk(low, stepwise(line, ja, en), (0, ja + en), min(ja, en) + 1).throughout()
    return [bead for solved in solve(problem, [part]) for bead in solved.beads]
