"""A pair of texts to findings: one module per family of checks, one registry of all of them."""

from alignbench.checks.check import Check, CheckedPair, Context, DocumentCheck, Example, PairCheck
from alignbench.checks.engine import run_checks
from alignbench.checks.registry import all_checks

__all__ = [
    "Check",
    "CheckedPair",
    "Context",
    "DocumentCheck",
    "Example",
    "PairCheck",
    "all_checks",
    "run_checks",
]
