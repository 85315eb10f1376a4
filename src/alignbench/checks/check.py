"""What a check is, what it is given, and what its reference entry holds."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Self, TypeVar, cast

from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span

if TYPE_CHECKING:
    from alignbench.checks.glossary import Glossary
    from alignbench.checks.names import Names
    from alignbench.checks.user_rules import UserRule

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
    `shared` keeps what one check has worked out for the next: use `remember`.
    """

    ja: str
    en: str
    declared: bool = False
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


@dataclass(frozen=True, slots=True)
class Context:
    """What a project knows beyond the pair; all of it may be missing.

    Semantic evidence comes from the embedding and is worked out by whoever calls the checks:
    `similarity` of each pair's two sides, how much better a neighbouring text would fit
    (`neighbour_margin`), and content words with no answer on the other side.
    """

    similarity: Sequence[float | None] = ()
    neighbour_margin: Sequence[float | None] = ()
    uncovered_ja: Sequence[tuple[Uncovered, ...]] = ()
    uncovered_en: Sequence[tuple[Uncovered, ...]] = ()
    glossary: "Glossary | None" = None
    names: "Names | None" = None
    user_rules: "Sequence[UserRule]" = ()


class Check(ABC):
    """A check: its reference entry as class attributes, its work in a method of its two kinds."""

    id: ClassVar[str]
    grade: ClassVar[Grade]
    type: ClassVar[str]
    """Key of `domain.flags.FLAG_TYPES`."""
    severity: Severity
    """What a flag made of a finding starts with."""
    explanation: ClassVar[str]
    """One or two sentences for the reference and the inspector."""
    examples: ClassVar[Sequence[Example]] = ()
    """The docs print them and the tests run them."""
    hint: bool = False
    _only_severity: Severity | None = None
    _never_hint: bool = False

    def adjusted(self, severity: Severity | None = None, *, shown: bool = False) -> Self:
        """A copy as a project wants it: all its findings of one severity, its hints shown.

        What is shown counts like any other finding. The check itself stays as it is.
        """
        made = copy(self)
        if severity is not None:
            made.severity = made._only_severity = severity
        if shown:
            made.hint, made._never_hint = False, True
        return made

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
        grade: Grade | None = None,
        hint: bool | None = None,
    ) -> Finding:
        """A finding of this check; `grade` and `hint` where it is less sure than usual."""
        return Finding(
            self.id,
            grade or self.grade,
            type or self.type,
            self._only_severity or severity or self.severity,
            message,
            ja,
            en,
            ja_value,
            en_value,
            not self._never_hint and (self.hint if hint is None else hint),
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
