"""Characters that no screen should be sent, and what tells Japanese."""

import re

from alignbench.language.mapped import MappedText
from alignbench.system.safe_text import BIDI, CONTROLS

_UNPRINTABLE = re.compile(f"[{CONTROLS}{BIDI}\ufeff\u00ad\u200b\u2060]")

_BLANKS = "\t\n\r\v\f\u0085\u2028\u2029"
_CHANGED = re.compile(f"[{_BLANKS}{CONTROLS}{BIDI}\ufeff\u00ad\u200b\u2060]")
_JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff\u3400-\u4dbf\uff66-\uff9f々〆〇]")


def is_unprintable(character: str) -> bool:
    """Whether `character` is a control: C0, C1, a bidirectional override, an invisible mark."""
    return _UNPRINTABLE.match(character) is not None


def printable(text: MappedText) -> MappedText:
    """Without controls; tabs and line ends become spaces."""
    if not _CHANGED.search(text.text):
        return text
    return text.map(lambda c: " " if c in _BLANKS else "" if is_unprintable(c) else c)


def without_controls(text: MappedText) -> MappedText:
    """Without controls; line ends and tabs stay, a line end as one line feed."""
    ends = {"\r", "\v", "\f", "\u0085", "\u2028", "\u2029"}

    def change(at: int, character: str) -> str:
        if character in "\t\n":
            return character
        if character in ends:
            return "" if text.text[at : at + 2] == "\r\n" else "\n"
        return "" if is_unprintable(character) else character

    kept = [(change(at, c), text.offsets[at]) for at, c in enumerate(text.text)]
    return MappedText("".join(c for c, _ in kept), tuple(at for c, at in kept if c))


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
    return _JAPANESE.search(text) is not None
