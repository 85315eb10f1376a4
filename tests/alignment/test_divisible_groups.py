"""Groups of two and two that are two links, side by side or crosswise."""

import numpy as np

from alignbench.alignment.aligner import locate
from alignbench.alignment.repair.divisible_groups import with_groups_divided
from alignbench.domain.links import Bead, Constraints
from tests.alignment.examples import Floats, pairs, side

SIZE = 24
GROUP = Bead((10, 11), (10, 11), 0.8)
CROSSED = {((10,), (11,)), ((11,), (10,))}


def path() -> list[Bead]:
    """Links one to one, but for segments 10 and 11 of either side."""
    singles = [Bead((at,), (at,), 1.0) for at in range(SIZE) if at not in GROUP.ja]
    return sorted([*singles, GROUP], key=lambda bead: bead.ja)


def meanings() -> Floats:
    found = np.random.default_rng(3).normal(size=(SIZE, 64))
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True))


def repaired(ja: Floats, en: Floats, constraints: Constraints | None = None) -> list[Bead]:
    problem, _ = locate(side(ja), side(en), constraints or Constraints())
    return with_groups_divided(problem, path())


def test_a_group_of_exchanged_neighbours_is_two_links_that_cross() -> None:
    ja = meanings()
    en = ja.copy()
    en[[10, 11]] = en[[11, 10]]
    found = repaired(ja, en)
    assert pairs(found) >= CROSSED
    # No surer than the group was.
    assert max(bead.confidence for bead in found if bead.ja[0] in GROUP.ja) < GROUP.confidence


def test_a_group_of_two_clear_links_is_these_two() -> None:
    ja = meanings()
    assert pairs(repaired(ja, ja)) >= {((10,), (10,)), ((11,), (11,))}


def test_a_group_whose_halves_hardly_answer_each_other_is_left_alone() -> None:
    ja = meanings()
    en = ja.copy()
    en[[10, 11]] = -ja[[10, 11]]
    assert repaired(ja, en) == path()


def test_a_group_whose_clauses_are_mixed_is_left_alone() -> None:
    ja = meanings()
    en = ja.copy()
    en[10] = en[11] = ja[10] + ja[11]
    assert repaired(ja, en) == path()


def test_links_that_people_rejected_do_not_come_back() -> None:
    ja = meanings()
    en = ja.copy()
    en[[10, 11]] = en[[11, 10]]
    rejected = Constraints(forbidden=(Bead((10,), (11,)),))
    assert repaired(ja, en, rejected) == path()
