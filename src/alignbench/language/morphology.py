"""Japanese morphemes with their places: what the checks read grammar and names from."""

import re
from functools import lru_cache
from typing import Any, NamedTuple

LONGEST_PARSE = 4000
"""Characters handed to MeCab at once; its lattice grows with the sentence."""
_UNREADABLE = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_COLUMNS = 7


class Morpheme(NamedTuple):
    """A morpheme at `start` up to `end` of its text, as UniDic describes it.

    `reading` is in katakana, that of the dictionary form, and may be empty; `spoken` is how the
    word sounds as it stands, with ー for long vowels and ワ for は. `pos` and `form` are UniDic's
    part of speech and inflected form, their levels joined by hyphens (`名詞-固有名詞-人名-姓`,
    `未然形-一般`).
    """

    surface: str
    start: int
    end: int
    lemma: str
    reading: str
    pos: str
    form: str
    spoken: str = ""


@lru_cache(maxsize=1)
def tagger() -> Any:
    """MeCab with UniDic: about 0.1 s to open, so only when the first text comes."""
    import fugashi

    return fugashi.Tagger()


def morphemes(text: str, pos: str = "") -> tuple[Morpheme, ...]:
    """The morphemes of `text` in order; what MeCab skips (spaces) has none.

    With `pos`, only those whose part of speech begins so: that costs half. Controls and lone
    surrogates are read as spaces. Linear in the length of the text.
    """
    plain = _UNREADABLE.sub(" ", text)
    found: list[Morpheme] = []
    parse = tagger().parse
    for at in range(0, len(plain), LONGEST_PARSE):
        piece = plain[at : at + LONGEST_PARSE]
        end = 0
        parsed = parse(piece)
        if pos and f"\t{pos}" not in parsed:
            continue
        for line in parsed.split("\n"):
            surface, _, described = line.partition("\t")
            start = piece.find(surface, end) if described else -1
            if start < 0:
                continue
            end = start + len(surface)
            if f"\t{pos}" in line:
                found.append(Morpheme(surface, at + start, at + end, *_described(described)))
    return tuple(found)


@lru_cache(maxsize=16_384)
def _described(columns: str) -> tuple[str, str, str, str, str]:
    """Lemma, reading, part of speech, form and sound out of MeCab's line."""
    spoken, reading, lemma, pos, _, form, *_ = [*columns.split("\t"), *[""] * _COLUMNS]
    return lemma.split("-")[0], reading, pos, form, spoken
