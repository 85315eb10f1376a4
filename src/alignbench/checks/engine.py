"""Checks over pairs: one pass, findings in the order of the pairs."""

from collections.abc import Iterator, Sequence

from alignbench.checks.check import Check, DocumentCheck, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.pair import CheckedPair
from alignbench.domain.findings import Finding
from alignbench.domain.progress import Progress, silent

NOTHING_KNOWN = Context()


def run_checks(
    pairs: Sequence[CheckedPair],
    checks: Sequence[Check],
    context: Context = NOTHING_KNOWN,
    progress: Progress = silent,
) -> Iterator[tuple[int, Finding]]:
    """Findings of `checks` about `pairs`, each with the number of its pair, in order."""
    about: dict[int, list[Finding]] = {}
    together = [check for check in checks if isinstance(check, DocumentCheck)]
    for done, whole in enumerate(together):
        progress("comparing pairs", done, len(together))
        for at, finding in whole.check(pairs, context):
            about.setdefault(at, []).append(finding)
    one_by_one = [check for check in checks if isinstance(check, PairCheck)]
    for at, pair in enumerate(pairs):
        for check in one_by_one:
            yield from ((at, finding) for finding in check.check(pair, at, context))
        yield from ((at, finding) for finding in about.get(at, ()))
        pair.shared.clear()
        progress("checking", at + 1, len(pairs))
