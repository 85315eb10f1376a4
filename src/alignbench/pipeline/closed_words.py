"""Words of closed classes that the other side turns or leaves out: countries, days, values, not."""

from functools import lru_cache

from alignbench.checks.check import Check
from alignbench.checks.engine import run_checks
from alignbench.checks.pair import CheckedPair
from alignbench.domain.text import Side, Span

_CLASSES = ("num.*", "date.*", "time.*", "unit.*", "lex.*", "kin.*", "neg.*", "mod.*", "id.*")
"""Families of checks that know their words, and need neither a model nor the document."""


@lru_cache(maxsize=1)
def _checks() -> tuple[Check, ...]:
    from alignbench.checks.registry import chosen

    return chosen(_CLASSES)


def closed_words(ja: str, en: str) -> dict[Side, tuple[Span, ...]]:
    """Where either text has a word of a closed class that the other does not answer.

    Exact knowledge, not a guess from vectors: what to show before any other unanswered word. That
    there is none promises nothing.
    """
    found: dict[Side, list[Span]] = {"ja": [], "en": []}
    for _, finding in run_checks([CheckedPair(ja, en)], _checks()):
        if finding.ja:
            found["ja"].append(finding.ja)
        if finding.en:
            found["en"].append(finding.en)
    return {side: tuple(dict.fromkeys(spans)) for side, spans in found.items()}
