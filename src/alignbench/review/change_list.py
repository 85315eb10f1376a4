"""A document's history: read, and taken back up to a change."""

from alignbench.domain.log_entry import LogEntry
from alignbench.messages import tn
from alignbench.review.session import ReviewSession
from alignbench.review.views import Change

LATEST = 1_000
"""Changes that are listed."""


def entries(session: ReviewSession) -> list[LogEntry]:
    """The latest changes of a document, the latest first."""
    return session.history.log(LATEST)


def undo_through(session: ReviewSession, entry: LogEntry) -> Change | None:
    """Take back a change and all that came after it, each so that redo makes it again.

    None where nothing of it stands. Raises ConflictError as undoing does.
    """
    many = sum(each.is_done and each.id >= entry.id for each in entries(session))
    changes = [change for _ in range(many) if (change := session.undo()) is not None]
    if not changes:
        return None
    label = tn("Undid {count:,} change", "Undid {count:,} changes", len(changes))
    first = min(change.first_row for change in changes)
    return Change(label, first, max(change.last_row for change in changes))
