"""Twins in lists, kind by kind: each Japanese text with English that passes (+) and English that is
reported (-), of values and law in twins.txt, of words in twins_of_words.txt and
twins_of_sentences.txt, and of things that changed places in twins_exchanged.txt.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from alignbench.checks import CheckedPair, Context, PairCheck, run_checks
from alignbench.checks.registry import all_checks
from alignbench.pipeline.word_answers import ModelAnswers

LISTS = [
    Path(__file__).with_name(name)
    for name in (
        "twins.txt",
        "twins_of_words.txt",
        "twins_of_sentences.txt",
        "twins_exchanged.txt",
    )
]


def by_kind() -> dict[str, list[tuple[str, str, str]]]:
    """The rows of the lists under their headings: Japanese, `+` or `-`, English."""
    kinds: dict[str, list[tuple[str, str, str]]] = {}
    ja = ""
    rows = kinds.setdefault("", [])
    lines = (line for each in LISTS for line in each.read_text(encoding="utf-8").splitlines())
    for line in lines:
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
    pairs = [CheckedPair(ja, en) for ja, _, en in rows]
    for at, finding in run_checks(pairs, checks, Context(answers=ModelAnswers())):
        if not finding.hint:
            said.setdefault(at, []).append(finding.message)
    for at, (ja, mark, en) in enumerate(rows):
        if (at in said) == (mark == "+"):
            yield f"{mark} {ja} / {en}: {said.get(at)}"


@pytest.mark.parametrize("kind", by_kind())
def test_wrong_twins_of_a_kind_are_reported_and_right_ones_pass(kind: str) -> None:
    assert [*misjudged(by_kind()[kind])] == []
