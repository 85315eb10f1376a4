"""Finding words in segments, whatever their width, case, kana and kanji forms."""

import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator

from alignbench.language.kanji_variants import OLD_FORMS, USUAL_FORM
from alignbench.language.mapped import MappedText

_HIRAGANA = {katakana: katakana - 0x60 for katakana in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
_KATAKANA = re.compile(r"[\u30a1-\u30f6\u30fd\u30fe]+")
_OLD_KANJI = re.compile(f"[{''.join(sorted(OLD_FORMS))}]+")
_TABLE = zlib.crc32("".join(sorted(OLD_FORMS)).encode())
FOLDING = f"1/{unicodedata.unidata_version}/{_TABLE:x}"
"""What `search_key` does, for keys that are kept: the first number grows with its code."""
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


def joined_keys(views: Iterable[str]) -> str:
    """The keys of a text's segments, one a line: folded as one text, which is much quicker.

    A segment of several lines becomes one line.
    """
    return search_key("\n".join([view.replace("\n", " ") for view in views]))


def segments_holding(wanted: str, keys: str) -> Iterator[int]:
    """The segments that may hold `wanted`, a search key; `keys` are the joined keys of a text.

    `places` says whether they do: in a segment of several lines each line end is a blank here.
    """
    wanted = wanted.replace("\n", " ")
    segment = line = 0
    at = keys.find(wanted) if wanted else -1
    while at >= 0:
        segment += keys.count("\n", line, at)
        yield segment
        line = keys.find("\n", at)
        at = keys.find(wanted, line) if line >= 0 else -1


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
