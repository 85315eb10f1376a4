"""The copy of a text that values are read from: widths folded, dashes and quotes made one.

Every character remembers where it stands in the original. Characters that NFKC would run
together with their neighbours (①, ½, ㎡, ㌔) are expanded from a table or kept.
"""

import unicodedata
from functools import lru_cache

from alignbench.language.mapped import MappedText, identity

_DASHES = "‐‑‒–―−﹣－"
_WAVES = "〜～∼˜"
_QUOTES = {"’": "'", "‘": "'", "＇": "'", "′": "'", "“": '"', "”": '"', "″": '"'}
_KEPT = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿㎡㎥²³…‥"
_HALVES = dict(zip("ｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎ", "ガギグゲゴザジズゼゾダヂヅデドバビブベボ", strict=True))


_OLD = dict(zip("萬圓阡仟佰弌弍弎肆捌玖", "万円千千百一二三四八九", strict=True))
"""Numerals and the yen as deeds and old books write them."""


def _folded(character: str) -> str:
    if character < "\x80" or character in _KEPT:
        return character
    if character in _DASHES:
        return "-"
    if character in _WAVES:
        return "~"
    if character in _QUOTES:
        return _QUOTES[character]
    if character in _OLD:
        return _OLD[character]
    plain = unicodedata.normalize("NFKC", character)
    if "\u2044" in plain:
        return f" {plain.replace(chr(0x2044), '/')}"
    if character in "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇":
        return plain
    return plain.rstrip(".") if "⒈" <= character <= "⒛" else plain


class _Folds(dict[int, str]):
    """What each character is folded to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded(chr(code))
        return self[code]


_FOLDS = _Folds()


def _fold(character: str) -> str:
    return _FOLDS[ord(character)]


@lru_cache(maxsize=64)
def value_view(text: str) -> MappedText:
    """`text` as values are read from it; it maps back to `text`.

    The last ones are kept: several checks ask for the view of one pair.
    """
    if text.isascii():
        return identity(text)
    if "ﾞ" in text or "ﾟ" in text:
        return _composed(text)
    folded = text.translate(_FOLDS)
    if len(folded) == len(text):  # a character becomes one or more, and never none
        return MappedText(folded, tuple(range(len(text))))
    return identity(text).map(_fold)


def _composed(text: str) -> MappedText:
    """Half-width katakana with their voicing marks joined (ﾊﾞ is one character)."""
    characters: list[str] = []
    offsets: list[int] = []
    for at, character in enumerate(text):
        if character == "ﾞ" and characters and text[at - 1] in _HALVES:
            characters[-1] = _HALVES[text[at - 1]]
            continue
        if character == "ﾟ" and characters and characters[-1] in "ハヒフヘホ":
            characters[-1] = chr(ord(characters[-1]) + 2)
            continue
        for piece in _fold(character):
            characters.append(piece)
            offsets.append(at)
    return MappedText("".join(characters), tuple(offsets))
