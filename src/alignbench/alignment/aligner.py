"""From two sides to beads with confidence."""

from dataclasses import dataclass, replace

import numpy as np

from alignbench.alignment.adaptation import Adaptation, first_look, relearn
from alignbench.alignment.cells import Cells, Halves
from alignbench.alignment.decisions import Decisions, constrain, read_decisions
from alignbench.alignment.features import Witness
from alignbench.alignment.ground import Ground, prepare
from alignbench.alignment.inputs import Floats, Options, SideInput, shapes
from alignbench.alignment.lattice import Band, Sweep
from alignbench.alignment.route import find_path
from alignbench.alignment.scoring import fitted, weighed
from alignbench.alignment.stretches import WIDTH, cut, laid
from alignbench.domain.errors import EditError
from alignbench.domain.links import Bead, Candidate, Constraints
from alignbench.domain.progress import Progress, silent

NONE_DECIDED = Constraints()
STANDARD = Options()


@dataclass(frozen=True, slots=True)
class Problem:
    """A pair of sides with the bead shapes to be searched and what people decided."""

    ja: SideInput
    en: SideInput
    shapes: tuple[tuple[int, int], ...]
    decisions: Decisions
    ground: Ground
    ways: Adaptation


ROUNDS = 2


def _singles(side: SideInput) -> Halves:
    return side.vectors[0] if side.size else side.vectors.reshape(0, side.vectors.shape[2])


def groundwork(
    ja: SideInput, en: SideInput, table: tuple[tuple[int, int], ...], weights: dict[str, float]
) -> tuple[Ground, Cells, Adaptation]:
    """What a document is like, and the band in which to search it."""
    ground = prepare(ja, en)
    path = find_path(_singles(ja), _singles(en))
    cells = laid([cut(path, 0, ja.size + en.size)], WIDTH)
    look = Witness(ground, cells, ((1, 1),))
    lengths = ground.ja.characters, ground.en.characters
    ways = first_look(look.cosines[:, :, 0], look.fits((1, 1)), lengths, cells.places())
    witness = Witness(ground, cells, table)
    sweep = Sweep(cells.band, table)
    for _ in range(ROUNDS):
        posteriors, _ = sweep.posteriors(weighed(witness, ways, weights))
        ways = relearn(ways, witness.tally(posteriors, ways))
    return ground, cells, ways


def bead_scores(problem: Problem, band: Band) -> Floats:
    """Log weights of all beads of a band under the decisions."""
    cells = Cells(band, np.zeros((1, 2), dtype=np.int64))
    scores = weighed(Witness(problem.ground, cells, problem.shapes), problem.ways, fitted())
    ja, en = cells.places()
    constrain(scores, ja, en, problem.shapes, problem.decisions)
    return scores


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads that partition both sides, in document order (they may cross), with confidence."""

    beads: tuple[Bead, ...]
    problem: Problem
    band: Band

    def candidates(self, ja: tuple[int, ...], limit: int = 9) -> list[Candidate]:
        """English runs for the Japanese run `ja`, likeliest first, "omitted" among them."""
        return self._ranked(ja, 0)[:limit]

    def candidates_for_english(self, en: tuple[int, ...], limit: int = 9) -> list[Candidate]:
        """Japanese runs for the English run `en`, likeliest first, "added" among them."""
        return self._ranked(en, 1)[:limit]

    def _ranked(self, run: tuple[int, ...], side: int) -> list[Candidate]:
        posteriors = _posteriors(self.problem, self.band)[0]
        found: dict[tuple[tuple[int, ...], tuple[int, ...]], float] = {}
        for k, t, w in np.argwhere(posteriors > 1e-6):
            bead = self._bead(int(k), int(t), int(w))
            own = bead.en if side else bead.ja
            if own == run:
                key = (bead.ja, bead.en)
                found[key] = found.get(key, 0.0) + float(posteriors[k, t, w])
        empty: tuple[tuple[int, ...], tuple[int, ...]] = ((), run) if side else (run, ())
        found.setdefault(empty, 0.0)
        ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        return [
            Candidate(ja, en, min(share, 1.0), self._similarity(ja, en))
            for (ja, en), share in ranked
        ]

    def _bead(self, k: int, t: int, w: int) -> Bead:
        i = int(self.band.starts[0, k]) + w
        a, b = self.problem.shapes[t]
        return Bead(tuple(range(i - a, i)), tuple(range(k - i - b, k - i)))

    def _similarity(self, ja: tuple[int, ...], en: tuple[int, ...]) -> float:
        if not ja or not en:
            return 0.0
        left = self.problem.ja.vectors[len(ja) - 1, ja[0]]
        return float(left @ self.problem.en.vectors[len(en) - 1, en[0]])


def align(
    ja: SideInput,
    en: SideInput,
    constraints: Constraints = NONE_DECIDED,
    options: Options = STANDARD,
    progress: Progress = silent,
) -> Alignment:
    """The likeliest beads under `constraints`, each with its posterior as confidence.

    Raises:
        EditError: constraints that contradict each other, or that no alignment can keep.
        InputError: inputs of the wrong shape.
    """
    decisions = read_decisions(constraints, ja.size, en.size)
    total = ja.size + en.size
    progress("aligning", 0, total)
    table = shapes(ja, en, options)
    ground, cells, ways = groundwork(ja, en, table, fitted())
    problem = Problem(ja, en, table, decisions, ground, ways)
    found = _solve(problem, cells.band)
    progress("aligning", total, total)
    return found


def realign(previous: Alignment, constraints: Constraints) -> Alignment:
    """The alignment of the same sides under new constraints."""
    problem = previous.problem
    decisions = read_decisions(constraints, problem.ja.size, problem.en.size)
    return _solve(replace(problem, decisions=decisions), previous.band)


def _posteriors(problem: Problem, band: Band) -> Floats:
    return Sweep(band, problem.shapes).posteriors(bead_scores(problem, band))[0]


def _solve(problem: Problem, band: Band) -> Alignment:
    scores = bead_scores(problem, band)
    sweep = Sweep(band, problem.shapes)
    posteriors, totals = sweep.posteriors(scores)
    if not np.isfinite(totals).all():
        raise EditError("No alignment keeps all that was decided.", "Undo the last decision.")
    held_ja, held_en = problem.decisions.held_ja, problem.decisions.held_en
    beads = [Bead(bead.ja, bead.en, 1.0) for bead in problem.decisions.fixed]
    for i, j, t in sweep.best(scores)[0]:
        a, b = problem.shapes[t]
        if held_ja[i - a : i].any() or held_en[j - b : j].any():
            continue
        share = float(posteriors[0, i + j, t, i - band.starts[0, i + j]])
        if a + b == 1:
            share = float(
                posteriors[0, :, t][band.nodes()[1 if b else 0][0] == (j if b else i)].sum()
            )
        beads.append(Bead(tuple(range(i - a, i)), tuple(range(j - b, j)), min(share, 1.0)))
    return Alignment(tuple(in_order(beads)), problem, band)


def in_order(beads: list[Bead]) -> list[Bead]:
    """Beads by Japanese position; added English follows the bead that holds its predecessor."""
    linked = sorted((bead for bead in beads if bead.ja), key=lambda bead: bead.ja[0])
    after: dict[int, list[Bead]] = {}
    place = {en: index for index, bead in enumerate(linked) for en in bead.en}
    for bead in sorted((bead for bead in beads if not bead.ja), key=lambda bead: bead.en[0]):
        before = max((en for en in place if en < bead.en[0]), default=None)
        after.setdefault(-1 if before is None else place[before], []).append(bead)
    ordered = after.get(-1, [])
    for index, bead in enumerate(linked):
        ordered += [bead, *after.get(index, [])]
    return ordered
