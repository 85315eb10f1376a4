"""How long the English of a Japanese text is likely to be, by the kinds of its characters.

A kanji says more than a kana, and names in Latin letters stand on both sides: counted so, the
logarithm of found over expected length spreads by .21 over good pairs, by .33 by plain characters.
"""

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.shared_code import STAND_IN

_KANJI, _HIRAGANA, _KATAKANA, _DIGIT = 4.4, 1.3, 1.05, 0.8
"""English characters that one of them stands for: least squares over 2,700 good pairs."""
_KINDS = (
    (lazy(r"[\u4e00-\u9fff々]"), _KANJI),
    (lazy(r"[\u3041-\u309f]"), _HIRAGANA),
    (lazy(r"[\u30a1-\u30ff]"), _KATAKANA),
    (lazy(r"\d"), _DIGIT),
)
_LATIN = lazy(r"[A-Za-z0-9_./:\\-]{2,}")
_JAPANESE = lazy(r"[\u3041-\u30ff\u4e00-\u9fff々〆]")


_GLOSS = lazy(r"(?<=[A-Za-z0-9>`])\s?[（(][^（）()]*[）)]|[（(][A-Za-z0-9 .,'’_-]+[）)]")
"""Japanese in brackets that explains a Latin word, or the reverse: said once in English."""


_NUMERALS = lazy(
    "[〇一二三四五六七八九十百千万億兆]{2,}|[〇一二三四五六七八九十百千万億]+(?=[円銭厘])"
)
"""Numbers in kanji, which English writes in figures."""


def expected_length(ja: str) -> float:
    """English characters, without spaces, that a translation of `ja` has on average."""
    ja = _NUMERALS.sub(lambda match: "1" * len(match[0]), _GLOSS.sub("", ja))
    return sum(worth * len(kind.findall(ja)) for kind, worth in _KINDS)


def own_length(ja: str, en: str) -> int:
    """Characters of `en`, without spaces and without the Latin words that `ja` has too."""
    en = en.replace(STAND_IN, "")
    shared = {word.lower().strip(".:/") for word in _LATIN.findall(_GLOSS.sub("", ja))}
    if shared:
        en = _LATIN.sub(
            lambda match: "" if match[0].lower().strip(".:/") in shared else match[0], en
        )
    return sum(map(len, en.split()))


def japanese_length(ja: str) -> int:
    """Kana and kanji of a text."""
    return len(_JAPANESE.findall(ja))
