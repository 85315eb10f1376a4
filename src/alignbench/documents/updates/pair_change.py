"""What a review changed in a pair of a bilingual file."""

from dataclasses import dataclass

from alignbench.domain.bilingual import PairState


@dataclass(frozen=True, slots=True)
class PairChange:
    """What is to be written of the pair whose number in its file is `place`.

    `state` and `english` are None where they stay as they are; `comments` are added to those
    that are there, by `author`, at the time `at` (UTC, ISO 8601).
    """

    place: int
    state: PairState | None = None
    english: str | None = None
    comments: tuple[str, ...] = ()
    author: str = ""
    at: str = ""
