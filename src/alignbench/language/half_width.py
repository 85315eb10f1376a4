"""Kana in half width, the only small ones that every terminal and font has."""

import unicodedata

_HALF = {
    unicodedata.normalize("NFKC", chr(code)): chr(code)
    for code in range(0xFF65, 0xFF9E)  # ･ to ﾝ
}
_MARKS = {"\u3099": "ﾞ", "\u309a": "ﾟ"}
_TO_KATAKANA = {hiragana: hiragana + 0x60 for hiragana in range(0x3041, 0x3097)}


def half_width(kana: str) -> str:
    """`kana` in half-width katakana, with marks of voice after their letters: がっこう is ｶﾞｯｺｳ.

    What has no half width, such as ヶ or a letter, stays as it is.
    """
    return "".join(map(_half, kana.translate(_TO_KATAKANA)))


def _half(character: str) -> str:
    parts = unicodedata.normalize("NFD", character)
    letter, marks = parts[0], parts[1:]
    if letter not in _HALF or any(mark not in _MARKS for mark in marks):
        return character
    return _HALF[letter] + "".join(_MARKS[mark] for mark in marks)
