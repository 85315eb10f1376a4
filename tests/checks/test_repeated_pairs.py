"""A pair that stands again in a document is not checked again, unless something else is known."""

from collections.abc import Iterable

from alignbench.checks import CheckedPair, Context, PairCheck, run_checks
from alignbench.checks.context import Need
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity

LOST = CheckedPair("鍵は箱にある。", "")
PAIRS = [CheckedPair("鍵は箱にある。", ""), CheckedPair("扉は開いた。", "It opened."), LOST]


class Counting(PairCheck):
    """Finds an empty side, and counts how often it was asked."""

    id = "test.counting"
    grade = Grade.D2
    type = "accuracy/omission"
    severity = Severity.MAJOR
    explanation = "The English is empty."

    def __init__(self) -> None:
        self.asked: list[int] = []

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        self.asked.append(at)
        return () if pair.en else (self.finding("Nothing."),)


class OfOurs(Counting):
    """As one of this package's."""


OfOurs.__module__ = "alignbench.checks.counting"


class OfAModel(OfOurs):
    """One that sees more than the pair."""

    needs = frozenset({Need.MODEL})


OfAModel.__module__ = OfOurs.__module__


def found_by(check: PairCheck, pairs: list[CheckedPair]) -> list[int]:
    return [at for at, _ in run_checks(pairs, [check])]


def test_a_pair_that_stands_twice_is_looked_at_once_and_found_twice() -> None:
    check = OfOurs()
    assert found_by(check, PAIRS) == [0, 2]
    assert check.asked == [0, 1]


def test_a_side_that_is_declared_empty_is_another_pair() -> None:
    check = OfOurs()
    found_by(check, [LOST, CheckedPair(LOST.ja, LOST.en, declared=True)])
    assert check.asked == [0, 1]


def test_checks_that_see_more_than_the_pair_are_asked_each_time() -> None:
    for check in (OfAModel(), Counting()):  # another package's may look at anything
        assert found_by(check, PAIRS) == [0, 2]
        assert check.asked == [0, 1, 2]
