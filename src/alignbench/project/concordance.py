"""Where words stand in a project, each time with both languages."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from alignbench.domain.text import JOINTS, Side
from alignbench.project.search import search
from alignbench.review.views import SearchHit
from alignbench.store import Store

_AT_A_TIME = 200
"""Links that are looked up together."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A link that holds the words: where they stand first, and what it reads."""

    document: str
    link: int
    """The link's id."""
    side: Side
    segment: int
    """The 0-based number of the first segment on `side` that holds them."""
    ja: str
    en: str


def concordance(store: Store, query: str) -> Iterator[Occurrence]:
    """The links that hold `query` on either side, in order of the documents.

    Raises:
        StoreError: the database cannot be read.
    """
    hits = _first_of_each_link(search(store, query, None, None))
    while some := list(islice(hits, _AT_A_TIME)):
        views: dict[tuple[int, Side], list[str]] = {}
        for link, side, view in store.link_views([hit.link_id for hit in some]):
            views.setdefault((link, side), []).append(view)
        for hit in some:
            ja, en = (
                joint.join(views.get((hit.link_id, side), [])) for side, joint in JOINTS.items()
            )
            yield Occurrence(hit.document, hit.link_id, hit.side, hit.segment, ja, en)


def _first_of_each_link(hits: Iterator[SearchHit]) -> Iterator[SearchHit]:
    seen: set[int] = set()
    for hit in hits:
        if hit.link_id not in seen:
            seen.add(hit.link_id)
            yield hit
