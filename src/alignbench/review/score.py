"""The quality score of a reviewed translation, from its flags.

Source: the MQM scoring models (themqm.org, "The MQM scoring models", linear model). With every
error type weighing 1, an error costs its severity's multiplier. Absolute penalty total (APT) is
the sum; PWPT = APT / words; the raw score is 100 × (1 − PWPT); NPT = PWPT × 1000 is the penalty
for a thousand words, and the calibrated score is 100 − NPT × SF, SF = (100 − PT) / APP.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from alignbench.domain.flags import FLAG_TYPES, Flag, Severity
from alignbench.domain.quality import Profile, Score, TypeCount

MULTIPLIERS = {
    Severity.NEUTRAL: 0, Severity.MINOR: 1, Severity.MAJOR: 5, Severity.CRITICAL: 25,
}  # fmt: skip
"""MQM's default severity multipliers."""
FEWEST_WORDS = 500
"""Below this a linear score says more about chance than about the translation."""
REFERENCE_WORDS = 1000


def score(
    flags: Iterable[Flag], words: int, characters: int, profile: Profile | None = None
) -> Score:
    """The score of a translation of `words` English words with these flags.

    It passes if the calibrated score reaches the profile's and no error is critical.
    """
    profile = profile or Profile()
    counted = [flag for flag in flags if not flag.is_settled]
    types = _by_type(counted)
    penalty = sum(each.penalty for each in types)
    critical = sum(flag.severity is Severity.CRITICAL for flag in counted)
    if words < FEWEST_WORDS:
        return Score(words, characters, penalty, None, None, None, types, critical)
    share = penalty / words
    calibrated = 100.0 - share * REFERENCE_WORDS * profile.scaling
    return Score(
        words,
        characters,
        penalty,
        100.0 * (1.0 - share),
        calibrated,
        calibrated >= profile.passing and not critical,
        types,
        critical,
    )


def _by_type(flags: Sequence[Flag]) -> tuple[TypeCount, ...]:
    """Types that were flagged, the costliest first."""
    found: dict[str, Counter[Severity]] = {}
    for flag in flags:
        found.setdefault(flag.type, Counter())[flag.severity] += 1
    counts = [
        TypeCount(
            type_,
            FLAG_TYPES.get(type_, type_),
            dict(severities),
            sum(MULTIPLIERS[severity] * many for severity, many in severities.items()),
        )
        for type_, severities in found.items()
    ]
    return tuple(sorted(counts, key=lambda each: (-each.penalty, each.name)))


def count_words(text: str) -> int:
    """Words as a word processor counts them: runs of characters that are not spaces."""
    return sum(any(char.isalnum() for char in word) for word in text.split())


def count_characters(text: str) -> int:
    """Characters that are not spaces or punctuation."""
    return sum(char.isalnum() for char in text)
