"""Pairs of texts to findings, for those who use alignbench as a library."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignbench.domain.findings import Finding
from alignbench.domain.progress import Progress, silent

if TYPE_CHECKING:
    from alignbench.checks import Check
    from alignbench.checks.context import Context
    from alignbench.checks.pair import CheckedPair


@dataclass(frozen=True, slots=True)
class PairFinding:
    """What a check says of one of the pairs that were given, counted from 0."""

    pair: int
    finding: Finding


def check_pairs(
    pairs: Iterable[tuple[str, str]],
    *,
    only: Sequence[str] = (),
    skip: Sequence[str] = (),
    hints: bool = False,
    progress: Progress = silent,
) -> list[PairFinding]:
    """What the checks find in pairs of a Japanese text and its English, in the order of the pairs.

    `only` and `skip` are ids of checks, `num.*` a family; all run if `only` is empty. `hints` asks
    for doubts that are often unfounded too. How names are written is learned from the pairs that
    have two sides. Spans count characters of the texts given.

    Raises:
        InputError: an id that no check has, or a check that failed.
    """
    from alignbench.checks import run_checks
    from alignbench.checks.pair import CheckedPair
    from alignbench.checks.registry import chosen

    checks = chosen(only, skip)
    checked = [CheckedPair(ja, en) for ja, en in pairs]
    context = known_of(checked, checks, progress)
    found = (PairFinding(at, each) for at, each in run_checks(checked, checks, context, progress))
    return [each for each in found if hints or only or not each.finding.hint]


def known_of(
    pairs: "Sequence[CheckedPair]", checks: "Sequence[Check]", progress: Progress = silent
) -> "Context":
    """What pairs tell of themselves: names as they are written and, if a check asks, meanings."""
    from dataclasses import replace

    from alignbench.checks.context import Context, Need
    from alignbench.checks.names.learned_names import learned
    from alignbench.checks.names.names import Names
    from alignbench.pipeline.word_answers import ModelAnswers

    known = Context()
    if any(Need.MODEL in check.needs for check in checks):
        from alignbench import embedding
        from alignbench.pipeline.embedding_evidence import Evidence
        from alignbench.pipeline.word_links import WordLinker

        encoder = embedding.bundled()
        evidence = Evidence(encoder, WordLinker(encoder))
        known = evidence.context([(pair.ja, pair.en) for pair in pairs], progress)
    taught = [pair for pair in pairs if pair.ja and pair.en]
    return replace(known, names=Names(tuple(learned(taught))), answers=ModelAnswers())
