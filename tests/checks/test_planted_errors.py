"""The sample project's planted errors that concern values are found, and little else."""

import pytest

from alignbench.checks import CheckedPair, run_checks
from alignbench.checks.registry import chosen
from tests.sample.gold import NAMES, PlantedError, planted_errors, read_gold

VALUES = ["num.*", "date.*", "time.*", "unit.*", "id.*", "struct.*", "cov.list"]
FAMILIES = ("num.", "date.", "time.", "id.")
NUMERIC = [error for error in planted_errors() if error.check.startswith(FAMILIES)]


def pairs(name: str) -> list[CheckedPair]:
    return [CheckedPair("".join(link.ja), " ".join(link.en)) for link in read_gold(name)]


@pytest.mark.parametrize("error", NUMERIC, ids=lambda error: f"{error.document}-{error.check}")
def test_each_is_found_by_its_check(error: PlantedError) -> None:
    (pair,) = [
        pair
        for pair in pairs(error.document)
        if error.ja.split("《")[0] in pair.ja and error.en in pair.en
    ]
    assert error.check in {finding.check for _, finding in run_checks([pair], chosen(VALUES))}


def test_there_are_few_false_alarms() -> None:
    found = 0
    for name in NAMES:
        at = {at for at, _ in run_checks(pairs(name), chosen(VALUES))}
        found += len(at)
    assert found <= len(NUMERIC) + 3
