"""Finding words in the segments of a project, whatever their width and case."""

import unicodedata
from collections.abc import Iterable, Iterator

from alignbench.domain.text import Side
from alignbench.language.normalise import folded
from alignbench.review.records import SearchHit


def find(query: str, views: Iterable[tuple[str, Side, int, int, str]]) -> Iterator[SearchHit]:
    """Where `query` stands in the views given: the first place in each segment."""
    wanted = folded(query).text
    if not wanted:
        return
    for document, side, segment, link, view in views:
        # Folding as a whole is quick and says whether a look with offsets is worth while.
        if wanted not in unicodedata.normalize("NFKC", view).casefold():
            continue
        mapped = folded(view)
        at = mapped.text.find(wanted)
        if at >= 0:
            start, end = mapped.source_span(at, at + len(wanted))
            yield SearchHit(document, side, segment, link, start, end, view)
