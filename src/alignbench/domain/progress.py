"""How long work reports itself and learns that it should stop."""

from typing import Protocol


class Progress(Protocol):
    """Called now and then by long work.

    `done` of `total` units of `stage` (a word for people: "reading", "reading sentences",
    "aligning").
    To cancel, the callee raises `Cancelled`, which the work lets through after undoing
    whatever it had half done.
    """

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take the report."""


def silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""
