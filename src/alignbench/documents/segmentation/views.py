"""From what people read back to the characters of the file."""

from collections.abc import Sequence

from alignbench.domain.text import Segment, Span
from alignbench.language.mapped import MappedText


def runs_of(offsets: Sequence[int]) -> tuple[Span, ...]:
    """Offsets as the stretches of the content that they run through."""
    if offsets and tuple(offsets) == tuple(range(offsets[0], offsets[0] + len(offsets))):
        return (Span(offsets[0], offsets[-1] + 1),)
    runs: list[Span] = []
    start = at = -1
    for offset in offsets:
        if offset != at:
            if start >= 0:
                runs.append(Span(start, at))
            start = offset
        at = offset + 1
    if start >= 0:
        runs.append(Span(start, at))
    return tuple(runs)


def mapped_view(content: str, segment: Segment) -> MappedText:
    """A segment's view with the offset in `content` of each of its characters."""
    offsets = tuple(at for run in segment.runs for at in range(run.start, run.end))
    if len(offsets) == len(segment.view):
        return MappedText(segment.view, offsets)
    return _found_in(content[segment.start : segment.end], segment)


def _found_in(source: str, segment: Segment) -> MappedText:
    """Each character where it next occurs: for segments of a database that kept no runs."""
    offsets: list[int] = []
    at = 0
    for character in segment.view:
        found = source.find(character, at)
        offsets.append(segment.start + (found if found >= 0 else min(at, len(source) - 1)))
        at = found + 1 if found >= 0 else at
    return MappedText(segment.view, tuple(offsets))
