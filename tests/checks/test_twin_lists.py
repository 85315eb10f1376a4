"""Twins in a list, kind by kind: twins.txt has each Japanese text with English that passes (+) and
English that is reported (-).
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from alignbench.checks import CheckedPair, PairCheck, run_checks
from alignbench.checks.registry import all_checks

LIST = Path(__file__).with_name("twins.txt")


def by_kind() -> dict[str, list[tuple[str, str, str]]]:
    """The rows of the list under their headings: Japanese, `+` or `-`, English."""
    kinds: dict[str, list[tuple[str, str, str]]] = {}
    ja = ""
    rows = kinds.setdefault("", [])
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            rows = kinds.setdefault(line[2:], [])
        elif line.startswith(("  + ", "  - ")):
            rows.append((ja, line[2], line[4:]))
        elif line.strip():
            ja = line
    del kinds[""]
    return kinds


def misjudged(rows: list[tuple[str, str, str]]) -> Iterator[str]:
    """Rows where the checks of a pair speak and should not, or the reverse."""
    checks = [check for check in all_checks() if isinstance(check, PairCheck)]
    said: dict[int, list[str]] = {}
    for at, finding in run_checks([CheckedPair(ja, en) for ja, _, en in rows], checks):
        if not finding.hint:
            said.setdefault(at, []).append(finding.message)
    for at, (ja, mark, en) in enumerate(rows):
        if (at in said) == (mark == "+"):
            yield f"{mark} {ja} / {en}: {said.get(at)}"


@pytest.mark.parametrize("kind", by_kind())
def test_wrong_twins_of_a_kind_are_reported_and_right_ones_pass(kind: str) -> None:
    assert [*misjudged(by_kind()[kind])] == []
