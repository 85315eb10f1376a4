"""What a check says about a pair: a finding. Only a person makes a flag of it."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from alignbench.domain.flags import Severity
from alignbench.domain.text import Span


class Grade(StrEnum):
    """How a check knows what it says, the surest first."""

    D1 = "D1"
    """Exact values are compared."""
    D2 = "D2"
    """Rules with a closed list of exceptions."""
    D3 = "D3"
    """A word list or a pattern hints at it."""
    D4 = "D4"
    """A model's score: good for sorting, not for blaming."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A doubt about one pair, raised by one check.

    `ja` and `en` are character offsets into the pair's two texts (None: nothing to point at on
    that side); `ja_value` and `en_value` what the check read there, normalised and for people.
    `type` is a key of `domain.flags.FLAG_TYPES`: what a flag made of this would be. `hint` marks
    findings that reviewers may want to hide and exports leave out.
    """

    check: str
    grade: Grade
    type: str
    severity: Severity
    message: str
    ja: Span | None = None
    en: Span | None = None
    ja_value: str = ""
    en_value: str = ""
    hint: bool = False

    def key(self, ja: str, en: str) -> str:
        """Names this finding for as long as both texts stay as they are.

        A dismissed finding stays dismissed under its key and returns when either text changes.
        """
        parts = (self.check, self.ja_value, self.en_value, repr(self.ja), repr(self.en), ja, en)
        return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A person's word that a finding is no error, remembered by the finding's key."""

    key: str
    check: str
    reason: str
    author: str
    at: str
    """When, UTC, ISO 8601."""
