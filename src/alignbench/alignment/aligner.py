"""From two sides to beads with confidence, and again after every decision.

The order of the work: prepare both sides, find a coarse path, learn how this document behaves,
cut it where all likely paths meet, solve each chunk, repair what a path cannot hold, say how sure
each link is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from alignbench.alignment.candidates import agreeing, ranked
from alignbench.alignment.constraints import read_decisions
from alignbench.alignment.inputs import Options, SideInput, shapes
from alignbench.alignment.repair.divisible_groups import with_groups_divided
from alignbench.alignment.repair.moved_links import with_moved_links
from alignbench.alignment.repair.nearby_links import with_nearby_links
from alignbench.alignment.scoring.calibration import with_confidence
from alignbench.alignment.scoring.document_statistics import prepare
from alignbench.alignment.scoring.weights import fitted
from alignbench.alignment.search.chunk_solver import Problem, Solved, solve
from alignbench.alignment.search.chunks import Chunk, cut_where_sure
from alignbench.alignment.search.coarse_path import find_path
from alignbench.alignment.search.first_pass import first_pass
from alignbench.alignment.search.incremental import solve_changed
from alignbench.alignment.search.local_model import guess_model, learn_model
from alignbench.domain.links import Bead, Candidate, Constraints, reading_order
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Side

NONE_DECIDED = Constraints()
STANDARD = Options()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads that partition both sides, in document order (they may cross), with confidence."""

    beads: tuple[Bead, ...]
    _problem: Problem = field(repr=False)
    _solved: tuple[Solved, ...] = field(repr=False)

    def candidates(self, ja: tuple[int, ...], limit: int = 9) -> list[Candidate]:
        """English runs for the Japanese run `ja`, likeliest first, "omitted" among them."""
        return self._candidates(ja, "ja")[:limit]

    def candidates_for_english(self, en: tuple[int, ...], limit: int = 9) -> list[Candidate]:
        """Japanese runs for the English run `en`, likeliest first, "added" among them."""
        return self._candidates(en, "en")[:limit]

    def _candidates(self, run: tuple[int, ...], side: Side) -> list[Candidate]:
        return agreeing(ranked(self._problem, self._solved, run, side), self.beads, run, side)

    def under(self, constraints: Constraints) -> "Alignment":
        """The alignment of the same sides under other constraints; see `realign`."""
        decisions = read_decisions(constraints, self._problem.ja.size, self._problem.en.size)
        problem = replace(self._problem, decisions=decisions)
        solved = solve_changed(problem, self._problem.decisions, self._solved)
        if solved is None:
            located, chunks = locate(problem.ja, problem.en, constraints, problem.options)
            return repaired(located, solve(located, chunks))
        return repaired(problem, solved)


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
    progress("aligning", 0, ja.size + en.size)
    problem, chunks = locate(ja, en, constraints, options)
    return repaired(problem, solve(problem, chunks, progress))


def realign(previous: Alignment, constraints: Constraints) -> Alignment:
    """The alignment of the same sides under new constraints.

    Only the chunks that a changed decision touches are searched again; a new link far from where
    the text was thought to run leads to a new search of the whole.

    Raises:
        EditError: as `align` does.
    """
    return previous.under(constraints)


def locate(
    ja: SideInput,
    en: SideInput,
    constraints: Constraints = NONE_DECIDED,
    options: Options = STANDARD,
) -> tuple[Problem, list[Chunk]]:
    """What is to be solved, the document's own model in it, and the chunks to solve it in.

    Raises:
        EditError: constraints that contradict each other.
        InputError: inputs of the wrong shape, or vectors that are not finite.
    """
    decisions = read_decisions(constraints, ja.size, en.size)
    table, weights, points = shapes(ja, en, options), fitted(), decisions.points()
    statistics = prepare(ja, en)
    path = find_path(ja.singles(), en.singles(), points)
    model, scale = guess_model(statistics, path)
    passed = first_pass(statistics, path, scale, points)
    chunks = cut_where_sure(passed.path, passed.sure, passed.reach)
    if decisions.fixed or decisions.forbidden:  # they may lead a path away from the likeliest
        chunks = [part.throughout() for part in chunks]
    model, read = learn_model(statistics, table, weights, chunks, model)
    return Problem(ja, en, options, table, decisions, statistics, model, weights, read), chunks


def repaired(problem: Problem, solved: Iterable[Solved]) -> Alignment:
    """All beads in reading order: solved ones, those that people made, and what was moved."""
    parts = tuple(solved)
    made = [Bead(bead.ja, bead.en, 1.0) for bead in problem.decisions.fixed]
    beads = with_groups_divided(problem, [bead for part in parts for bead in part.beads])
    beads = with_nearby_links(problem, beads)
    beads = with_moved_links(problem, beads)
    sure = with_confidence(beads, problem.model)
    return Alignment(tuple(reading_order([*made, *sure])), problem, parts)
