"""Texts as readers make them of content that no file holds."""

from collections.abc import Sequence
from pathlib import Path

from alignbench.documents.formats.reader import ReadingOptions
from alignbench.documents.formats.registry import reader_of
from alignbench.documents.source_file import SourceFile
from alignbench.domain.text import Kind, Segment, Side, Text


def text(content: str, side: Side = "ja", name: str = "a.txt", *, segmented: bool = False) -> Text:
    """What is read of a file of that name."""
    file = SourceFile(Path(name), content.encode())
    reader = reader_of(file, segmented=segmented)
    return reader.read(file, side, ReadingOptions("utf-8", segmented))


def segments(content: str, side: Side = "ja", name: str = "a.txt") -> Sequence[Segment]:
    """Its segments."""
    return text(content, side, name).segments


def views(content: str, side: Side = "ja", name: str = "a.txt") -> list[str]:
    """What its segments read."""
    return [segment.view for segment in segments(content, side, name)]


def kinds(content: str, side: Side = "ja", name: str = "a.txt") -> list[Kind]:
    """What its segments are."""
    return [segment.kind for segment in segments(content, side, name)]
