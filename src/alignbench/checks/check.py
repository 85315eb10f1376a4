"""What a check is, what it is given, and what its reference entry holds."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span


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
    `shared` keeps what one check has worked out for the next: use `remember`.
    """

    ja: str
    en: str
    declared: bool = False
    shared: dict[str, object] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Context:
    """What a project knows beyond the pair; all of it may be missing.

    Semantic evidence comes from the embedding and is worked out by whoever calls the checks:
    `similarity` of each pair's two sides, how much better a neighbouring text would fit
    (`neighbour_margin`), and content words with no answer on the other side.
    """

    similarity: Sequence[float | None] = ()
    neighbour_margin: Sequence[float | None] = ()
    uncovered_ja: Sequence[tuple[Span, ...]] = ()
    uncovered_en: Sequence[tuple[Span, ...]] = ()
    glossary: object | None = None
    names: object | None = None
    user_rules: object | None = None


class Check(ABC):
    """A check: its reference entry as class attributes, its work in a method of its two kinds."""

    id: ClassVar[str]
    grade: ClassVar[Grade]
    type: ClassVar[str]
    """Key of `domain.flags.FLAG_TYPES`."""
    severity: ClassVar[Severity]
    """What a flag made of a finding starts with."""
    explanation: ClassVar[str]
    """One or two sentences for the reference and the inspector."""
    examples: ClassVar[Sequence[Example]] = ()
    """The docs print them and the tests run them."""
    hint: ClassVar[bool] = False

    def finding(
        self,
        message: str,
        *,
        ja: Span | None = None,
        en: Span | None = None,
        ja_value: str = "",
        en_value: str = "",
        severity: Severity | None = None,
        type: str | None = None,
    ) -> Finding:
        """A finding of this check."""
        return Finding(
            self.id,
            self.grade,
            type or self.type,
            severity or self.severity,
            message,
            ja,
            en,
            ja_value,
            en_value,
            self.hint,
        )


class PairCheck(Check):
    """A check that looks at one pair at a time."""

    @abstractmethod
    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """Findings about `pair`, which is number `at` of the document."""


class DocumentCheck(Check):
    """A check that compares the pairs of a document with each other."""

    @abstractmethod
    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """Numbers of pairs, each with a finding about it."""
