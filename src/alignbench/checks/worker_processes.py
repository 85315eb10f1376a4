"""Checks over several processes: what takes long is looking at each pair, and pairs are many."""

import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from alignbench.checks.check import Check, DocumentCheck, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.engine import FailedChecks, run_checks
from alignbench.checks.pair import CheckedPair
from alignbench.domain.findings import Finding
from alignbench.domain.progress import Progress, silent

PORTION = 256
"""Pairs that a process looks at before it is given others."""
MANY = 2000
"""Pairs from which several processes pay, if nobody says how many there should be."""
_MOST_CORES = 4
"""Processes that are used unasked: each takes memory too."""
Found = tuple[int, Finding]
Task = range | str
"""Pairs to look at by themselves, or the check by which all are compared."""


@dataclass(frozen=True, slots=True)
class _Work:
    """What all processes look at: they are copies of this one, and nothing is sent to them."""

    pairs: Sequence[CheckedPair]
    one_by_one: Sequence[PairCheck]
    together: Sequence[DocumentCheck]
    context: Context


_work: _Work | None = None


def run_checks_in(
    jobs: int | None,
    pairs: Sequence[CheckedPair],
    checks: Sequence[Check],
    context: Context,
    progress: Progress = silent,
    failed: FailedChecks | None = None,
) -> Iterator[Found]:
    """As `run_checks`, the same findings in the same order, by `jobs` processes at a time.

    None asks for one of each core where there is much to do. In this one alone where there is one
    job, little to do, or a system that cannot copy processes (Windows); and again in this one if
    a check raises, so that what is said of it is the same.
    """
    jobs = usual_jobs(len(pairs)) if jobs is None else jobs
    can_copy = "fork" in multiprocessing.get_all_start_methods()
    if jobs < 2 or len(pairs) <= PORTION or not can_copy:
        yield from run_checks(pairs, checks, context, progress, failed)
        return
    known = failed or FailedChecks()
    chosen = [check for check in checks if known.lets(check)]
    one_by_one = [check for check in chosen if isinstance(check, PairCheck)]
    together = [check for check in chosen if isinstance(check, DocumentCheck)]
    with _pool(jobs, _Work(pairs, one_by_one, together, known.without(context))) as pool:
        compared = [pool.submit(_look, check.id) for check in together]
        portions = [
            range(first, min(first + PORTION, len(pairs)))
            for first in range(0, len(pairs), PORTION)
        ]
        looked = [pool.submit(_look, portion) for portion in portions]
        about = _about(compared)
        if about is None:
            pool.shutdown(cancel_futures=True)
            yield from run_checks(pairs, checks, context, progress, failed)
            return
        for portion, look in zip(portions, looked, strict=True):
            said: Iterable[Found] | None = look.result()
            if said is None:
                pool.shutdown(cancel_futures=True)
                portion = range(portion.start, len(pairs))
                said = run_checks(pairs, one_by_one, context, silent, failed, portion)
            yield from _with(said, about, portion)
            progress("checking", portion.stop, len(pairs))
            if portion.stop == len(pairs):
                return


def usual_jobs(pairs: int) -> int:
    """How many processes look at so many pairs if nobody says how many."""
    if pairs < MANY:
        return 1
    cores = os.cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        cores = len(os.sched_getaffinity(0))
    return min(cores, _MOST_CORES)


@contextmanager
def _pool(jobs: int, work: _Work) -> Iterator[ProcessPoolExecutor]:
    """Processes that know of `work`; they end at once if nobody waits for them any more."""
    global _work
    _work = work
    copying = multiprocessing.get_context("fork")
    try:
        with ProcessPoolExecutor(jobs, mp_context=copying) as pool:
            try:
                yield pool
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
    finally:
        _work = None


def _about(compared: Sequence[Future[list[Found] | None]]) -> dict[int, list[Finding]] | None:
    """What is found in each pair by comparing all; None if a check raised."""
    about: dict[int, list[Finding]] = {}
    for each in compared:
        said = each.result()
        if said is None:
            return None
        for at, finding in said:
            about.setdefault(at, []).append(finding)
    return about


def _with(
    said: Iterable[Found], about: dict[int, list[Finding]], portion: range
) -> Iterator[Found]:
    """What is said of each pair by itself and then what is said of it beside the others."""
    waiting = iter(portion)
    at = next(waiting)
    for there, finding in said:
        while at < there:
            yield from ((at, each) for each in about.get(at, ()))
            at = next(waiting)
        yield there, finding
    for rest in (at, *waiting):
        yield from ((rest, each) for each in about.get(rest, ()))


def _look(task: Task) -> list[Found] | None:
    """In a process of its own: the findings of a task; None if a check raised."""
    assert _work is not None
    failed = FailedChecks()
    if isinstance(task, range):
        checks: Sequence[Check] = _work.one_by_one
        found = run_checks(_work.pairs, checks, _work.context, failed=failed, only=task)
    else:
        checks = [check for check in _work.together if check.id == task]
        found = run_checks(_work.pairs, checks, _work.context, failed=failed)
    listed = list(found)
    return None if failed.any else listed
