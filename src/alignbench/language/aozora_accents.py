"""Aozora's spelling of accented letters inside 〔 〕: 〔cafe'〕 is café."""

import re
import unicodedata

from alignbench.language.mapped import MappedText, join

_BRACKET = re.compile(r"〔([\x20-\x7e]{2,200})〕")
_COMBINING = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", ":": "\u0308", "&": "\u030a",
    ",": "\u0327", "_": "\u0304",
}  # fmt: skip
_WHOLE = {
    "ae&": "æ", "AE&": "Æ", "oe&": "œ", "OE&": "Œ", "s&": "ß", "o/": "ø", "O/": "Ø", "d/": "đ",
    "l/": "ł", "L/": "Ł", "!@": "¡", "?@": "¿",
}  # fmt: skip
_SPELT = re.compile("|".join(map(re.escape, _WHOLE)) + r"|[A-Za-z][`'^~:&,_]")

_CONTRACTED = re.compile(r"'(?:t|s|re|ll|ve|d|m)(?![A-Za-z])")


def with_accents(text: MappedText) -> MappedText:
    """With the letters that such brackets spell; a bracket that spells none stays as it is."""
    pieces: list[MappedText] = []
    at = 0
    for bracket in _BRACKET.finditer(text.text):
        inside = _spelt_out(text, *bracket.span(1))
        if inside is not None:
            pieces += [text.slice(at, bracket.start()), *inside]
            at = bracket.end()
    return join([*pieces, text.slice(at, len(text.text))]) if pieces else text


def _spelt_out(text: MappedText, start: int, end: int) -> list[MappedText] | None:
    pieces: list[MappedText] = []
    at = start
    for spelt in _SPELT.finditer(text.text, start, end):
        letter = _letter(spelt.group(), text.text[spelt.end() : spelt.end() + 3])
        if letter:
            place = text.offsets[spelt.start()]
            pieces += [text.slice(at, spelt.start()), MappedText(letter, (place,))]
            at = spelt.end()
    return [*pieces, text.slice(at, end)] if pieces else None


def _letter(spelt: str, after: str) -> str:
    """The one letter that a spelling stands for; none for punctuation and the like of *don't*."""
    if spelt in _WHOLE:
        return _WHOLE[spelt]
    ends = not after[:1].isalpha()
    if ends and (spelt[1] in ",:" or (spelt[1] == "'" and spelt[0] not in "aeiouyAEIOUY")):
        return ""
    if _CONTRACTED.match(spelt[1] + after):
        return ""
    made = unicodedata.normalize("NFC", spelt[0] + _COMBINING[spelt[1]])
    return made if len(made) == 1 else ""
