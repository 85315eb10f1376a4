"""What a person says is wrong with a translation: MQM errors with severity and spans."""

from dataclasses import dataclass
from enum import StrEnum

from alignbench.domain.text import Span
from alignbench.messages import t

FLAG_TYPES: dict[str, str] = {
    "accuracy/mistranslation": "Mistranslation",
    "accuracy/omission": "Omission",
    "accuracy/addition": "Addition",
    "accuracy/untranslated": "Untranslated",
    "terminology/resource": t("Inconsistent with terminology resource"),
    "terminology/inconsistent": t("Inconsistent use of terminology"),
    "terminology/wrong-term": t("Wrong term"),
    "linguistic/grammar": "Grammar",
    "linguistic/punctuation": "Punctuation",
    "linguistic/spelling": "Spelling",
    "style/register": t("Language register"),
    "style/awkward": t("Awkward style"),
    "locale/number-format": t("Number format"),
    "locale/date-format": t("Date format"),
    "other/source-error": t("Source error"),
}
"""Ids and names of the MQM Core types offered for a flag (MQM, themqm.org, CC BY 4.0)."""


FLAG_STATES: dict[str, str] = {
    "open": t("nobody has answered it"),
    "accepted": t("it is an error, and stays for now"),
    "fixed": t("the English has been put right"),
    "rejected": t("it is no error"),
}
"""What becomes of a flag."""


class Severity(StrEnum):
    """How bad an error is; MQM's multipliers are 0, 1, 5 and 25."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True)
class FlagDraft:
    """An error as a person puts it. Spans are offsets into the texts' content, where given."""

    type: str = "accuracy/mistranslation"
    severity: Severity = Severity.MINOR
    comment: str = ""
    ja: Span | None = None
    en: Span | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag as it is stored, on a link."""

    id: int
    link_id: int
    type: str
    severity: Severity
    comment: str
    ja: Span | None
    en: Span | None
    author: str
    at: str
    """When, UTC, ISO 8601."""
    state: str = "open"
    """A key of `FLAG_STATES`."""

    @property
    def draft(self) -> FlagDraft:
        """What it says, without who said it and what became of it."""
        return FlagDraft(self.type, self.severity, self.comment, self.ja, self.en)

    @property
    def is_settled(self) -> bool:
        """Whether it is fixed or rejected: nothing is left to do, and the score leaves it out."""
        return self.state in ("fixed", "rejected")
