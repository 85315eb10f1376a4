"""Time as the database writes it."""

from datetime import UTC, datetime


def now() -> str:
    """The present moment, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
