"""Counts for people."""


def counted(count: int, noun: str) -> str:
    """`1 pair`, `2 pairs`, `1,000 pairs`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
