"""What a check is and what its reference entry holds."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from enum import Enum
from typing import ClassVar, Self

from alignbench.checks.context import Context, Need
from alignbench.checks.pair import CheckedPair, Example
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span


class Reads(Enum):
    """What a check sees of the two texts."""

    AS_WRITTEN = "as written"
    """All of it: half-width katakana, translators' notes, code."""
    TYPESET = "typeset"
    """Without code that both sides show alike and without a translator's bracketed notes."""
    WORDS = "words"
    """The same, with katakana in full width and straight apostrophes inside words."""


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
    needs: ClassVar[frozenset[Need]] = frozenset()
    """What of the context has to be worked out first; callers may leave the rest empty."""
    reads: ClassVar[Reads] = Reads.WORDS
    of_code: ClassVar[bool] = False
    """Whether the check looks at rows of code too, where words and marks follow other rules."""
    gives_way: ClassVar[bool] = False
    """Whether it is silent where a check before it found something about the same words."""
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
