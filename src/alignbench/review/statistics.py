"""How much there is of a document, how much of it is left, and how fast it goes. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from itertools import pairwise

from alignbench.domain.links import Status
from alignbench.domain.log_entry import LogEntry
from alignbench.review.score import count_characters, count_words
from alignbench.review.session import ReviewSession

PAUSE = 300.0
"""Seconds between two decisions beyond which nobody was at work."""
DECIDING = frozenset({"confirm", "reject", "omit", "add", "choose", "link"})
"""Kinds of changes that decide a link."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of one document, or of several together."""

    links: int = 0
    links_left: int = 0
    """Links that nobody has confirmed or declared."""
    doubtful: int = 0
    words: int = 0
    """English words."""
    words_left: int = 0
    characters: int = 0
    """Japanese characters without punctuation."""
    characters_left: int = 0
    flags: int = 0
    proposals: int = 0
    notes: int = 0
    decided: int = 0
    """Decisions of which the time is known."""
    seconds: float = 0.0
    """Time at work on them."""

    def __add__(self, other: "Statistics") -> "Statistics":
        return Statistics(
            *(getattr(self, each.name) + getattr(other, each.name) for each in fields(self))
        )

    @property
    def an_hour(self) -> float | None:
        """Links decided in an hour of work; None before a minute of it."""
        return self.decided / self.seconds * 3600 if self.seconds >= 60 else None

    @property
    def hours_left(self) -> float | None:
        """Hours that what is left takes at this pace."""
        return self.links_left / self.an_hour if self.an_hour else None


def statistics_of(session: ReviewSession, log: Iterable[LogEntry] = ()) -> Statistics:
    """The numbers of a document as it stands; its pace from its `log`."""
    rows = session.rows
    left = [row for row in rows if row.link.status is Status.SUGGESTED]
    decided, seconds = pace(each.at for each in log if each.is_done and each.name in DECIDING)
    words = {row.link.id: sum(count_words(s.view) for s in row.en) for row in rows}
    characters = {row.link.id: sum(count_characters(s.view) for s in row.ja) for row in rows}
    return Statistics(
        len(rows), len(left), sum(row.doubtful for row in rows),
        sum(words.values()), sum(words[row.link.id] for row in left),
        sum(characters.values()), sum(characters[row.link.id] for row in left),
        sum(not flag.is_settled for row in rows for flag in row.flags),
        session.summary.proposals, sum(bool(row.link.note) for row in rows), decided, seconds,
    )  # fmt: skip


def pace(times: Iterable[str]) -> tuple[int, float]:
    """Decisions that followed another one within `PAUSE`, and the seconds they took together."""
    moments = sorted(datetime.fromisoformat(at).timestamp() for at in times)
    gaps = [later - before for before, later in pairwise(moments)]
    worked = [gap for gap in gaps if gap <= PAUSE]
    return len(worked), sum(worked)
