"""One change in a document's history, as people read it."""

from dataclasses import dataclass

from alignbench.domain.text import Side


@dataclass(frozen=True, slots=True)
class LogEntry:
    """What was done, when and by whom; not what it was made of."""

    id: int
    at: str
    """UTC, ISO 8601."""
    who: str
    """The id of who did it."""
    name: str
    """The kind of change, such as `confirm`."""
    label: str
    """What was done, for people."""
    is_done: bool
    """Whether it stands; if not, it was undone and can be made again."""
    place: tuple[Side, int] | None = None
    """The first segment that it concerns, by 0-based position; None where it holds no link."""
    finding: str = ""
    """The key of the finding that it dismisses or reopens."""
    words: str = ""
    """What was written: a note, a better English, a flag's comment."""
