"""A finding on a row of a review."""

from dataclasses import dataclass

from alignbench.domain.findings import Dismissal, Finding
from alignbench.messages import t

ANSWERED = t("answered by the better English")
"""Why a finding is not open that its row's proposal answers."""


@dataclass(frozen=True, slots=True)
class RowFinding:
    """A finding on a row; `key` names it while both texts stay as they are.

    `dismissed` is what a person said of it, None while it is open. It is `answered` where the
    checks find it no more in the better English that is proposed.
    """

    finding: Finding
    key: str
    dismissed: Dismissal | None = None
    answered: bool = False

    @property
    def is_open(self) -> bool:
        """Whether nobody has dismissed it and no proposal answers it."""
        return self.dismissed is None and not self.answered

    @property
    def settled_by(self) -> str:
        """Why it is not open; empty where it is."""
        if self.dismissed is not None:
            return self.dismissed.reason
        return ANSWERED if self.answered else ""
