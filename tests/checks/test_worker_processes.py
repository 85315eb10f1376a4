"""Checks by several processes say what checks by one say."""

from collections.abc import Generator, Iterable, Iterator, Sequence

import pytest

from alignbench.checks import (
    CheckedPair,
    Context,
    DocumentCheck,
    PairCheck,
    run_checks,
    worker_processes,
)
from alignbench.checks.engine import FailedChecks
from alignbench.checks.registry import all_checks
from alignbench.checks.worker_processes import run_checks_in
from alignbench.domain.errors import Cancelled
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity

PAIRS = [
    CheckedPair(ja, en)
    for number in range(4)
    for ja, en in (
        (f"図書館には本が{number + 200}冊ある。", "The library has 900 books."),
        ("ﾏﾝｼｮﾝは閉まる。", "The flats close closes."),
        ("雨でも開きます。", "We open in the rain."),
    )
]


@pytest.fixture(autouse=True)
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_processes, "PORTION", 5)


class Rain(PairCheck):
    """Another package's check, which raises when it meets rain."""

    id = "rain"
    grade = Grade.D1
    type = "accuracy/mistranslation"
    severity = Severity.MINOR
    explanation = "Rain."

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        if "雨" in pair.ja:
            raise LookupError("rain")
        return ()


def test_the_same_findings_in_the_same_order() -> None:
    reported: list[tuple[int, int]] = []

    def progress(stage: str, done: int, total: int) -> None:
        reported.append((done, total))

    alone = list(run_checks(PAIRS, all_checks(), Context()))
    assert alone
    assert list(run_checks_in(2, PAIRS, all_checks(), Context(), progress)) == alone
    assert reported == [(5, 12), (10, 12), (12, 12)]


def test_a_check_that_raises_is_told_as_ever() -> None:
    failed = FailedChecks()
    checks = [*all_checks(), Rain()]
    found = list(run_checks_in(2, PAIRS, checks, Context(), failed=failed))
    assert found == list(run_checks(PAIRS, all_checks(), Context()))
    (told,) = failed.take()
    assert "The check rain" in str(told)


class Echo(DocumentCheck):
    """Another package's check that says something of each pair, or raises."""

    id = "echo"
    grade = Grade.D1
    type = "accuracy/mistranslation"
    severity = Severity.MINOR
    explanation = "Echo."

    def __init__(self, *, raises: bool = False) -> None:
        self._raises = raises

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        if self._raises:
            raise LookupError("echo")
        yield from ((at, self.finding(f"Pair {at}.")) for at in reversed(range(len(pairs))))


def test_what_is_said_of_all_pairs_stands_behind_what_is_said_of_each() -> None:
    checks = [Echo(), *all_checks()]
    alone = list(run_checks(PAIRS, checks, Context()))
    assert [at for at, finding in alone if finding.check == "echo"] == list(range(12))
    assert list(run_checks_in(3, PAIRS, checks, Context())) == alone


def test_a_check_of_all_pairs_that_raises_is_told_as_ever() -> None:
    failed = FailedChecks()
    found = list(
        run_checks_in(2, PAIRS, [*all_checks(), Echo(raises=True)], Context(), failed=failed)
    )
    assert found == list(run_checks(PAIRS, all_checks(), Context()))
    (told,) = failed.take()
    assert "The check echo" in str(told)


def test_findings_come_while_others_are_looked_for() -> None:
    found = run_checks_in(2, PAIRS, all_checks(), Context())
    first = next(found)
    assert isinstance(found, Generator)
    found.close()  # as when what reads them ends: the processes end too
    assert first == next(run_checks(PAIRS, all_checks(), Context()))


def test_unasked_only_many_pairs_get_processes_of_their_own() -> None:
    assert worker_processes.usual_jobs(worker_processes.MANY - 1) == 1
    assert 1 <= worker_processes.usual_jobs(worker_processes.MANY) <= 4


def test_who_cancels_is_heard() -> None:
    def stop(stage: str, done: int, total: int) -> None:
        raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        list(run_checks_in(2, PAIRS, all_checks(), Context(), stop))
