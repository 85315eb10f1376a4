"""A document's numbers, for lists of documents and headings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A document's numbers. Segments are open while their link is only suggested."""

    name: str
    ja_segments: int
    en_segments: int
    suggested: int
    confirmed: int
    rejected: int
    null_links: int
    open_segments: int
    doubtful: int
    flags: int
    findings: int
    """Open ones, as the checks last found them; hints are not counted."""
    updated: str
    proposals: int = 0
    """Links with a better English that nobody has refused."""

    @property
    def settled(self) -> float:
        """The share of segments whose link is confirmed, 0 to 1."""
        total = self.ja_segments + self.en_segments
        return 1 - self.open_segments / total if total else 0.0
