"""Time as the database writes it."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], str]
"""Tells the present moment, UTC, ISO 8601."""


def now() -> str:
    """The present moment, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
