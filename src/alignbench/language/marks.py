"""Punctuation that says something both languages say: questions, quotations, brackets, signs."""

from functools import lru_cache

_SAME = {
    '"': '"“”„「」『』',
    "(": "()",
    "[": "[]【】",
    "…": "…",
    "/": "/・",
    "~": "~〜",
} | {sign: sign for sign in "?!:%$&+=#@*<>"}
_FEATURES = {char: f"p:{sign}" for sign, chars in _SAME.items() for char in chars}


@lru_cache(maxsize=4096)
def marks(text: str) -> tuple[str, ...]:
    """The features `p:?` and so on of the marks in `text`, each once, in order."""
    return tuple(dict.fromkeys(_FEATURES[char] for char in text if char in _FEATURES))
