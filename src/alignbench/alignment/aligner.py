"""From two sides to beads with confidence, and again after every decision."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from alignbench.alignment.candidates import ranked
from alignbench.alignment.constraints import Decisions, read_decisions
from alignbench.alignment.inputs import Options, SideInput, shapes
from alignbench.alignment.ordering import in_order
from alignbench.alignment.repair.moved_links import with_moved
from alignbench.alignment.repair.nearby_links import with_near
from alignbench.alignment.scoring.document_statistics import prepare
from alignbench.alignment.scoring.weights import fitted
from alignbench.alignment.search.chunk_solver import Problem, Solved, solve
from alignbench.alignment.search.first_pass import Survey, survey
from alignbench.alignment.search.incremental import redone
from alignbench.domain.links import Bead, Candidate, Constraints
from alignbench.domain.progress import Progress, silent

NONE_DECIDED = Constraints()
STANDARD = Options()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads that partition both sides, in document order (they may cross), with confidence."""

    beads: tuple[Bead, ...]
    problem: Problem
    solved: tuple[Solved, ...]

    def candidates(self, ja: tuple[int, ...], limit: int = 9) -> list[Candidate]:
        """English runs for the Japanese run `ja`, likeliest first, "omitted" among them."""
        return ranked(self.problem, self.solved, ja, "ja")[:limit]

    def candidates_for_english(self, en: tuple[int, ...], limit: int = 9) -> list[Candidate]:
        """Japanese runs for the English run `en`, likeliest first, "added" among them."""
        return ranked(self.problem, self.solved, en, "en")[:limit]


def align(
    ja: SideInput,
    en: SideInput,
    constraints: Constraints = NONE_DECIDED,
    options: Options = STANDARD,
    progress: Progress = silent,
) -> Alignment:
    """The likeliest beads under `constraints`, each with its posterior as confidence.

    Reports itself as "aligning"; whatever `progress` raises stops it.

    Raises:
        EditError: constraints that contradict each other, or that no alignment can keep.
        InputError: inputs of the wrong shape, or vectors that are not finite.
    """
    decisions = read_decisions(constraints, ja.size, en.size)
    progress("aligning", 0, ja.size + en.size)
    table = shapes(ja, en, options)
    ground = prepare(ja, en)
    weights = fitted()
    found = survey(ground, table, weights, _points(decisions))
    problem = Problem(ja, en, table, decisions, ground, found.ways, weights)
    return _solved(problem, found, progress)


def realign(previous: Alignment, constraints: Constraints) -> Alignment:
    """The alignment of the same sides under new constraints.

    Only the stretches that a changed decision touches are searched again; a new link far from
    where the text was thought to run leads to a new search of the whole.

    Raises:
        EditError: as `align` does.
    """
    old = previous.problem
    decisions = read_decisions(constraints, old.ja.size, old.en.size)
    problem = replace(old, decisions=decisions)
    solved = redone(problem, old.decisions, previous.solved)
    if solved is None:
        found = survey(problem.ground, problem.shapes, problem.weights, _points(decisions))
        return _solved(problem, found, silent)
    return _alignment(problem, solved)


def _points(decisions: Decisions) -> list[tuple[int, int]]:
    """The last segments of links that people made and a path can pass through."""
    return [(bead.ja[-1], bead.en[-1]) for bead in decisions.through()]


def _solved(problem: Problem, found: Survey, progress: Progress) -> Alignment:
    return _alignment(problem, solve(problem, found.stretches, progress))


def _alignment(problem: Problem, solved: Iterable[Solved]) -> Alignment:
    parts = tuple(solved)
    made = [Bead(bead.ja, bead.en, 1.0) for bead in problem.decisions.fixed]
    beads = with_near(problem, [bead for part in parts for bead in part.beads])
    beads = with_moved(problem, beads)
    return Alignment(tuple(in_order(made + beads)), problem, parts)
