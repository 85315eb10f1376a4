"""Checks over several processes: what takes long is looking at each pair, and pairs are many."""

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from alignbench.checks.check import Check, DocumentCheck, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.engine import FailedChecks, run_checks
from alignbench.checks.pair import CheckedPair
from alignbench.domain.findings import Finding
from alignbench.domain.progress import Progress, silent

PORTION = 256
"""Pairs that a process looks at before it is given others."""
Found = tuple[int, Finding]


@dataclass(frozen=True, slots=True)
class _Work:
    """What all processes look at: they are copies of this one, and nothing is sent to them."""

    pairs: Sequence[CheckedPair]
    checks: Sequence[Check]
    context: Context


_work: _Work | None = None


def run_checks_in(
    jobs: int,
    pairs: Sequence[CheckedPair],
    checks: Sequence[Check],
    context: Context,
    progress: Progress = silent,
    failed: FailedChecks | None = None,
) -> Iterator[Found]:
    """As `run_checks`, the same findings in the same order, by `jobs` processes at a time.

    In this one alone where there is one job, little to do, or a system that cannot copy processes
    (Windows); and again in this one if a check raises, so that what is said of it is the same.
    """
    portions = [
        range(first, min(first + PORTION, len(pairs))) for first in range(0, len(pairs), PORTION)
    ]
    can_copy = "fork" in multiprocessing.get_all_start_methods()
    if jobs < 2 or len(portions) < 2 or not can_copy:
        yield from run_checks(pairs, checks, context, progress, failed)
        return
    known = failed or FailedChecks()
    chosen = [check for check in checks if known.lets(check)]
    one_by_one = [check for check in chosen if isinstance(check, PairCheck)]
    together = [check for check in chosen if isinstance(check, DocumentCheck)]
    looked = _looked(jobs, _Work(pairs, one_by_one, known.without(context)), portions, progress)
    if looked is None:
        yield from run_checks(pairs, checks, context, progress, failed)
        return
    compared: list[list[Finding]] = [[] for _ in pairs]
    for at, finding in run_checks(pairs, together, context, silent, failed):
        compared[at].append(finding)
    for at, found in enumerate(looked):
        yield from ((at, finding) for finding in (*found, *compared[at]))


def _looked(
    jobs: int, work: _Work, portions: Sequence[range], progress: Progress
) -> list[list[Finding]] | None:
    """What is found in each pair by itself; None if a check raised."""
    global _work
    _work = work
    found: list[list[Finding]] = [[] for _ in work.pairs]
    copying = multiprocessing.get_context("fork")
    try:
        with ProcessPoolExecutor(min(jobs, len(portions)), mp_context=copying) as pool:
            try:
                for portion, said in zip(portions, pool.map(_look, portions), strict=True):
                    if said is None:
                        pool.shutdown(cancel_futures=True)
                        return None
                    for at, finding in said:
                        found[at].append(finding)
                    progress("checking", portion.stop, len(work.pairs))
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
    finally:
        _work = None
    return found


def _look(portion: range) -> list[Found] | None:
    """In a process of its own: the findings in these pairs; None if a check raised."""
    assert _work is not None
    failed = FailedChecks()
    found = list(run_checks(_work.pairs, _work.checks, _work.context, failed=failed, only=portion))
    return None if failed.any else found
