"""How a Japanese reading is written in Latin letters: Hepburn, with its ways of long vowels."""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from alignbench.language.loanwords import romanise

_LONG = re.compile(r"ou|oo|uu|aa")
_HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_SPLIT = re.compile(r"[^ウオアー]+|[ウオアー]")

# Possessive: the syllables can be cut in many ways, and no other way than the first is tried.
_JAPANESE_LOOK = re.compile(
    r"(?:(?:[kstnhmrgzdbpfjy]|sh|ch|ts|ky|gy|ny|hy|my|ry|py|by)?y?[aeiouwāīūēō]+n?|n"
    r"|m(?=[bpm])|[kstp](?=[kstpc]))++\Z"
)


class Macrons(StrEnum):
    """How a project writes the long vowel of おおの."""

    ANY = "any"
    PLAIN = "plain"
    """Ono"""
    MACRON = "macron"
    """Ōno"""
    OH = "oh"
    """Ohno"""
    KANA = "kana"
    """Oono, and Tarou for たろう"""


@lru_cache(maxsize=8192)
def spelled(reading: str, macrons: Macrons) -> str:
    """A kana reading in Hepburn, lower case; empty if it is not kana."""
    katakana = unicodedata.normalize("NFKC", reading).translate(_HIRAGANA)
    plain = romanise(katakana)
    if not plain or macrons in (Macrons.PLAIN, Macrons.ANY):
        return plain
    long = ""
    for piece in _SPLIT.findall(katakana):
        long += long[-1:] if piece == "ー" else romanise(piece)
    if macrons is Macrons.KANA:
        return long
    if macrons is Macrons.MACRON:
        return unicodedata.normalize("NFC", _LONG.sub(lambda match: match[0][0] + "\u0304", long))
    return re.sub(r"ou|oo", "oh", long).replace("uu", "u").replace("aa", "a")


@lru_cache(maxsize=8192)
def spellings(reading: str) -> frozenset[str]:
    """Every usual spelling of a reading, lower case and without accents."""
    forms = {plain_letters(spelled(reading, macrons)) for macrons in Macrons} - {""}
    forms |= {re.sub(r"n(?=[bpm])", "m", form) for form in forms}
    forms |= {form.replace("tch", "cch") for form in forms}
    return frozenset(forms)


def shortest(forms: Iterable[str]) -> str:
    """The shortest spelling; of several the last by letter, so tch, not cch. Empty if none is."""
    return max(forms, key=lambda form: (-len(form), form), default="")


def plain_letters(text: str) -> str:
    """`text` in lower case without accents, hyphens and apostrophes."""
    return _plain_word(text) if len(text) <= _A_WORD else _plain(text)


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower().replace("-", "").replace("'", "")
    decomposed = unicodedata.normalize("NFD", text.lower())
    return _JOINTS.sub("", "".join(c for c in decomposed if not unicodedata.combining(c)))


_A_WORD = 24
"""Characters of what is rather a word, which comes again, than a text."""
_JOINTS = re.compile(r"[-'’]")
_plain_word = lru_cache(maxsize=8192)(_plain)


def looks_japanese(word: str) -> bool:
    """Whether a lower-case Latin word is made of Japanese syllables (some English ones are too)."""
    return bool(_JAPANESE_LOOK.match(word))
