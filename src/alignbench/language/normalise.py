"""Characters that no screen should be sent, and what tells Japanese."""

import unicodedata

from alignbench.language.mapped import MappedText

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = frozenset("\ufeff\u00ad\u200b\u2060") | _BIDI


def is_unprintable(character: str) -> bool:
    """Whether `character` is a control: C0, C1, a bidirectional override, an invisible mark."""
    return character in _INVISIBLE or unicodedata.category(character) == "Cc"


def printable(text: MappedText) -> MappedText:
    """Without controls; tabs and line ends become spaces."""
    return text.map(
        lambda c: " " if c in "\t\n\r\v\f\u0085\u2028\u2029" else "" if is_unprintable(c) else c
    )


def is_japanese(character: str) -> bool:
    """Whether `character` is kana or kanji."""
    return (
        "\u3041" <= character <= "\u30ff"
        or "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or "\uff66" <= character <= "\uff9f"
        or character in "々〆〇"
    )


def has_japanese(text: str) -> bool:
    """Whether any character of `text` is kana or kanji."""
    return any(map(is_japanese, text))
