"""A finding or a flag of any document of a project, as a list over all of them has it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenIssue:
    """What is said of which link of which document."""

    document: str
    link: int
    """The link's id."""
    kind: str
    """A check's id; for a flag, its type."""
    severity: str
    """Of a flag; empty for a finding, whose check has it."""
    message: str
    is_flag: bool = False
