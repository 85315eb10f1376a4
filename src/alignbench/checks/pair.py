"""A pair of texts as checks see it, and what is known of its words."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar, cast

from alignbench.domain.text import Span
from alignbench.language.morphology import Morpheme, morphemes

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Example:
    """A Japanese text with an English version the check accepts and one it does not."""

    ja: str
    right: str
    wrong: str


@dataclass
class CheckedPair:
    """The two texts of one link, and what several checks want to know of them.

    Either text may be empty (a null link). `declared` says that a person confirmed the empty side.
    `confidence` is how sure the link is, from 0 to 1; None where nobody knows.
    `ja_code` and `en_code` are the stretches that their files mark as code (not those in
    backticks); `is_code` says that the whole row is code, which nobody translates.
    `shared` keeps what one check has worked out for the next: use `remember`.
    """

    ja: str
    en: str
    declared: bool = False
    confidence: float | None = None
    ja_code: tuple[Span, ...] = ()
    en_code: tuple[Span, ...] = ()
    is_code: bool = False
    shared: dict[str, object] = field(default_factory=dict, repr=False, compare=False)

    def remember(self, key: str, make: Callable[[], T]) -> T:
        """What `make` gives, made once for all checks that ask for `key`."""
        if key not in self.shared:
            self.shared[key] = make()
        return cast(T, self.shared[key])


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A content word that nothing on the other side answers, and how much it says (about 1)."""

    span: Span
    weight: float


def parsed(pair: CheckedPair) -> tuple[Morpheme, ...]:
    """The morphemes of the Japanese, parsed once for all checks, in a long document once more."""
    return _parsed(pair.ja)


_parsed = lru_cache(maxsize=2048)(morphemes)
"""Of so many texts: those of all pairs of a document would be most of what its checks hold."""
