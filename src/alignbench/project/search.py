"""Words in all documents of a project, whatever their width, case and kana."""

from collections.abc import Iterator
from heapq import merge
from itertools import groupby, islice

from alignbench.domain.errors import InputError
from alignbench.domain.text import Side
from alignbench.messages import t
from alignbench.review.search import (
    FOLDING,
    joined_keys,
    places,
    search_key,
    segments_holding,
)
from alignbench.review.views import SearchHit
from alignbench.store import Store
from alignbench.store.search_keys import SearchedText

_AT_A_TIME = 200
"""Segments that are looked up together."""


def search(
    store: Store, query: str, side: Side | None, document: str | None
) -> Iterator[SearchHit]:
    """The segments that hold `query`, each with its first place, in order of the documents.

    Raises:
        InputError: there is no document of that name.
        StoreError: the database cannot be read.
    """
    if document is not None and document not in store.names():
        raise InputError(
            t("There is no document {document}.", document=repr(document)),
            t("`alignbench status` lists those there are."),
        )
    wanted = search_key(query)
    if not wanted:
        return
    texts = store.searched_texts(side, document, FOLDING, joined_keys)
    for _, both in groupby(texts, key=lambda text: text.document):
        sides = [_hits(store, wanted, text) for text in both]
        yield from merge(*sides, key=lambda hit: (hit.segment, hit.side == "en"))


def prepare_search(store: Store, document: str) -> None:
    """Keep what a search of a document compares, so that the first one is as quick as the rest."""
    for _ in store.searched_texts(None, document, FOLDING, joined_keys):
        pass


def _hits(store: Store, wanted: str, text: SearchedText) -> Iterator[SearchHit]:
    found = segments_holding(wanted, text.keys)
    while positions := list(islice(found, _AT_A_TIME)):
        for position, link, view in store.linked_views(text, positions):
            for start, end in places(wanted, view):
                yield SearchHit(text.document, text.side, position, link, start, end, view)
                break
