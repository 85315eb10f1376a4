"""Finding words in segments, whatever their width, case, kana and kanji forms."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from alignbench.domain.text import Side
from alignbench.language.kanji_variants import OLD_FORMS, USUAL_FORM
from alignbench.language.mapped import MappedText
from alignbench.review.views import SearchHit

_HIRAGANA = {katakana: katakana - 0x60 for katakana in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
_KATAKANA = re.compile(r"[\u30a1-\u30f6\u30fd\u30fe]+")
_OLD_KANJI = re.compile(f"[{''.join(sorted(OLD_FORMS))}]+")
_PORTION = 2_000
"""Segments that are folded at a time."""
_VOICING = "\u3099\u309a\uff9e\uff9f"
"""Voicing marks that stand as characters of their own: が decomposed, ｶﾞ in half width."""


def search_key(text: str) -> str:
    """What is compared: full width and half, capitals and small, ア and あ, 國 and 国 are one."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKC", text).casefold()
    # `translate` looks every character up; only these runs need it.
    hiragana = _KATAKANA.sub(lambda run: run[0].translate(_HIRAGANA), folded)
    return _OLD_KANJI.sub(lambda run: run[0].translate(USUAL_FORM), hiragana)


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
    rest = iter(views)
    while portion := list(islice(rest, _PORTION)):
        for document, side, segment, link, view in _that_hold(wanted, portion):
            for start, end in places(wanted, view):
                yield SearchHit(document, side, segment, link, start, end, view)
                break


def _that_hold(
    wanted: str, views: Sequence[tuple[str, Side, int, int, str]]
) -> Iterable[tuple[str, Side, int, int, str]]:
    """Those of `views` that hold a key; all are folded as one text, which is much quicker."""
    keys = search_key("\n".join([view for *_, view in views]))
    if "\n" in wanted or wanted not in keys:
        return () if "\n" not in wanted else views
    lines = keys.split("\n")
    if len(lines) != len(views):  # a segment of several lines is among them
        return views
    return [each for each, line in zip(views, lines, strict=True) if wanted in line]


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
