"""A better English that a reviser proposes for a link; the source itself is never altered."""

from dataclasses import dataclass

from alignbench.messages import t

PROPOSAL_STATES: dict[str, str] = {
    "open": t("nobody has answered it"),
    "accepted": t("the English is to read so"),
    "refused": t("the English stays as it is"),
}
"""What becomes of a proposal."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the whole English of a link should read instead."""

    text: str
    author: str
    at: str
    """When, UTC, ISO 8601."""
    state: str = "open"
    """A key of `PROPOSAL_STATES`."""
