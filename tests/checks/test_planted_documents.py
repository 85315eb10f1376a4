"""Two whole documents, a city's notice and a commentary, with twelve errors put into each.

`planted/*.tsv` hold Japanese and a good English version, `planted/errors.tsv` what replaces a line
of it, and of what kind the error is. All checks run, as in `alignbench check`.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from alignbench.checks import CheckedPair, run_checks
from alignbench.checks.registry import all_checks
from alignbench.domain.findings import Finding
from alignbench.domain.progress import silent
from alignbench.project.check_context import CheckContextBuilder

HERE = Path(__file__).parent / "planted"


def rows(name: str) -> list[list[str]]:
    text = (HERE / f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def errors(name: str) -> dict[int, str]:
    """The wrong English of each line that has an error in this version, from 0."""
    return {int(line) - 1: wrong for version, line, _, wrong in rows("errors") if version == name}


def findings(pairs: list[CheckedPair]) -> list[tuple[int, Finding]]:
    known = CheckContextBuilder((), None)([replace(pair, declared=True) for pair in pairs], silent)
    found = run_checks(pairs, all_checks(), known)
    return [(at, finding) for at, finding in found if not finding.hint]


@pytest.mark.parametrize("name", ["notice", "commentary"])
def test_a_good_version_raises_no_doubt(name: str) -> None:
    pairs = [CheckedPair(ja, en) for ja, en in rows(name)]
    assert [(pairs[at].ja, finding.message) for at, finding in findings(pairs)] == []


@pytest.mark.parametrize(
    ("version", "at_least"), [("notice", 10), ("notice-2", 11), ("commentary", 8)]
)
def test_most_planted_errors_are_found_and_nothing_else(version: str, at_least: int) -> None:
    planted = errors(version)
    texts = rows(version.removesuffix("-2"))
    pairs = [CheckedPair(ja, planted.get(at, en)) for at, (ja, en) in enumerate(texts)]
    found = findings(pairs)
    assert len(planted) == 12
    assert len({at for at, _ in found} & set(planted)) >= at_least
    assert {at for at, _ in found} <= set(planted)
