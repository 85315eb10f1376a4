"""How the tests of this folder ask a check."""

from collections.abc import Iterator, Sequence

from alignbench.checks import Check, CheckedPair, Context, run_checks
from alignbench.checks.registry import OURS
from alignbench.domain.findings import Finding

Pairs = Sequence[tuple[str, str]]


def check_of(id_: str) -> Check:
    """Our check of that id."""
    return next(check() for check in OURS if check.id == id_)


def ask(id_: str, pairs: Pairs, context: Context | None = None) -> list[tuple[int, Finding]]:
    """What the check has to say about `pairs`."""
    checked = [CheckedPair(ja, en) for ja, en in pairs]
    return list(run_checks(checked, [check_of(id_)], context or Context()))


def found_at(id_: str, pairs: Pairs, context: Context | None = None) -> list[int]:
    """Numbers of the pairs the check speaks about."""
    return [at for at, _ in ask(id_, pairs, context)]


def marked(pairs: Pairs, found: Sequence[tuple[int, Finding]]) -> Iterator[tuple[str, str]]:
    """The stretches of both texts that the findings point at."""
    for at, finding in found:
        ja, en = pairs[at]
        yield (
            ja[finding.ja.start : finding.ja.end] if finding.ja else "",
            en[finding.en.start : finding.en.end] if finding.en else "",
        )
