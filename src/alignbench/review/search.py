"""Finding words in segments, whatever their width, case and kana."""

import unicodedata
from collections.abc import Iterable, Iterator

from alignbench.domain.text import Side
from alignbench.language.mapped import MappedText
from alignbench.review.views import SearchHit

_HIRAGANA = {katakana: katakana - 0x60 for katakana in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
_VOICING = "\u3099\u309a\uff9e\uff9f"
"""Voicing marks that stand as characters of their own: が decomposed, ｶﾞ in half width."""


def search_key(text: str) -> str:
    """What is compared: full width and half, capitals and small letters, ア and あ are one."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_HIRAGANA)


def places(wanted: str, view: str) -> Iterator[tuple[int, int]]:
    """Where `wanted`, a search key, stands in a view: characters `start` up to `end`, in order."""
    # The key as a whole is quick and says whether a look with offsets is worth while.
    if not wanted or wanted not in search_key(view):
        return
    mapped = _mapped(view)
    at = mapped.text.find(wanted)
    while at >= 0:
        start, end = mapped.source_span(at, at + len(wanted))
        while end < len(view) and view[end] in _VOICING:
            end += 1
        yield start, end
        at = mapped.text.find(wanted, at + len(wanted))


def find(query: str, views: Iterable[tuple[str, Side, int, int, str]]) -> Iterator[SearchHit]:
    """Where `query` stands in the views given: the first place in each segment."""
    wanted = search_key(query)
    for document, side, segment, link, view in views:
        for start, end in places(wanted, view):
            yield SearchHit(document, side, segment, link, start, end, view)
            break


def _mapped(view: str) -> MappedText:
    """The key of a view with the place that each of its characters comes from."""
    starts = [at for at in range(len(view)) if at == 0 or view[at] not in _VOICING]
    pieces = [
        (search_key(view[start:end]), start)
        for start, end in zip(starts, [*starts[1:], len(view)], strict=True)
    ]
    return MappedText(
        "".join(piece for piece, _ in pieces), tuple(at for piece, at in pieces for _ in piece)
    )
