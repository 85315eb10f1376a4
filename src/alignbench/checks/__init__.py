"""A pair of texts to findings: one module per family of checks, one registry of all of them."""

from alignbench.checks.check import Check, DocumentCheck, PairCheck
from alignbench.checks.context import Context, Need
from alignbench.checks.engine import run_checks
from alignbench.checks.pair import CheckedPair, Example

__all__ = [
    "Check",
    "CheckedPair",
    "Context",
    "DocumentCheck",
    "Example",
    "Need",
    "PairCheck",
    "all_checks",
    "run_checks",
]


def all_checks() -> tuple[Check, ...]:
    """Every check there is; only who asks for them loads them and their patterns."""
    from alignbench.checks import registry

    return registry.all_checks()
