"""Links between segments, and what the aligner offers for one."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, TypeVar

from alignbench.domain.proposals import Proposal


class Status(StrEnum):
    """Where a link stands. Links that are not REJECTED partition a document's segments."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    """Kept as a record that the aligner must not propose this link again."""


class Origin(StrEnum):
    """Who made a link."""

    ALIGNER = "aligner"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Bead:
    """Japanese segments that say the same as English segments, by 0-based position.

    Either side may be empty (a null link), not both. `confidence` is the aligner's posterior
    probability that exactly this bead is right.
    """

    ja: tuple[int, ...]
    en: tuple[int, ...]
    confidence: float = 1.0

    @property
    def is_null(self) -> bool:
        """Whether one side is empty."""
        return not self.ja or not self.en


@dataclass(frozen=True, slots=True)
class Decision:
    """How a link of a bilingual file comes in: what the file says of it, and who brought it."""

    status: Status
    note: str = ""
    decided_by: str = ""
    decided_at: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A bead as it is stored. `revision` grows with each change (optimistic locking).

    `decided_by` and `decided_at` are the id of whoever made the link what it is and when (UTC,
    ISO 8601); empty for a suggestion of the aligner that nobody has decided. They say nothing
    that `revision` does not, so links are compared without them: logs of earlier versions lack
    them.
    """

    id: int
    ja: tuple[int, ...]
    en: tuple[int, ...]
    status: Status
    origin: Origin
    confidence: float | None
    note: str = ""
    revision: int = 0
    decided_by: str = field(default="", compare=False)
    decided_at: str = field(default="", compare=False)
    proposal: Proposal | None = None
    """A better English for the whole link."""

    @property
    def is_null(self) -> bool:
        """Whether one side is empty: omitted (no English) or added (no Japanese)."""
        return not self.ja or not self.en


@dataclass(frozen=True, slots=True)
class Candidate:
    """English segments offered for a link's Japanese segments.

    `confidence` is the posterior of this bead; `similarity` the cosine of the two sides;
    `reason` one line for people. Empty `en` means "declare omitted".
    """

    ja: tuple[int, ...]
    en: tuple[int, ...]
    confidence: float
    similarity: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Constraints:
    """What people decided, for the aligner to keep to exactly.

    `fixed` beads must be in the result (they may cross each other; each segment is in at most
    one). `forbidden` beads must not be.
    """

    fixed: Sequence[Bead] = field(default=())
    forbidden: Sequence[Bead] = field(default=())


class Linked(Protocol):
    """What links segments: a bead or a stored link."""

    @property
    def ja(self) -> tuple[int, ...]:
        """Japanese positions."""

    @property
    def en(self) -> tuple[int, ...]:
        """English positions."""


L = TypeVar("L", bound=Linked)


def reading_order(links: Iterable[L]) -> list[L]:
    """Links in the order of their Japanese; added English after the link before it."""
    listed = list(links)
    linked = sorted((link for link in listed if link.ja), key=lambda link: link.ja)
    added = sorted((link for link in listed if not link.ja), key=lambda link: link.en)
    if not added:
        return linked
    owners = sorted((en, place) for place, link in enumerate(linked) for en in link.en)
    ends = [en for en, _ in owners]
    after: dict[int, list[L]] = defaultdict(list)
    for link in added:
        before = bisect_right(ends, link.en[0]) - 1
        after[owners[before][1] if before >= 0 else -1].append(link)
    ordered = list(after[-1])
    for place, link in enumerate(linked):
        ordered += [link, *after[place]]
    return ordered
