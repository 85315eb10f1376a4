"""A translation's quality in numbers; `review.score` works them out."""

from dataclasses import dataclass

from alignbench.domain.flags import Severity

ENOUGH_READ = 0.25
"""Share of a text that people have settled from which a score says something of it."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a client accepts: the passing score, and penalty points for a thousand words at it."""

    passing: float = 90.0
    accepted_penalty: float = 10.0

    @property
    def scaling(self) -> float:
        """MQM's scaling factor SF."""
        return (100.0 - self.passing) / self.accepted_penalty


def is_enough_read(settled: float) -> bool:
    """Whether so much is settled (a share of all segments, 0 to 1) that a score may be told."""
    return settled >= ENOUGH_READ


@dataclass(frozen=True, slots=True)
class TypeCount:
    """Flags of one MQM type: how many of each severity, and what they cost."""

    type: str
    name: str
    counts: dict[Severity, int]
    penalty: int


@dataclass(frozen=True, slots=True)
class Score:
    """A translation's numbers. Scores are None where there are too few words to give any.

    `words` are English words (MQM's evaluation word count), `characters` the Japanese ones
    beside them.
    """

    words: int
    characters: int
    penalty: int
    raw: float | None
    calibrated: float | None
    passed: bool | None
    types: tuple[TypeCount, ...]
    critical: int
