"""A pair of texts to findings: one module per family of checks, one registry of all of them."""

from alignbench.checks.check import Check, DocumentCheck, PairCheck
from alignbench.checks.context import Context, Need
from alignbench.checks.engine import run_checks
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.registry import all_checks

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
