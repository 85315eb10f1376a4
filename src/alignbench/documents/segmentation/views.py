"""From what people read back to the characters of the file."""

from alignbench.documents.segmentation.markup import Markup, view
from alignbench.domain.text import Segment
from alignbench.language.mapped import MappedText


def mapped_view(content: str, segment: Segment) -> MappedText:
    """A segment's view with the offset in `content` of each of its characters."""
    source = content[segment.start : segment.end]
    cuts = tuple((cut.start, cut.end) for cut in segment.cuts)
    for markup in (Markup.PLAIN, Markup.MARKDOWN, Markup.VERBATIM):
        shown = view(source, segment.start, markup, cuts)
        if shown.text == segment.view:
            return shown
    return _found_in(source, segment)


def _found_in(source: str, segment: Segment) -> MappedText:
    """Each character where it next occurs: for views made by an older version of the rules."""
    offsets: list[int] = []
    at = 0
    for character in segment.view:
        found = source.find(character, at)
        offsets.append(segment.start + (found if found >= 0 else min(at, len(source) - 1)))
        at = found + 1 if found >= 0 else at
    return MappedText(segment.view, tuple(offsets))
