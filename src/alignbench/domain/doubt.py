"""Doubt about a link: how great it is, and whether a person should look at it first."""

from alignbench.domain.links import Status

DOUBT_BELOW = 0.8
"""Confidence under which a suggested link is doubtful, unless the project sets another."""


def doubt(status: Status, confidence: float | None) -> float:
    """The chance that a link itself is wrong; none once a person has confirmed it."""
    return 1.0 - (confidence or 0.0) if status is Status.SUGGESTED else 0.0


def is_doubtful(
    status: str, confidence: float | None, is_null: bool, says_something: bool, threshold: float
) -> bool:
    """Whether a person should look: unsure suggestions, and sentences that nothing answers.

    `says_something`: some segment of the link is of a kind that is translated. The database says
    the same in SQL (`store.documents`).
    """
    if status != Status.SUGGESTED:
        return False
    if confidence is None or confidence < threshold:
        return True
    return is_null and says_something
